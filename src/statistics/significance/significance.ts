import { exp } from '../../math/elementary.ts';
import { betaIncomplete, logGammaP, normalQuantile, poissonAtLeast } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { logAverageOver } from '../counting/background/background-average.ts';
import { backgroundDensity } from '../counting/background/background-density.ts';
import { type BackgroundModel, requireNonNegative } from '../counting/background/background-model.ts';
import { type BackgroundInput, backgroundOf } from '../counting/counting-input.ts';
import { checkCounts } from '../counting/counting-model.ts';

/** A count and the background under it. */
/** Counts and background that a significance is asked from. */
export interface SignificanceInput extends Partial<BackgroundInput> {
  /** Events seen. */
  readonly observed: number;
  /** Instead of a background: `off` events seen in a region that holds `tau` times the background of this one. */
  readonly onOff?: { readonly off: number; readonly tau: number };
}

/** A p-value in both conventions; plain JSON. */
export interface Significance {
  /** Probability of as many events or more without a signal. */
  readonly p: number;
  /** Φ⁻¹(1 − p), the convention of LHC experiments; null with a `reason` when p is 1 (−∞) or too small for a double. */
  readonly oneSided: number | null;
  /** Φ⁻¹(1 − p/2), the convention of NA62; null when p is too small for a double. */
  readonly twoSided: number | null;
  readonly convention: string;
  readonly reason: string | null;
}

/** Gaussian standard deviations that a p-value corresponds to: one-sided Φ⁻¹(1 − p) and two-sided Φ⁻¹(1 − p/2). */
export function standardDeviations(p: number): { readonly oneSided: number | null; readonly twoSided: number | null } {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`standardDeviations: needs 0 ≤ p ≤ 1, found ${p}`);
  return {
    oneSided: p === 0 || p === 1 ? null : 0 - normalQuantile(p),
    twoSided: p === 0 ? null : 0 - normalQuantile(0.5 * p),
  };
}

/**
 * P(N ≥ n) without signal, averaged over the background's uncertainty, with its one- and two-sided significance. With
 * `onOff` the exact test of Przyborowski and Wilenski for a ratio of Poisson means, p = I_{1/(1+τ)}(n, 1 + off), which
 * is Z_Bi (Cousins, Linnemann, Tucker, physics/0702156). InvalidInput for bad input.
 */
export function significance(input: SignificanceInput): Significance {
  const { observed, onOff } = input;
  checkCounts([observed], 1);
  let p: number;
  let how: string;
  if (onOff !== undefined) {
    if (input.background !== undefined || input.backgroundError !== undefined)
      throw new InvalidInput('onOff', `takes the place of 'background' and 'backgroundError'.`);
    requireNonNegative(onOff.off, 'onOff.off');
    if (!Number.isInteger(onOff.off))
      throw new InvalidInput('onOff.off', `found ${onOff.off}, needs a whole number of events.`);
    if (!(Number.isFinite(onOff.tau) && onOff.tau > 0))
      throw new InvalidInput('onOff.tau', `found ${String(onOff.tau)}, needs a finite number above zero.`);
    p = observed === 0 ? 1 : betaIncomplete(observed, 1 + onOff.off, 1 / (1 + onOff.tau));
    how = 'exact binomial test of on against off (Z_Bi)';
  } else {
    if (input.background === undefined) throw new InvalidInput('background', 'is missing.');
    const model = backgroundOf({ ...input, background: input.background });
    p = averaged(observed, model);
    how =
      model.kind === 'fixed'
        ? 'background known exactly'
        : `averaged over a background of the ${model.kind} model${model.kind === 'asymmetric' ? ` (${model.form ?? 'shifted-lognormal'})` : ''}`;
  }
  return {
    p,
    ...standardDeviations(p),
    convention: `p = P(N ≥ n | no signal), ${how}; oneSided is Φ⁻¹(1 − p), twoSided is Φ⁻¹(1 − p/2), which NA62 quotes.`,
    reason:
      p === 0
        ? input.background === 0 && input.backgroundError === undefined
          ? 'p is 0, without any background: no finite significance.'
          : 'p is below 1e-308: no significance can be given.'
        : p === 1
          ? 'p is 1: the one-sided significance is minus infinity.'
          : null,
  };
}

/** P(N ≥ n), averaged over the background; tiny ones come from its far tail and keep their digits. */
function averaged(n: number, model: BackgroundModel): number {
  if (n === 0) return 1;
  const density = backgroundDensity(model);
  if (density === null) return poissonAtLeast(n, model.value);
  return Math.min(1, exp(logAverageOver(density, (b) => (b > 0 ? logGammaP(n, b) : -1e300))));
}
