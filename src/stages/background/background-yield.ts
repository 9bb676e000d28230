import type { Estimate } from '../../statistics/estimate.ts';

/** Expected events of one background source in one region. */
export interface BackgroundYield extends Estimate {
  readonly name: string;
  /** Simulated candidates behind it. */
  readonly candidates: number;
  /** The yield at the low and high ends of the mis-identification band. */
  readonly low: number;
  readonly high: number;
  /** Where no simulated candidate survives: the yield is below this at 90 % confidence. */
  readonly upperLimit: number | null;
  /** 'input': a published number, from data. */
  readonly role: 'computed' | 'input';
}

export interface BackgroundInput {
  readonly name: string;
  readonly kaonDecays: Estimate;
  readonly branchingRatio: Estimate;
  /** Sum of weights of all generated decays. */
  readonly generated: number;
  /** Candidates in the region: their number, Σw, Σw², and Σw at the ends of the band. */
  readonly region: { candidates: number; weight: number; squares: number; low: number; high: number };
  /** What a candidate in the region would typically weigh, for the upper limit where none survives. */
  readonly typicalWeight: number;
}

/** Poisson upper limit at 90 % for no event seen: −ln 0.1. */
const NONE_SEEN = Math.LN10;

/**
 * Yield N_K · B · Σw/Σw_generated of a source, with its error from the simulation, the branching ratio and N_K. Where
 * nothing survives the yield is 0 and an upper limit for the number of simulated candidates is given instead.
 */
export function backgroundYield(input: BackgroundInput): BackgroundYield {
  const { name, kaonDecays, branchingRatio, generated, region, typicalWeight } = input;
  const scale = (kaonDecays.value * branchingRatio.value) / generated;
  const value = scale * region.weight;
  const simulation = scale * Math.sqrt(region.squares);
  const external =
    value *
    Math.sqrt(
      (branchingRatio.error / branchingRatio.value) * (branchingRatio.error / branchingRatio.value) +
        (kaonDecays.error / kaonDecays.value) * (kaonDecays.error / kaonDecays.value),
    );
  return {
    name,
    value,
    error: Math.sqrt(simulation * simulation + external * external),
    candidates: region.candidates,
    low: scale * region.low,
    high: scale * region.high,
    upperLimit: region.candidates === 0 ? scale * NONE_SEEN * typicalWeight : null,
    role: 'computed',
  };
}

/** A background that comes from data, as published. */
export function citedBackground(name: string, { value, error }: Estimate): BackgroundYield {
  return { name, value, error, candidates: 0, low: value, high: value, upperLimit: null, role: 'input' };
}

/** A simulated background scaled to the events that were published for the signal region: shape computed, size an input. */
export function scaledBackground(
  name: string,
  events: Estimate,
  region: { candidates: number; weight: number; squares: number },
  signalRegion: { weight: number },
): BackgroundYield {
  const scale = signalRegion.weight > 0 ? events.value / signalRegion.weight : 0;
  const value = scale * region.weight;
  const simulation = scale * Math.sqrt(region.squares);
  const cited = (value * events.error) / events.value;
  const error = Math.sqrt(simulation * simulation + cited * cited);
  return {
    name,
    value,
    error,
    candidates: region.candidates,
    low: value,
    high: value,
    upperLimit: null,
    role: 'input',
  };
}

/** Sum of sources. */
export interface TotalBackground extends Estimate {
  readonly low: number;
  readonly high: number;
  /** Upper limits of the sources of which no simulated candidate survives, in quadrature. */
  readonly unseen: number;
}

/**
 * Sum of sources: simulation errors in quadrature, the identification band linearly since all sources share the maps.
 * `error` is that of the sources that were seen; those that were not stand in `unseen`.
 */
export function totalBackground(sources: readonly BackgroundYield[]): TotalBackground {
  const sum = (pick: (source: BackgroundYield) => number): number =>
    sources.reduce((total, source) => total + pick(source), 0);
  return {
    value: sum(({ value }) => value),
    error: Math.sqrt(sum(({ error }) => error * error)),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    unseen: Math.sqrt(sum(({ upperLimit }) => (upperLimit ?? 0) * (upperLimit ?? 0))),
  };
}
