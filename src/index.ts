/**
 * Spillway as a library for Node: carry out searches and look at what comes out. Statistics, physics, figures and the
 * words of a search have entries of their own: `spillway/statistics`, `spillway/physics`, `spillway/plots`,
 * `spillway/search`.
 */
export { dumpSearches, searches } from '../searches/index.ts';
export { experiments } from './experiments/index.ts';
export { openEngine } from './modes/kaon/chain/engine.ts';
export { type ReadSample, readSamples } from './modes/kaon/chain/read-samples.ts';
export { finishRun } from './modes/kaon/finish.ts';
export { planRun } from './modes/kaon/plan.ts';
export { reproduceRows } from './modes/kaon/rows.ts';
export type { RunDocument } from './modes/kaon/run-document.ts';
export { BLOCK_EVENTS, type RunPlan, type SamplePlan } from './modes/kaon/run-plan.ts';
export { hiddenParticles } from './physics/hidden/index.ts';
export { allocateMomenta, type MomentumColumns } from './physics/vectors/momentum-columns.ts';
export { type GenerateOptions, generateEvents } from './runs/event-files.ts';
export { type Reproduction, reproduce } from './runs/reproduce.ts';
export { type RunInMemory, type RunInMemoryOptions, runInMemory } from './runs/run-in-memory.ts';
export { type FinishedRun, type RunSearchOptions, runSearch, unblindRun } from './runs/run-search.ts';
export { InvalidInput } from './schema/index.ts';
export type { RunOptions } from './search/asking/asked.ts';
export type { SearchDocument } from './search/kaon-search.ts';
export type { ReproduceRow } from './search/results/row.ts';
export { BoxClosed } from './stages/blinding/box-closed.ts';
export type { DataChoice } from './stages/blinding/user-counts.ts';
export type { SampleSummary } from './stages/selection/summary.ts';
export { Interrupted } from './tasks/index.ts';
