import type { PublishedLimit } from '../published-limit.ts';

/** What is asked of a run besides its search. */
export interface Asked {
  /** Events per sample. */
  readonly events?: number | undefined;
  /** Decays of single samples, by name, in place of `events`; for searches with kaons. */
  readonly sizes?: Readonly<Record<string, number>> | undefined;
  /**
   * Relative error of accepted fractions that is enough, ten times that for the total background: the run is held against
   * it. What simulates finds its sizes by it where it is told so (`sizesForPrecision`).
   */
  readonly precision?: number | undefined;
  readonly seed?: number | undefined;
  /** Changes to the search, or below `experiment.` to the experiment: 'normalisation.observed.value=1e5'. */
  readonly settings?: readonly string[] | undefined;
  /** Masses of hidden particles in place of the usual ones, GeV, ascending; for searches that simulate masses. */
  readonly masses?: readonly number[] | undefined;
  /** Published limits, of which some are earlier ones to a search; for searches that say what is new. */
  readonly limits?: readonly PublishedLimit[] | undefined;
  /** Times the exposure of the data: a projection, in which nothing is observed. */
  readonly exposure?: number | undefined;
}

/** Region of the normalisation: everything selected. */
export const SELECTED = 'selected';

export const DEFAULT_EVENTS = 1_000_000;

export const DEFAULT_SEED = 1;
