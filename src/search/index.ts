export * from '../units/index.ts';
export { decay, defineSearch } from './define-search.ts';
export type {
  Axis,
  Background,
  Box,
  Check,
  DecaySample,
  ExperimentId,
  HiddenParticle,
  Normalisation,
  PublishedValue,
  Quantity,
  SearchDocument,
} from './search-document.ts';
