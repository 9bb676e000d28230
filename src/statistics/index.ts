/** Limits, intervals, significances, fits and scans: `import … from 'spillway/statistics'`. */
export * from './counting/index.ts';
export * from './significance/index.ts';
