export {
  type LikelihoodContours,
  type LikelihoodMap,
  likelihoodContours,
  likelihoodMap,
  type MapAxis,
} from './likelihood-contours.ts';
export { type LikelihoodScan, type LikelihoodScanOptions, likelihoodScan } from './likelihood-scan.ts';
export type { FittedLikelihood } from './profiled-likelihood.ts';
