import { type Fact, fact, HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { decaySpectrum } from './decay-spectrum.ts';
import { fragmentation, heavyQuarkPairs } from './heavy-quarks.ts';
import { decayMomentum, kallen } from './kinematics.ts';
import { ELEMENTARY_MASS, MASS } from './masses.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { requireMeasuredBeam } from './spectrum.ts';
import { CKM, HIGGS_VEV } from './standard-model.ts';
import { outsideValidity } from './validity.ts';

export type BeautyDecay = 'K' | 'K*';
const recoilMasses: Record<BeautyDecay, number> = { K: MASS.chargedKaon, 'K*': MASS.kstar };
const { bottom, strange } = ELEMENTARY_MASS;
const B = MASS.chargedB;

/**
 * Squared hadronic element h² of s̄_L b_R (GeV²) between a B meson and K or K*(892) at momentum transfer q² = m² (Ball and
 * Zwicky form factors, arXiv:hep-ph/0406232 and hep-ph/0412079, as in arXiv:1904.10447).
 */
export function beautyElementSquared(decay: BeautyDecay, mass: number): number {
  const q2 = mass * mass;
  if (decay === 'K') {
    const f0 = 0.33 / (1 - q2 / 37.46);
    const h = ((B * B - MASS.chargedKaon * MASS.chargedKaon) / (2 * (bottom - strange))) * f0;
    return h * h;
  }
  const a0 = 1.364 / (1 - q2 / (B * B)) - 0.99 / (1 - q2 / 36.78);
  const lambda = Math.max(0, kallen(B * B, MASS.kstar * MASS.kstar, q2));
  return (lambda / (4 * (bottom + strange) * (bottom + strange))) * a0 * a0;
}

/** Width (GeV) of B → K⁽*⁾X through L = h_bs X s̄_L b_R for h_bs = 1: h² p/(8π m_B²); 0 when closed. */
export function beautyWidth(decay: BeautyDecay, mass: number): number {
  const p = decayMomentum(B, recoilMasses[decay], mass);
  return (beautyElementSquared(decay, mass) * p) / (8 * Math.PI * B * B);
}

/** Branching fraction of B⁺ → K⁽*⁾X for h_bs = 1. */
export function beautyFraction(decay: BeautyDecay, mass: number): number {
  return beautyWidth(decay, mass) * (particle('B+').ctau / HBAR_C);
}

/** Top mass in loops of flavour change, GeV: MS-bar at itself. */
export const RUNNING_TOP_MASS: Fact = fact(162.5, 'published', 'Particle Data Group 2022, from cross-sections');

/** Flavour-changing coupling h_bs of a scalar that mixes with the Higgs by angle 1: 3 m_b m_t² |V_tb V_ts| / (16π² v³). */
export const SCALAR_FLAVOUR_CHANGE =
  (3 * bottom * RUNNING_TOP_MASS.value * RUNNING_TOP_MASS.value * CKM.tbts) /
  (16 * Math.PI * Math.PI * HIGGS_VEV * HIGGS_VEV * HIGGS_VEV);

/** B mesons (charged and neutral) per proton in a 400 GeV dump of that mass number, heavy quarks as measured. */
export function beautyMesonsPerProton(massNumber: number): number {
  return 2 * (fragmentation['B+-'].value + fragmentation.B0.value) * heavyQuarkPairs('measured', 'beauty', massNumber);
}

/** B → K⁽*⁾X as a production mechanism; `flavourChange` is h_bs for unit coupling. */
export function beautyMechanism(decay: BeautyDecay, flavourChange: number): Mechanism {
  const id = `B -> ${decay} X`;
  return {
    id,
    title: `B → ${decay} X`,
    couplingPower: 2,
    references: ['arXiv:1904.10447', 'arXiv:2201.05170'],
    spectrum(mass, target) {
      const max = B - recoilMasses[decay];
      if (!(decayMomentum(B, mass, recoilMasses[decay]) > 0))
        return outsideValidity(id, 'mass', mass, { min: 0, max }, 'the decay is closed');
      return (
        requireMeasuredBeam(id, target) ??
        decaySpectrum({
          mechanism: id,
          mother: mesonSpectrum('B'),
          mass,
          recoil: [{ recoilMass: recoilMasses[decay], share: 1 }],
          decaysPerProton:
            beautyMesonsPerProton(target.massNumber) * flavourChange * flavourChange * beautyFraction(decay, mass),
        })
      );
    },
  };
}
