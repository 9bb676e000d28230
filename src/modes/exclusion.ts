/** What searches exclude of a model, whatever kind of search they are. */
export type { ModelChoice } from './dump/chain/engine.ts';
export {
  type ExcludeModelOptions,
  type ExclusionFiles,
  excludeLifetimesOf,
  excludeModel,
  type LogarithmicRange,
} from './dump/exclusion/exclude-model.ts';
