export {
  type BranchingFraction,
  branchingFraction,
  branchingFractions,
  type Measured,
  type Particle,
  type ParticleEntry,
  type ParticleName,
  type ParticleTable,
  particle,
  particles,
  type Tag,
  withParticles,
} from './particles/index.ts';
export { allocateMomenta, type MomentumColumns } from './vectors/momentum-columns.ts';
