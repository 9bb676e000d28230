import type { SealedAct } from '../../stages/blinding/opening-act.ts';
import type { SearchKind } from '../any-search.ts';
import type { Projection } from '../asking/projection.ts';
import type { Setting } from '../asking/settings.ts';
import type { Frozen } from '../frozen-state.ts';

/** What the document of a run says first, whatever kind of search it is of. */
export interface RunHead {
  /** The kind of search, or a projection: then nothing was observed. */
  readonly kind: SearchKind | 'projection';
  /** The kind of search. */
  readonly searchKind: SearchKind;
  /** What was projected, and by which rules; null for an analysis of data. */
  readonly projection: Projection | null;
  readonly search: string;
  readonly title: string;
  readonly channel: string;
  readonly seed: number;
  readonly events: number;
  readonly digest: { readonly plan: string; readonly search: string; readonly result: string };
  /** What was changed by settings, in the order given, in native units. */
  readonly settings: readonly Setting[];
  /** The record of the search's frozen state; null where the search differs from it: then nothing is judged. */
  readonly frozen: Frozen | null;
  readonly data: { readonly kind: 'pseudo-data' | 'user'; readonly source: string };
  /** Whether the box is closed. */
  readonly blind: boolean;
  /** Counts in the signal region; null, with a reason, while the box is closed. */
  readonly observed: number | null;
  readonly reason: string | null;
  /** The act that opened the box. */
  readonly opened: SealedAct | null;
}
