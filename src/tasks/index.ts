export * from './block-engine.ts';
export * from './block-store.ts';
export * from './block-worker.ts';
export * from './failures.ts';
export * from './local-worker.ts';
export type { BlockProgress } from './progress.ts';
export * from './run-blocks.ts';
export * from './serve-blocks.ts';
export { shardOf } from './shard.ts';
