export { type BranchingFraction, branchingFraction, branchingFractions } from './branching-fractions.ts';
export type { BranchingRatio } from './nested-branching-fraction.ts';
export type { LeptonFlavour, Particle } from './particle.ts';
export type { ParticleName } from './particle-data.ts';
export { type ParticleEntry, type ParticleTable, particle, particles, withParticles } from './particle-table.ts';
