import type { AnySearch } from '../search/any-search.ts';
import type { Projection } from '../search/asking/projection.ts';
import type { Setting } from '../search/asking/settings.ts';
import type { Frozen } from '../search/frozen-state.ts';
import type { BlockPlan } from '../tasks/index.ts';

/** What every plan of a run has: plain JSON, so that any worker anywhere can simulate any block of it. */
export interface AnyPlan extends BlockPlan {
  /** Which mode can carry it out. */
  readonly kind: AnySearch['kind'];
  readonly search: AnySearch;
  readonly seed: number;
  /** What was changed by settings, in the order given. */
  readonly settings: readonly Setting[];
  /** A projection to another exposure; absent for an analysis of data. */
  readonly projection?: Projection;
  /** The frozen state that the search is in; null where it differs from it. */
  readonly frozen: Frozen | null;
  /** Digest of everything that is frozen when the box is opened: search, experiment, what is masked. */
  readonly searchDigest: string;
}
