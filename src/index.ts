/**
 * Spillway as a library: carry out searches and look at what comes out, in Node and in a page alike. Nothing here touches
 * a disk; `spillway/node` adds folders, threads and the record of openings, `spillway/browser` workers and the record of
 * a page. Statistics, physics, figures and the words of a search have entries of their own: `spillway/statistics`,
 * `spillway/physics`, `spillway/plots`, `spillway/search`.
 */
export { publishedLimits } from '../limits/index.ts';
export { searches } from '../searches/index.ts';
export type { DumpExperiment } from './experiments/dump-experiment.ts';
export { experiments } from './experiments/index.ts';
export { readUserCounts } from './formats/read-user-counts.ts';
export { kaonReadings } from './interpretation/kaon-readings/index.ts';
export { readOwnModelDocument } from './interpretation/read-own-model.ts';
export type { AnyPlan } from './modes/any-plan.ts';
export type { DumpRunPlan } from './modes/dump/plan.ts';
export type { DumpRunDocument } from './modes/dump/run-document.ts';
export { openAnyEngine as openEngine } from './modes/engines.ts';
export type {
  ContourQuestion,
  ExcludeModelOptions,
  ExclusionFiles,
  ModelChoice,
  OpenedExclusion,
} from './modes/exclusion.ts';
export { earlierLimits } from './modes/exclusion.ts';
export type { Finished } from './modes/finished.ts';
export { type ReadSample, readSamples } from './modes/kaon/chain/read-samples.ts';
export type { RunDocument } from './modes/kaon/run-document.ts';
export { BLOCK_EVENTS, type RunPlan, type SamplePlan } from './modes/kaon/run-plan.ts';
export type { PlanOf, ResultOf } from './modes/kind-types.ts';
export { hiddenParticles } from './physics/hidden/index.ts';
export { allocateMomenta, type MomentumColumns } from './physics/vectors/momentum-columns.ts';
export { answerFiles, type FilesAnswer, type GivenFiles } from './run/answer-files.ts';
export { schemaCalled } from './run/document-schemas.ts';
export { eventsOf } from './run/events.ts';
export { exclude, excludeLifetimes, excludeOnePoint, simulateContours } from './run/exclude.ts';
export { excludePointTogether, type PointTogether } from './run/exclude-point-together.ts';
export { excludeTogether, type TogetherExclusion } from './run/exclude-together.ts';
export { type GenerateOptions, generatedPieces } from './run/generate-events.ts';
export { type BoxKeeper, type Host, localHost } from './run/host.ts';
export { runToPrecision } from './run/precision/run-to-precision.ts';
export type { PrecisionLimits } from './run/precision/sizes-for-precision.ts';
export { type Question, readQuestion } from './run/question.ts';
export { readSearchDocument } from './run/read-search-document.ts';
export { type FailedSearch, type Reproduction, reproduce } from './run/reproduce.ts';
export { planOf, type Run, run } from './run/run.ts';
export { togetherFigure } from './run/together-figure.ts';
export { InvalidInput } from './schema/index.ts';
export type { AnySearch, SearchKind } from './search/any-search.ts';
export type { Asked } from './search/asking/asked.ts';
export type { DumpSearchDocument } from './search/dump-search.ts';
export type { SearchDocument } from './search/kaon-search.ts';
export type { Exportable } from './search/results/exportable.ts';
export type { RunFigure } from './search/results/figure.ts';
export type { RunPower, SamplePower } from './search/results/power.ts';
export type { ReproduceRow } from './search/results/row.ts';
export type { RunHead } from './search/results/run-head.ts';
export type { SimulatedEvent } from './search/results/simulated-event.ts';
export { BoxClosed } from './stages/blinding/box-closed.ts';
export type { OpeningAct, SealedAct } from './stages/blinding/opening-act.ts';
export type { UserCounts } from './stages/blinding/user-counts.ts';
export { STAGE_NAMES, type StageName } from './stages/names.ts';
export type { ReportDocument, ReportFigure, ReportSection, ReportTable } from './stages/report/index.ts';
export { observables } from './stages/selection/observables/index.ts';
export type { SampleSummary } from './stages/selection/summary.ts';
export { Interrupted } from './tasks/index.ts';
