export { bremsstrahlungPhotons, bremsstrahlungSpectrum, drawBremsstrahlung, LEAST_FRACTION } from './bremsstrahlung.ts';
export {
  LARGEST_TRANSFER,
  type ScatteringTail,
  scatteringTail,
  scatteringWidth,
  singleScattering,
  TAIL_FROM,
} from './multiple-scattering.ts';
export { drawPairAngle } from './pair-angle.ts';
export { conversionProbability, drawConversionShare } from './pair-conversion.ts';
