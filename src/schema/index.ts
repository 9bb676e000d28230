export * from './invalid-input.ts';
export * from './nearest-name.ts';
