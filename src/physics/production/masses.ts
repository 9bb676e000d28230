import { particle } from '../particles/index.ts';

/** Masses in GeV, read once from the particle table. */
export const MASS = {
  electron: particle('e-').mass,
  muon: particle('mu-').mass,
  tau: particle('tau-').mass,
  proton: particle('p').mass,
  chargedPion: particle('pi+').mass,
  neutralPion: particle('pi0').mass,
  eta: particle('eta').mass,
  etaPrime: particle('etaprime').mass,
  rho: particle('rho').mass,
  omega: particle('omega').mass,
  phi: particle('phi').mass,
  chargedKaon: particle('K+').mass,
  neutralKaon: particle('K0').mass,
  kstar: particle('K*+').mass,
  chargedD: particle('D+').mass,
  neutralD: particle('D0').mass,
  strangeD: particle('D_s+').mass,
  chargedB: particle('B+').mass,
  neutralB: particle('B0').mass,
} as const;

/**
 * Quark and boson masses in GeV that no table of hadrons has (published: Particle Data Group 2022; light quarks MS-bar
 * at 2 GeV, charm and bottom at their own mass, top from direct measurements).
 */
export const ELEMENTARY_MASS = {
  up: 2.16e-3,
  down: 4.67e-3,
  strange: 0.0934,
  charm: 1.27,
  bottom: 4.18,
  top: 172.6,
  W: 80.377,
  Z: 91.1876,
  higgs: 125.25,
} as const;
