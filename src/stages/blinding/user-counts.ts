import type { BinnedAxis } from './binning.ts';

/** The axis of a user's counts, as their file states it. */
export interface DataAxis extends BinnedAxis {
  readonly observable: string;
}

/** A user's own data: counts per bin (last axis fastest), handed over unread. */
export interface UserCounts {
  /** What the data are called. */
  readonly source: string;
  /** The name of their file, without its place. */
  readonly file: string;
  readonly bins: number;
  /** Axes of the bins; absent where the file names none: then they are those of the search as registered. */
  readonly axes?: readonly DataAxis[];
  readonly count: (bin: number) => number;
}

/** Everything in a user's data as one text: for commitments by who keeps the key, and for nothing else. */
export function textOfCounts({ bins, axes, count }: UserCounts): string {
  return JSON.stringify({ axes: axes ?? null, counts: Array.from({ length: bins }, (_, bin) => count(bin)) });
}
