import { MASS } from '../production/masses.ts';

/** Flavour of the one neutrino that a heavy neutral lepton mixes with. */
export type LeptonFlavour = 'e' | 'mu' | 'tau';
export const flavours = ['e', 'mu', 'tau'] as const;
export const leptonMass: Readonly<Record<LeptonFlavour, number>> = {
  e: MASS.electron,
  mu: MASS.muon,
  tau: MASS.tau,
};
