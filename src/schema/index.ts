export * from './budget.ts';
export * from './check-document.ts';
export * from './invalid-input.ts';
export * from './nearest-name.ts';
export type { Issue } from './plain-data.ts';
