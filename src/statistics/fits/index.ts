export { bakerCousins, bakerCousinsBin } from './baker-cousins.ts';
export { beestonBarlowBin, beestonBarlowLogLikelihood } from './beeston-barlow.ts';
export { beestonBarlowFit, beestonBarlowObjective, type SimulatedSource } from './beeston-barlow-fit.ts';
export { beestonBarlowLiteFactor } from './beeston-barlow-lite.ts';
export { binnedObjective } from './binned-objective.ts';
export { type BinnedStatistic, binnedStatistics } from './binned-statistic.ts';
export { countingPullStudy, type InjectedSignal } from './counting-closure.ts';
export {
  type Density,
  exponentialDensity,
  gaussianDensity,
  linearDensity,
  type ShapeParameter,
  uniformDensity,
} from './density.ts';
export { type FitOptions, fitObjective } from './fit.ts';
export { constraintObjective, type FitObjective, type GaussianConstraint, jointObjective } from './fit-objective.ts';
export { type FitParameter, type FitResult, type FitSolution, fitted, type Goodness } from './fit-result.ts';
export { type FormFactorFit, type FormFactorFitInput, formFactorFit, formFactorLikelihood } from './form-factor-fit.ts';
export type { BackgroundTemplate, FormFactorModel } from './form-factor-model.ts';
export { PolynomialTemplate, type PolynomialTemplateDocument } from './polynomial-template.ts';
export {
  formFactorPseudoExperiments,
  joinPseudoExperiments,
  type PseudoExperimentOptions,
  type PseudoExperiments,
  parameterPulls,
  pValueByToys,
} from './pseudo-experiments.ts';
export { drawPulls, type PullStudyOptions, type PullSummary, pullStudy, summarisePulls } from './pull-study.ts';
export { type MeasuredSpectrum, spectrumFit, spectrumObjective } from './spectrum-fit.ts';
export type { ParameterSetting, ParameterSettings } from './starting-points.ts';
export { type UnbinnedComponent, unbinnedObjective } from './unbinned-objective.ts';
