import { type Fact, fact } from '../../../units/index.ts';
import { leptonToHadrons, pionPair } from '../../form-factors/spectral-functions.ts';
import { MASS } from '../../production/masses.ts';
import { CKM, DECAY_CONSTANT, SIN2_WEINBERG } from '../../production/standard-model.ts';
import { flavours, type LeptonFlavour, leptonMass } from '../../weak-decays/flavour.ts';
import { toLeptonPair, toNeutrinos, toUnlikeLeptons } from '../../weak-decays/lepton-widths.ts';
import {
  toChargedPseudoscalar,
  toChargedVector,
  toNeutralPseudoscalar,
  toNeutralVector,
} from '../../weak-decays/meson-widths.ts';
import { neutralPionPair } from './neutral-pion-pair.ts';
import { QUARKS_FROM, quarkWidths } from './quark-widths.ts';

/** Constants of the neutral mesons (f_π = 130 MeV convention) and g = f m of vectors (GeV²). */
export const neutrinoMesonConstants: Fact<{
  eta: number;
  etaprime: number;
  omega: number;
  phi: number;
  kstar: number;
}> = fact(
  { eta: 0.0817, etaprime: 0.0947, omega: 0.153, phi: 0.234, kstar: 0.177 },
  'recalled',
  'Bondarenko, Boyarsky, Gorbunov, Ruchayskiy, arXiv:1805.08567, tables 9 and 10; K*: BR(τ → K*ν) = 1.2 %',
);

const beyond = (quarks: number, mesons: number) => Math.max(0, quarks - mesons);

/**
 * Partial widths (GeV, Dirac, U_flavour = 1) of a neutral lepton that mixes with one flavour. Hadrons: π, K, η, η′, ω, φ,
 * K* and pairs of pions through |F_π|²; above 1 GeV what the width to quarks has beyond the mesons of the same current
 * and flavour is added as 'l hadrons' and 'nu hadrons', and charm as such. Every width is 0 below its threshold.
 */
export function neutralLeptonWidths(mass: number, flavour: LeptonFlavour): Record<string, number> {
  const own = leptonMass[flavour];
  const partial: Record<string, number> = { 'nu nu nu': toNeutrinos(mass) };
  for (const other of flavours) {
    partial[`${other}+ ${other}- nu`] = toLeptonPair(mass, leptonMass[other], other === flavour);
    if (other !== flavour) partial[`${flavour}- ${other}+ nu`] = toUnlikeLeptons(mass, own, leptonMass[other]);
  }
  const c = neutrinoMesonConstants.value;
  const s2 = SIN2_WEINBERG;
  const lightCharged = {
    [`${flavour}- pi+`]: toChargedPseudoscalar(mass, own, MASS.chargedPion, DECAY_CONSTANT.pion * CKM.ud),
    [`${flavour}- pi+ pi0`]: CKM.ud * CKM.ud * leptonToHadrons(mass, own, pionPair),
  };
  const strangeCharged = {
    [`${flavour}- K+`]: toChargedPseudoscalar(mass, own, MASS.chargedKaon, DECAY_CONSTANT.kaon * CKM.us),
    [`${flavour}- K*+`]: toChargedVector(mass, own, MASS.kstar, c.kstar * CKM.us),
  };
  const lightNeutral = {
    'nu pi0': toNeutralPseudoscalar(mass, MASS.neutralPion, DECAY_CONSTANT.pion),
    'nu pi+ pi-': neutralPionPair(mass),
    'nu omega': toNeutralVector(mass, MASS.omega, ((2 * s2) / 3) * c.omega),
  };
  const strangeNeutral = {
    'nu eta': toNeutralPseudoscalar(mass, MASS.eta, c.eta),
    'nu etaprime': toNeutralPseudoscalar(mass, MASS.etaPrime, c.etaprime),
    'nu phi': toNeutralVector(mass, MASS.phi, Math.SQRT2 * (0.5 - (2 / 3) * s2) * c.phi),
  };
  Object.assign(partial, lightCharged, strangeCharged, lightNeutral, strangeNeutral);
  if (mass > QUARKS_FROM) {
    const sum = (table: Record<string, number>) => Object.values(table).reduce((a, b) => a + b, 0);
    const { charged, neutral } = quarkWidths(mass, own);
    partial[`${flavour}- hadrons`] =
      beyond(charged.light, sum(lightCharged)) + beyond(charged.strange, sum(strangeCharged));
    partial['nu hadrons'] = beyond(neutral.light, sum(lightNeutral)) + beyond(neutral.strange, sum(strangeNeutral));
    partial[`${flavour}- charm`] = charged.charm;
    partial['nu c cbar'] = neutral.charm;
  }
  return partial;
}
