import type { Measured } from '../../units/index.ts';
import type { LeptonFlavour } from './particle.ts';

/** One row of the table: a particle and, unless self-conjugate, its antiparticle by name. */
export interface ParticleRow {
  readonly name: string;
  readonly antiparticle: string;
  readonly pdgId: number;
  readonly charge: number;
  readonly mass: Measured;
  /** Seconds. Neither lifetime nor width: stable (or, for K0, no lifetime of its own). */
  readonly lifetime?: Measured;
  /** GeV. */
  readonly width?: Measured;
  readonly flavour?: LeptonFlavour;
}

const RPP = 'Particle Data Group, Phys. Rev. D 110 (2024) 030001';
const published = (value: number, error: number): Measured => ({
  value,
  error,
  source: `${RPP}, mass and width table`,
  tag: 'published',
});
const lifetime = (value: number, error: number): Measured => ({
  value,
  error,
  source: `${RPP}, listings (agrees with the width table)`,
  tag: 'recalled',
});
const massless: Measured = { value: 0, error: 0, source: 'taken as massless', tag: 'proposal' };

/** Masses in GeV, lifetimes in seconds, widths in GeV; antiparticles have the same numbers. */
export const particleData = [
  { name: 'gamma', antiparticle: 'gamma', pdgId: 22, charge: 0, mass: massless },
  { name: 'e-', antiparticle: 'e+', pdgId: 11, charge: -1, mass: published(0.51099895e-3, 1.5e-13), flavour: 'e' },
  {
    name: 'mu-',
    antiparticle: 'mu+',
    pdgId: 13,
    charge: -1,
    mass: published(0.1056583755, 2.3e-9),
    lifetime: lifetime(2.1969811e-6, 2.2e-12),
    flavour: 'mu',
  },
  {
    name: 'tau-',
    antiparticle: 'tau+',
    pdgId: 15,
    charge: -1,
    mass: published(1.77693, 9e-5),
    lifetime: lifetime(290.3e-15, 0.5e-15),
    flavour: 'tau',
  },
  { name: 'nu_e', antiparticle: 'nu_ebar', pdgId: 12, charge: 0, mass: massless, flavour: 'e' },
  { name: 'nu_mu', antiparticle: 'nu_mubar', pdgId: 14, charge: 0, mass: massless, flavour: 'mu' },
  { name: 'nu_tau', antiparticle: 'nu_taubar', pdgId: 16, charge: 0, mass: massless, flavour: 'tau' },
  { name: 'nu', antiparticle: 'nubar', pdgId: 12, charge: 0, mass: massless, flavour: 'any' },
  {
    name: 'pi+',
    antiparticle: 'pi-',
    pdgId: 211,
    charge: 1,
    mass: published(0.13957039, 1.8e-7),
    lifetime: lifetime(2.6033e-8, 5e-12),
  },
  {
    name: 'pi0',
    antiparticle: 'pi0',
    pdgId: 111,
    charge: 0,
    mass: published(0.1349768, 5e-7),
    lifetime: lifetime(8.43e-17, 1.3e-18),
  },
  {
    name: 'eta',
    antiparticle: 'eta',
    pdgId: 221,
    charge: 0,
    mass: published(0.547862, 1.7e-5),
    width: published(1.31e-6, 5e-8),
  },
  {
    name: 'etaprime',
    antiparticle: 'etaprime',
    pdgId: 331,
    charge: 0,
    mass: published(0.95778, 6e-5),
    width: published(1.88e-4, 6e-6),
  },
  {
    name: 'rho',
    antiparticle: 'rho',
    pdgId: 113,
    charge: 0,
    mass: published(0.77526, 2.3e-4),
    width: published(0.1474, 8e-4),
  },
  {
    name: 'rho+',
    antiparticle: 'rho-',
    pdgId: 213,
    charge: 1,
    mass: published(0.77511, 3.4e-4),
    width: published(0.1491, 8e-4),
  },
  {
    name: 'omega',
    antiparticle: 'omega',
    pdgId: 223,
    charge: 0,
    mass: published(0.78266, 1.3e-4),
    width: published(8.68e-3, 1.3e-4),
  },
  {
    name: 'phi',
    antiparticle: 'phi',
    pdgId: 333,
    charge: 0,
    mass: published(1.019461, 1.6e-5),
    width: published(4.249e-3, 1.3e-5),
  },
  {
    name: 'K+',
    antiparticle: 'K-',
    pdgId: 321,
    charge: 1,
    mass: published(0.493677, 1.5e-5),
    lifetime: lifetime(1.238e-8, 2e-11),
  },
  { name: 'K0', antiparticle: 'K0bar', pdgId: 311, charge: 0, mass: published(0.497611, 1.3e-5) },
  {
    name: 'K_S',
    antiparticle: 'K_S',
    pdgId: 310,
    charge: 0,
    mass: published(0.497611, 1.3e-5),
    lifetime: lifetime(0.8954e-10, 4e-14),
  },
  {
    name: 'K_L',
    antiparticle: 'K_L',
    pdgId: 130,
    charge: 0,
    mass: published(0.497611, 1.3e-5),
    lifetime: lifetime(5.116e-8, 2.1e-10),
  },
  {
    name: 'K*+',
    antiparticle: 'K*-',
    pdgId: 323,
    charge: 1,
    mass: published(0.89167, 2.6e-4),
    width: published(0.0514, 8e-4),
  },
  {
    name: 'K*0',
    antiparticle: 'K*0bar',
    pdgId: 313,
    charge: 0,
    mass: published(0.89555, 2e-4),
    width: published(0.0473, 5e-4),
  },
  {
    name: 'D+',
    antiparticle: 'D-',
    pdgId: 411,
    charge: 1,
    mass: published(1.86966, 5e-5),
    lifetime: lifetime(1.033e-12, 5e-15),
  },
  {
    name: 'D0',
    antiparticle: 'D0bar',
    pdgId: 421,
    charge: 0,
    mass: published(1.86484, 5e-5),
    lifetime: lifetime(0.4103e-12, 1e-15),
  },
  {
    name: 'D_s+',
    antiparticle: 'D_s-',
    pdgId: 431,
    charge: 1,
    mass: published(1.96835, 7e-5),
    lifetime: lifetime(0.5012e-12, 2.2e-15),
  },
  {
    name: 'B+',
    antiparticle: 'B-',
    pdgId: 521,
    charge: 1,
    mass: published(5.27941, 7e-5),
    lifetime: lifetime(1.638e-12, 4e-15),
  },
  {
    name: 'B0',
    antiparticle: 'B0bar',
    pdgId: 511,
    charge: 0,
    mass: published(5.27972, 8e-5),
    lifetime: lifetime(1.517e-12, 4e-15),
  },
  {
    name: 'B_s0',
    antiparticle: 'B_s0bar',
    pdgId: 531,
    charge: 0,
    mass: published(5.36693, 1e-4),
    lifetime: lifetime(1.52e-12, 5e-15),
  },
  {
    name: 'J/psi',
    antiparticle: 'J/psi',
    pdgId: 443,
    charge: 0,
    mass: published(3.0969, 6e-6),
    width: published(9.26e-5, 1.7e-6),
  },
  { name: 'p', antiparticle: 'pbar', pdgId: 2212, charge: 1, mass: published(0.93827208816, 2.9e-10) },
  {
    name: 'n',
    antiparticle: 'nbar',
    pdgId: 2112,
    charge: 0,
    mass: published(0.9395654205, 5e-10),
    lifetime: lifetime(878.4, 0.5),
  },
  {
    name: 'Lambda',
    antiparticle: 'Lambdabar',
    pdgId: 3122,
    charge: 0,
    mass: published(1.115683, 6e-6),
    lifetime: lifetime(2.617e-10, 1e-12),
  },
  {
    name: 'Sigma+',
    antiparticle: 'Sigma+bar',
    pdgId: 3222,
    charge: 1,
    mass: published(1.18937, 7e-5),
    lifetime: lifetime(0.8018e-10, 2.6e-13),
  },
  {
    name: 'Sigma-',
    antiparticle: 'Sigma-bar',
    pdgId: 3112,
    charge: -1,
    mass: published(1.197449, 2.9e-5),
    lifetime: lifetime(1.479e-10, 1.1e-12),
  },
] as const satisfies readonly ParticleRow[];

type Row = (typeof particleData)[number];

/** Every particle of the built-in table, known to the compiler. */
export type ParticleName = Row['name'] | Row['antiparticle'];
