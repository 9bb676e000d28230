import { log } from '../math/elementary.ts';

/** What a comparison of a computed with a published number says. */
export type Verdict = 'agree' | 'disagree' | 'cannot tell';

/** A tolerance wider than this factor is none: nothing can agree within it. */
export const WIDEST_TOLERANCE = 3;

/** A comparison of two numbers. */
export interface Comparison {
  /** Computed over published; zero or negative disagrees whatever the errors. */
  readonly ratio: number;
  /** The tolerance as a factor above 1, fixed before the ratio was known. */
  readonly tolerance: number;
  /** Relative error of the ratio: everything that is known to be uncertain on either side, in quadrature. */
  readonly relativeError: number;
  /** Whether the published selection is known; when not, no agreement can be claimed. */
  readonly selectionKnown?: boolean;
}

/**
 * With r the ratio, t the tolerance, s the relative error: 'agree' when |ln r| ≤ ln t and s ≤ ln t, 'disagree' when
 * |ln r| − s > ln t, else 'cannot tell'. So an error larger than the tolerance never agrees, and a tolerance wider than
 * `WIDEST_TOLERANCE` never does. Throws RangeError for a tolerance that is not above 1 or an error that is negative.
 */
export function verdictOf({ ratio, tolerance, relativeError, selectionKnown = true }: Comparison): Verdict {
  if (!(tolerance > 1)) throw new RangeError(`a tolerance is a factor above 1, found ${tolerance}`);
  if (!(relativeError >= 0)) throw new RangeError(`a relative error is zero or more, found ${relativeError}`);
  const allowed = log(tolerance);
  if (!(ratio > 0)) return relativeError < Number.POSITIVE_INFINITY ? 'disagree' : 'cannot tell';
  const distance = Math.abs(log(ratio));
  if (distance - relativeError > allowed) return 'disagree';
  const close = distance <= allowed && relativeError <= allowed && tolerance <= WIDEST_TOLERANCE;
  return close && selectionKnown ? 'agree' : 'cannot tell';
}

/**
 * The verdict where only an upper limit was computed: 'disagree' when the limit lies below the published number by more
 * than tolerance and the published relative error, else 'cannot tell'. Throws as `verdictOf`.
 */
export function verdictOfLimit(limit: Omit<Comparison, 'selectionKnown'>): Verdict {
  if (limit.ratio >= 1) return 'cannot tell';
  const verdict = verdictOf(limit);
  return verdict === 'disagree' ? verdict : 'cannot tell';
}

/** The verdict on one number seen several times: the worst of them. Throws RangeError for an empty list. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) throw new RangeError('no verdict was given');
  if (verdicts.includes('disagree')) return 'disagree';
  return verdicts.includes('cannot tell') ? 'cannot tell' : 'agree';
}
