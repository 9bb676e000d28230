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

/** Error and upper limit of what is unseen, in quadrature. */
export const spreadOf = ({ result: { error }, unseen }: Pick<SamplePower, 'result' | 'unseen'>): number =>
  Math.sqrt(error * error + unseen * unseen);

/**
 * Holds samples and the total background against what is enough. `cited` events are part of the total without an error
 * of the simulation. Unseen sources count with their upper limits.
 */
export function powerOf(samples: readonly MeasuredSample[], cited: number, targets: PrecisionTargets): RunPower {
  const sources = samples.filter(({ quantity }) => quantity === 'background');
  const value = sources.reduce((sum, { result }) => sum + result.value, cited);
  const total = {
    result: { value, error: Math.sqrt(sources.reduce((sum, { result: { error } }) => sum + error * error, 0)) },
    unseen: Math.sqrt(sources.reduce((sum, { unseen }) => sum + unseen * unseen, 0)),
  };
  const targetOf = (sample: MeasuredSample): number | null => {
    if (sample.quantity === 'acceptance') return targets.acceptance;
    return sample.result.value > SOURCE_SHARE * value ? targets.source : null;
  };
  return {
    samples: samples.map((sample) => {
      const target = targetOf(sample);
      const met = target === null || (sample.result.value > 0 && spreadOf(sample) <= target * sample.result.value);
      return { ...sample, target, met };
    }),
    background:
      sources.length === 0
        ? null
        : { ...total, target: targets.background, met: spreadOf(total) <= targets.background * value },
  };
}
