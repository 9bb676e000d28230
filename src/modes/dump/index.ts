export { contourRings, type Ring } from '../../interpretation/contour-rings.ts';
export { hiddenModel } from '../../interpretation/named-model.ts';
export { type OwnModelDocument, ownModel } from '../../interpretation/own-model.ts';
export {
  type DumpBackground,
  type DumpCount,
  type DumpSearchDocument,
  defineDumpSearch,
} from '../../search/dump-search.ts';
export { combinatorialBackground, type MixedPairs, mixHaloTracks } from './chain/combinatorial.ts';
export { type BeautyProbeChoice, type DumpPlan, dumpPlan, openDumpEngine, yieldsOfPlan } from './chain/engine.ts';
export { type ExpectedEvents, expectedEvents } from './chain/expected-events.ts';
export { type DumpSetup, dumpExperiment, dumpSetup } from './chain/setup.ts';
export { type DumpMassPoint, type DumpYields, massGrid, simulateDumpYields } from './chain/yields.ts';
export { CountLimits, regionBackground } from './exclusion/count-limits.ts';
export {
  type ExcludeRequest,
  type Exclusion,
  type ExclusionContour,
  exclude,
  excludeFromYields,
  massesWithEvents,
  refineYields,
} from './exclusion/exclude.ts';
export { type ContourOptions, type CouplingEdges, exclusionField } from './exclusion/exclusion-field.ts';
export {
  acceptanceFigure,
  eventsFigure,
  exclusionFigure,
  lifetimeFigure,
  pointingFigure,
} from './exclusion/figures.ts';
export { acceptanceTable, csvOfTable, eventsTable, type GridTable } from './exclusion/grid-tables.ts';
export type { LifetimeMap } from './exclusion/lifetime-map.ts';
export {
  beautyProbe,
  lifetimeMap,
  lifetimeSteps,
  simulateBeautyProbe,
} from './exclusion/model-independent.ts';
export { type ContourComparison, compareWithPublished, publishedMasses } from './exclusion/published-contour.ts';
export { dumpRows, massRangeRows } from './rows.ts';
