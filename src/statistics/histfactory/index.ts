export { type GoodnessOfFit, goodnessOfFit } from './diagnostics/goodness-of-fit.ts';
export { type Impact, impacts } from './diagnostics/impacts.ts';
export { type ParameterMap, type ParameterScan, parameterMap, parameterScan } from './diagnostics/parameter-scan.ts';
export { type Pull, pulls } from './diagnostics/pulls.ts';
export { type ChannelYields, type SampleYields, type Yield, yields } from './diagnostics/yields.ts';
export { countingWorkspace, type WorkspaceCount } from './document/counting-workspace.ts';
export { checkWorkspace, exportWorkspace, loadWorkspace } from './document/load-workspace.ts';
export { applyPatches, type JsonPatch } from './document/patch.ts';
export { loadPatchset, type Patchset, patchFromSet, verifyPatchset, workspaceDigest } from './document/patchset.ts';
export type * from './document/workspace-document.ts';
export {
  type FittedParameter,
  type WorkspaceFit,
  type WorkspaceFitOptions,
  workspaceFit,
} from './fit/workspace-fit.ts';
export type { ConfidenceInterval } from './limits/confidence-interval.ts';
export { type Discovery, discovery } from './limits/discovery.ts';
export { type FeldmanCousinsOptions, feldmanCousinsInterval } from './limits/feldman-cousins-interval.ts';
export { type TestStatistic, testStatistics } from './limits/profile-likelihood.ts';
export { twoSidedInterval } from './limits/two-sided-interval.ts';
export { type WorkspaceCls, type WorkspaceClsOptions, workspaceCls } from './limits/workspace-cls.ts';
export { type WorkspaceLimitOptions, workspaceLimit } from './limits/workspace-limit.ts';
export type { WorkspaceLimit } from './limits/workspace-limit-result.ts';
export { buildModel, type ModelOptions } from './model/build-model.ts';
export { expectedCounts } from './model/expectation.ts';
export { type HistosysCode, histosysCodes, type NormsysCode, normsysCodes } from './model/interpolation.ts';
export { type HistFactoryModel, type ModelData, type ModelParameter, observedData } from './model/model.ts';
export { clsFromToys, type ToyCls } from './toys/toy-cls.ts';
export { type ToyRange, toyStatistics } from './toys/toy-ensemble.ts';
