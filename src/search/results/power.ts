import type { Estimate } from '../../statistics/estimate.ts';

/** How well a sample knows what it is for: errors from the size of the simulation alone. */
export interface SamplePower {
  readonly sample: string;
  /** An accepted fraction, or the events that a background leaves in the signal regions. */
  readonly quantity: 'acceptance' | 'background';
  readonly events: number;
  readonly candidates: number;
  /** As many equal weights would scatter as much: (Σw)²/Σw². */
  readonly effective: number;
  readonly result: Estimate;
  /** Of a background without a candidate: its yield is below this at 90 % confidence; else 0. */
  readonly unseen: number;
  /** The largest relative error that is enough; null where none matters. */
  readonly target: number | null;
  readonly met: boolean;
}

/** How well a run knows what its answer is made of. */
export interface RunPower {
  readonly samples: readonly SamplePower[];
  /** Of the total background in the signal regions; null without one. */
  readonly background: Pick<SamplePower, 'result' | 'unseen' | 'target' | 'met'> | null;
}

/** Relative errors that are enough: accepted fractions, the total background, each source that makes a share of it. */
export interface PrecisionTargets {
  readonly acceptance: number;
  readonly background: number;
  readonly source: number;
}

/** What is enough where an accepted fraction shall be known to `precision`. */
export const targetsFor = (precision: number): PrecisionTargets => ({
  acceptance: precision,
  background: 10 * precision,
  source: 20 * precision,
});

/** Relative error of accepted fractions that is asked where none is. */
export const DEFAULT_PRECISION = 0.01;

/** Share of the total background from which on a source has a target of its own. */
export const SOURCE_SHARE = 0.05;

/** What a sample gives, before it is known what is enough. */
export type MeasuredSample = Omit<SamplePower, 'target' | 'met'>;

/** Of no event seen the upper limit at 90 % is ln 10 = 2.303 events, of one 3.890: that much more, relative to the former. */
const MOVED_BY_ONE = 3.88972 / Math.LN10 - 1;

/**
 * Events below which the upper limit of an unseen source changes no answer, whatever the total: such a limit is ln 10 times
 * the σ = w of the one candidate of weight w that might be missing; w events of background are seen as one event with a
 * probability of w and so move the expected limit by 0.69 w at most, which is less than accepted fractions may, a
 * tenth of the relative error `target` that is enough for the total background: 0.033 events where that is 10 %.
 */
export const negligibleLimit = (target: number): number => (Math.LN10 / MOVED_BY_ONE) * (target / 10);

/** Error and upper limit of what is unseen, in quadrature; of the error alone where the limit is not above `negligible`. */
export const spreadOf = (
  { result: { error }, unseen }: Pick<SamplePower, 'result' | 'unseen'>,
  negligible = 0,
): number => (unseen <= negligible ? error : Math.sqrt(error * error + unseen * unseen));

/**
 * Holds samples and the total background against what is enough. `cited` events are part of the total without an error
 * of the simulation. Unseen sources count with their upper limits where these are not negligible together.
 */
export function powerOf(samples: readonly MeasuredSample[], cited: number, targets: PrecisionTargets): RunPower {
  const sources = samples.filter(({ quantity }) => quantity === 'background');
  const value = sources.reduce((sum, { result }) => sum + result.value, cited);
  const total = {
    result: { value, error: Math.sqrt(sources.reduce((sum, { result: { error } }) => sum + error * error, 0)) },
    unseen: Math.sqrt(sources.reduce((sum, { unseen }) => sum + unseen * unseen, 0)),
  };
  const negligible = negligibleLimit(targets.background);
  const targetOf = (sample: MeasuredSample): number | null => {
    if (sample.quantity === 'acceptance') return targets.acceptance;
    return sample.result.value > SOURCE_SHARE * value ? targets.source : null;
  };
  return {
    samples: samples.map((sample) => {
      const target = targetOf(sample);
      const met =
        target === null || (sample.result.value > 0 && spreadOf(sample, negligible) <= target * sample.result.value);
      return { ...sample, target, met };
    }),
    background:
      sources.length === 0
        ? null
        : { ...total, target: targets.background, met: spreadOf(total, negligible) <= targets.background * value },
  };
}
