/** What one standard deviation of an uncertainty does to a count, as relative changes. */
export interface CountedEffect {
  readonly signal?: number;
  readonly background?: number;
}

/**
 * The counting result of a run as a combination takes it: its parameter in words, the value of the parameter at one
 * expected signal event, and the uncertainties, by name where other runs may share them.
 */
export interface CountedResult {
  readonly parameter: string;
  readonly perEvent: number;
  /** Events seen; null while the box is closed. */
  readonly observed: number | null;
  readonly background: number;
  /** Error of the background that belongs to this run alone, in events. */
  readonly backgroundError: number;
  /** Relative error of the sensitivity that belongs to this run alone. */
  readonly signalError: number;
  readonly effects: Readonly<Record<string, CountedEffect>>;
}

/** A run that counts nothing which could be combined, and why. */
export interface NothingCounted {
  readonly reason: string;
}
