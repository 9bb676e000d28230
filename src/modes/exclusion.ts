/** What searches exclude of a model, whatever kind of search they are. */
export type { ModelChoice } from './dump/chain/engine.ts';
export { earlierLimits } from './dump/earlier-limits.ts';
export { endsText } from './dump/exclusion/ends-text.ts';
export {
  type ContourQuestion,
  type ExclusionFiles,
  type ExclusionPlanes,
  excludeLifetimesOf,
  excludeModel,
  excludePointOf,
  type OpenedExclusion,
  openExclusion,
} from './dump/exclusion/exclude-model.ts';
export type { PointExclusion } from './dump/exclusion/exclude-point.ts';
export {
  checkCouplings,
  checkExclusion,
  type ExcludeModelOptions,
  type LogarithmicRange,
} from './dump/exclusion/exclusion-plan.ts';
export type { SimulatePlan } from './dump/exclusion/remembered-masses.ts';
