export { combinatorialBackground, type MixedPairs, mixHaloTracks } from './combinatorial.ts';
export { contourRings, type Ring } from './contour-rings.ts';
export { CountLimits, regionBackground } from './count-limits.ts';
export { acceptanceFigure, eventsFigure, exclusionFigure, lifetimeFigure, pointingFigure } from './dump-figures.ts';
export { type BeautyProbeChoice, type DumpPlan, dumpPlan, openDumpEngine, yieldsOfPlan } from './dump-plan.ts';
export { dumpRows, massRangeRows } from './dump-rows.ts';
export { type DumpBackground, type DumpCount, type DumpSearchDocument, defineDumpSearch } from './dump-search.ts';
export { type DumpSetup, dumpExperiment, dumpSetup } from './dump-setup.ts';
export { type DumpMassPoint, type DumpYields, massGrid, simulateDumpYields } from './dump-yields.ts';
export {
  type ContourOptions,
  type CouplingEdges,
  type ExcludeRequest,
  type Exclusion,
  type ExclusionContour,
  exclude,
  excludeFromYields,
  exclusionField,
  massesWithEvents,
  refineYields,
} from './exclude.ts';
export { type ExpectedEvents, expectedEvents } from './expected-events.ts';
export { acceptanceTable, csvOfTable, eventsTable, type GridTable } from './grid-tables.ts';
export {
  beautyProbe,
  type LifetimeMap,
  lifetimeMap,
  lifetimeSteps,
  simulateBeautyProbe,
} from './model-independent.ts';
export { hiddenModel } from './named-model.ts';
export { type OwnModelDocument, ownModel } from './own-model.ts';
export { type ContourComparison, compareWithPublished, publishedMasses } from './published-contour.ts';
