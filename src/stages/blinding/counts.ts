import type { SealedAct } from './opening-act.ts';

/** What a run may know of its data: counts of the bins, null where masked, and the act that opened them. */
export interface Counts {
  readonly bins: readonly (number | null)[];
  readonly kind: 'pseudo-data' | 'user';
  /** What the data are called. */
  readonly source: string;
  /** Null while the box is closed. */
  readonly opened: SealedAct | null;
}
