import type { CandidateBlock } from '../../events/candidate-block.ts';
import { InvalidInput } from '../../schema/index.ts';

/** Squared invariant mass of two particles of row i. */
function squaredMass({ particles }: CandidateBlock, a: number, b: number, i: number): number {
  const p = particles[a].momentum;
  const q = particles[b].momentum;
  const e = p.energy[i] + q.energy[i];
  const x = p.px[i] + q.px[i];
  const y = p.py[i] + q.py[i];
  const z = p.pz[i] + q.pz[i];
  return e * e - x * x - y * y - z * z;
}

const root = (square: number): number => (square < 0 ? -Math.sqrt(-square) : Math.sqrt(square));

/**
 * Two positive and two negative particles of `of` in two neutral pairs: of the two ways the one whose masses are more
 * alike. Writes for each candidate `value(heavier, lighter)`. Throws InvalidInput unless there are two of each charge.
 */
export function overBestPairs(
  candidates: CandidateBlock,
  of: readonly number[],
  out: Float64Array,
  value: (heavier: number, lighter: number) => number,
): void {
  const { particles, count } = candidates;
  const positive = of.filter((index) => particles[index].charge > 0);
  const negative = of.filter((index) => particles[index].charge < 0);
  if (positive.length !== 2 || negative.length !== 2 || of.length !== 4) {
    throw new InvalidInput('of', 'pair masses need two positive and two negative particles');
  }
  const [a, b] = positive;
  const [c, d] = negative;
  for (let i = 0; i < count; i++) {
    const ac = root(squaredMass(candidates, a, c, i));
    const bd = root(squaredMass(candidates, b, d, i));
    const ad = root(squaredMass(candidates, a, d, i));
    const bc = root(squaredMass(candidates, b, c, i));
    const straight = Math.abs(ac - bd) <= Math.abs(ad - bc);
    const one = straight ? ac : ad;
    const two = straight ? bd : bc;
    out[i] = one > two ? value(one, two) : value(two, one);
  }
}
