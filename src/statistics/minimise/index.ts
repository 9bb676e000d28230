export { type Contour, type ContourOptions, contour } from './contour.ts';
export { correlationMatrix } from './covariance.ts';
export { type HesseResult, hesse } from './hesse.ts';
export { type MinimiseOptions, minimise } from './minimise.ts';
export { type MinosError, type MinosOptions, minos } from './minos.ts';
export type { MinimisationProblem, Minimum } from './problem.ts';
