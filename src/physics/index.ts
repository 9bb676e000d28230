export { type Decay, type DecayNode, parseDecay, printDecay } from './decay-strings/index.ts';
export {
  CHAT,
  type CompiledDecay,
  type CompileOptions,
  compileDecay,
  type DecayModel,
  type DecayModelEntry,
  decayModel,
  decayModelIds,
  type Flight,
  generatedRangeFactor,
  type HiddenState,
  kaonToPionLeptonPair,
  kaonToPionTwoPhoton,
  meanWeight,
  type Reweighting,
  type StepNormalisation,
  twoPhotonSpectrum,
  unweightedDecays,
} from './decays/index.ts';
export * from './form-factors/index.ts';
export {
  type BranchingFraction,
  type BranchingRatio,
  branchingFraction,
  branchingFractions,
  type Particle,
  type ParticleEntry,
  type ParticleName,
  type ParticleTable,
  particle,
  particles,
  withParticles,
} from './particles/index.ts';
export { allocateMomenta, type MomentumColumns } from './vectors/momentum-columns.ts';
