export { kaonToPionGluonAlp } from '../physics/decays/kaon-to-pion-alp.ts';
export { nestedBranchingFraction as branchingRatio } from '../physics/particles/nested-branching-fraction.ts';
export * from '../units/index.ts';
export type { DecaySample, HiddenParticle } from './decay-sample.ts';
export { decay, defineSearch } from './define-search.ts';
export {
  type DumpBackground,
  type DumpCount,
  type DumpExperimentId,
  type DumpSearchDocument,
  defineDumpSearch,
} from './dump-search.ts';
export type { Axis, Background, Box, Check, ExperimentId, Normalisation, SearchDocument } from './kaon-search.ts';
export { curveAt, isExcluded, symbolValue } from './limit-curve.ts';
export { massOf } from './mass-of.ts';
export { defineLimit, type PublishedLimit } from './published-limit.ts';
export type { PublishedValue, Quantity as RowQuantity } from './published-value.ts';
export { fiveTrackChambers, fiveTrackCuts } from './recipes/five-track-cuts.ts';
export { publishedBackground } from './recipes/published-background.ts';
export { closedKinematics, threeTrackCuts } from './recipes/three-track-cuts.ts';
export { trackAndPhotonPairCuts } from './recipes/track-and-photon-pair-cuts.ts';
