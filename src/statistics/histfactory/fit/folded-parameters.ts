import type { HistFactoryModel } from '../model/model.ts';

/** Σ(D² − S²)/λ from which on the data can prefer one fold: such a bend needs a residual of about six deviations. */
const STRONG = 0.002;

/**
 * Positions of the constrained parameters whose variations up and down go the same way (hi and lo on one side of the
 * nominal): the expectation is folded about α ≈ 0, and the likelihood can have a minimum on either side. With half sum
 * D and half difference S of a sample's two steps in a bin, Σ max(0, D² − S²)/λ measures how strongly; weak ones are
 * left out.
 */
export function foldedParameters(model: HistFactoryModel): number[] {
  const { parameters, blocks, normsysNumbers } = model;
  const nominal = new Float64Array(model.bins);
  for (const { first, nominal: events } of blocks)
    for (let i = 0; i < events.length; i++) nominal[first + i] += events[i];
  const strength = new Float64Array(parameters.length);
  for (const { first, nominal: events, scalars, normsys, shapes, slopes, bends } of blocks)
    for (let i = 0; i < events.length; i++) {
      const variance = Math.max(nominal[first + i], 1);
      const add = (p: number, s: number, d: number): void => {
        strength[p] += Math.max(0, d * d - s * s) / variance;
      };
      scalars.forEach((p, k) => {
        const at = normsys[k];
        if (at >= 0) add(p, events[i] * normsysNumbers[at], events[i] * normsysNumbers[at + 1]);
      });
      shapes.forEach((p, k) => {
        add(p, slopes[k][i], bends[k][i]);
      });
    }
  return parameters.flatMap(({ fixed, constraint, lower, upper }, p) =>
    !fixed && constraint === 'normal' && lower < 0 && upper > 0 && strength[p] > STRONG ? [p] : [],
  );
}
