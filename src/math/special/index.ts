/** Special functions in double precision: about 1e-14 relative, tails included. They throw RangeError, never give NaN. */
export { betaIncomplete } from './beta-incomplete.ts';
export { chiSquareQuantile, chiSquareSurvival } from './chi-square.ts';
export { halfDeviance, halfDevianceApart } from './deviance.ts';
export { erf, erfc, erfcScaled } from './error-function.ts';
export { gammaP, gammaPInverse, gammaQ, gammaQInverse, logGammaP, logGammaQ } from './gamma-incomplete.ts';
export { logGamma, stirlingError } from './log-gamma.ts';
export { normalCdf, normalPdf, normalQuantile, normalSurvival } from './normal.ts';
export { poissonAtLeast, poissonCdf, poissonPmf, poissonQuantile } from './poisson.ts';
