/** An axis of a user's counts in native units: bins of an observable ('' where its file names none), or the regions of a search. */
export type DataAxis =
  | { readonly observable: string; readonly edges: readonly number[] }
  | { readonly regions: readonly string[] };

/** A user's own data: counts per bin (last axis fastest), handed over unread. */
export interface UserCounts {
  /** What the data are called. */
  readonly source: string;
  /** The name of their file, without its place. */
  readonly file: string;
  readonly bins: number;
  /** The search that the data say they are for. */
  readonly search?: string;
  /** Axes of the bins; absent where the file names none: then they are those of the search as registered. */
  readonly axes?: readonly DataAxis[];
  readonly count: (bin: number) => number;
}

/** Everything in a user's data as one text: for commitments by who keeps the key, and for nothing else. */
export function textOfCounts({ bins, axes, count }: UserCounts): string {
  return JSON.stringify({ axes: axes ?? null, counts: Array.from({ length: bins }, (_, bin) => count(bin)) });
}
