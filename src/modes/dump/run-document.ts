import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { ReproduceRow } from '../../search/results/row.ts';
import type { RunHead } from '../../search/results/run-head.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { CombinatorialBackground } from './chain/combinatorial.ts';
import type { ExpectedEvents } from './chain/expected-events.ts';
import type { PointingResolution } from './chain/pointing-resolution.ts';
import type { Exclusion } from './exclusion/exclude.ts';
import type { GridTable } from './exclusion/grid-tables.ts';
import type { LifetimeImprovement } from './exclusion/lifetime-improvement.ts';
import type { LifetimeMap } from './exclusion/lifetime-map.ts';
import type { ContourComparison } from './exclusion/published-contour.ts';
import type { PublishedEdgeYields } from './exclusion/published-edge-yields.ts';
import type { SecondaryPairs } from './secondary-pairs.ts';

/** One source of background, as cited; null where only an upper limit is known. */
export interface CitedSource {
  readonly name: string;
  readonly title: string;
  readonly value: number | null;
  readonly error: number | null;
  readonly upperLimit: number | null;
  readonly role: 'input';
}

export interface DumpRegionResult {
  readonly blind: boolean;
  readonly expected: Estimate;
  /** Counts of what plays the role of data; null in a closed box. */
  readonly observed: number | null;
}

/** Upper limit on signal events in the signal region, with the uncertainty of the protons on target. */
export interface DumpLimit {
  readonly cl: number;
  readonly method: string;
  readonly unit: 'signal events';
  readonly observed: number | null;
  readonly expected: readonly number[];
}

/** One point of the scan in full: how many events are expected, factor by factor. */
export interface ReferencePoint {
  readonly mass: number;
  /** Null for a particle without a model. */
  readonly coupling: number | null;
  readonly ctau: number;
  readonly production: string;
  readonly events: ExpectedEvents;
  readonly resolution: PointingResolution;
}

/**
 * The result of a run of a dump search as JSON: numbers in native units (GeV, metres), no NaN, `null` where a number is
 * absent. Keys are those of runs with kaons where they have a meaning; the others are null, with a reason.
 */
export interface DumpRunDocument extends RunHead {
  readonly kind: 'dump' | 'projection';
  readonly searchKind: 'dump';
  readonly model: string;
  readonly protons: Estimate & { readonly role: 'input' };
  /** At the reference point: both tracks accepted and selected, over particles made. */
  readonly acceptance: { readonly signal: Estimate; readonly normalisation: null };
  readonly kaonDecays: null;
  readonly ses: null;
  readonly absent: Readonly<Record<string, string>>;
  readonly reference: ReferencePoint;
  readonly cutflow: readonly {
    readonly sample: 'signal';
    readonly role: 'signal';
    readonly decay: string;
    readonly steps: readonly { readonly name: string; readonly factor: number; readonly yield: number }[];
  }[];
  readonly background: Estimate & { readonly role: 'input'; readonly sources: readonly CitedSource[] };
  /** Pairs of unrelated halo tracks, normalised in the control region; null where no such total is cited. */
  readonly combinatorial: Omit<CombinatorialBackground, 'points'> | null;
  /** Shapes of pairs of secondaries, simulated; their size is not. */
  readonly secondaries: readonly SecondaryPairs[];
  readonly regions: Readonly<Record<string, DumpRegionResult>>;
  readonly limit: DumpLimit;
  /** The limit that the published count gives. */
  readonly limitAtPublishedCount: DumpLimit;
  readonly published: DumpSearchDocument['published'];
  /** Contours of the search alone, `observed` from the published events; null for a particle without a model. */
  readonly exclusion: Exclusion | null;
  /** The same for the searches that it is combined with. */
  readonly combined: Exclusion | null;
  readonly comparisons: readonly ContourComparison[];
  readonly publishedEdges: readonly PublishedEdgeYields[];
  readonly lifetimeMap: LifetimeMap | null;
  /** Where the map goes beyond those of earlier searches; null without either. */
  readonly lifetimeImprovement: LifetimeImprovement | null;
  /** Acceptance over mass and lifetime; events and events over allowed over mass and coupling, null without a model. */
  readonly grids: { readonly acceptance: GridTable; readonly events: GridTable | null };
  readonly rows: readonly ReproduceRow[];
}
