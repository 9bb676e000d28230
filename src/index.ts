/**
 * Spillway as a library for Node: carry out searches and look at what comes out. Statistics, physics, figures and the
 * words of a search have entries of their own: `spillway/statistics`, `spillway/physics`, `spillway/plots`,
 * `spillway/search`.
 */
export { dumpSearches, searches } from '../searches/index.ts';
export { experiments } from './experiments/index.ts';
export { hiddenParticles } from './physics/hidden/index.ts';
export { allocateMomenta, type MomentumColumns } from './physics/vectors/momentum-columns.ts';
export { type GenerateOptions, generateEvents } from './runs/event-files.ts';
export { type Reproduction, reproduce } from './runs/reproduce.ts';
export { type RunInMemory, type RunInMemoryOptions, runInMemory } from './runs/run-in-memory.ts';
export { type FinishedRun, type RunSearchOptions, runSearch, unblindRun } from './runs/run-search.ts';
export { InvalidInput } from './schema/index.ts';
export { openEngine } from './search/engine/engine.ts';
export { planRun, type RunOptions } from './search/plan/plan-run.ts';
export { BLOCK_EVENTS, type RunPlan, type SamplePlan } from './search/plan/run-plan.ts';
export { finishRun } from './search/result/finish-run.ts';
export { type ReadSample, readSamples } from './search/result/read-samples.ts';
export { type ReproduceRow, reproduceRows } from './search/result/reproduce-rows.ts';
export type { RunDocument } from './search/result/run-document.ts';
export type { DataChoice } from './search/result/seal-data.ts';
export type { SearchDocument } from './search/search-document.ts';
export { BoxClosed } from './stages/blinding/box-closed.ts';
export type { SampleSummary } from './stages/selection/summary.ts';
export { Interrupted } from './tasks/index.ts';
