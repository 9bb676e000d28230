/** Limits, intervals, significances, fits and scans: `import … from 'spillway/statistics'`. */

export * from './combination/index.ts';
export * from './counting/index.ts';
export * from './datacards/index.ts';
export * from './fits/index.ts';
export * from './histfactory/index.ts';
export * from './histograms/index.ts';
export * from './likelihood-scan/index.ts';
export * from './minimise/index.ts';
export * from './peaks/index.ts';
export * from './significance/index.ts';
