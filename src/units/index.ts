export * from './fact.ts';
export * from './quantity.ts';
export * from './quantity-text.ts';
