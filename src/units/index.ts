export * from './fact.ts';
export * from './quantity.ts';
