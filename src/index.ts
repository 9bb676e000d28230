/**
 * Spillway as a library for Node: carry out searches and look at what comes out. Statistics, physics, figures and the
 * words of a search have entries of their own: `spillway/statistics`, `spillway/physics`, `spillway/plots`,
 * `spillway/search`.
 */
export { searches } from '../searches/index.ts';
export { experiments } from './experiments/index.ts';
export { hiddenParticles } from './physics/hidden/index.ts';
export { type GenerateOptions, generateEvents } from './runs/event-files.ts';
export { type Reproduction, reproduce } from './runs/reproduce.ts';
export { type FinishedRun, type RunSearchOptions, runSearch, unblindRun } from './runs/run-search.ts';
export { InvalidInput } from './schema/index.ts';
export type { RunDocument } from './search/result/run-document.ts';
export type { SearchDocument } from './search/search-document.ts';
export { Interrupted } from './tasks/index.ts';
