export * from './histogram.ts';
export * from './likelihood.ts';
export * from './limits.ts';
export * from './planes.ts';
export * from './rows.ts';
