export { asymptoticSignificance } from './asymptotic-significance.ts';
export { type GaussianLimits, gaussianLimits } from './gaussian-limits.ts';
export { type Significance, type SignificanceInput, significance, standardDeviations } from './significance.ts';
