export type { CombinedChannel, NuisanceEffect } from './combination-input.ts';
export { combinationWorkspace } from './combination-workspace.ts';
export { type CombineCountingInput, type CombinedLimit, combineCounting } from './combine-counting.ts';
export { type CombinedMeasurement, type CombinedValue, combineMeasurements } from './combine-measurements.ts';
