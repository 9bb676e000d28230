import { integrateFixed } from '../../math/quadrature.ts';
import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { type BeautyDecay, beautyMesonsPerProton, beautyWidth, SCALAR_FLAVOUR_CHANGE } from './beauty-decays.ts';
import { decaySpectrum, type RecoilLine } from './decay-spectrum.ts';
import { pairVelocity } from './kinematics.ts';
import { ELEMENTARY_MASS, MASS } from './masses.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { requireMeasuredBeam } from './spectrum.ts';
import { outsideValidity } from './validity.ts';

/** Width of the Higgs boson in the Standard Model, GeV (published: arXiv:1610.07922). */
const HIGGS_WIDTH = 4.1e-3;
const recoils: Record<BeautyDecay, number> = { K: MASS.chargedKaon, 'K*': MASS.kstar };

/**
 * Squared coupling α² (GeV²) of L = −(α/2) h S² that gives BR(h → SS) for light S: Γ = α²/(32π m_h), of a total that
 * includes it.
 */
export function quarticCouplingSquared(higgsFraction: number): number {
  return (32 * Math.PI * ELEMENTARY_MASS.higgs * HIGGS_WIDTH * higgsFraction) / (1 - higgsFraction);
}

/**
 * dBR/dq² (GeV⁻²) of B⁺ → K⁽*⁾SS through an off-shell Higgs boson, q² the squared mass of the pair:
 * Γ(B → K h*(q²)) (1/m_h⁴) α² β/(16π) / 2π, the factor ½ of identical particles included.
 */
export function scalarPairRate(decay: BeautyDecay, mass: number, q2: number, coupling2: number): number {
  const pair = Math.sqrt(q2);
  const c = SCALAR_FLAVOUR_CHANGE;
  const m2 = ELEMENTARY_MASS.higgs * ELEMENTARY_MASS.higgs;
  const width = c * c * beautyWidth(decay, pair);
  const phaseSpace = (coupling2 * pairVelocity(pair, mass)) / (16 * Math.PI * m2 * m2);
  return (width * phaseSpace * (particle('B+').ctau / HBAR_C)) / (2 * Math.PI);
}

const LINES = 6;

/** B → K⁽*⁾SS with BR(h → SS) fixed: a yield that does not depend on the mixing angle. Two scalars per decay. */
export function scalarPairMechanism(decay: BeautyDecay, higgsFraction: number): Mechanism {
  const id = `B -> ${decay} X X`;
  const coupling2 = quarticCouplingSquared(higgsFraction);
  return {
    id,
    title: `B → ${decay} XX through the Higgs boson, BR(h → XX) = ${higgsFraction}`,
    couplingPower: 0,
    references: ['arXiv:1904.10447'],
    spectrum(mass, target) {
      const largest = (MASS.chargedB - recoils[decay]) / 2;
      if (!(mass < largest)) return outsideValidity(id, 'mass', mass, { min: 0, max: largest }, 'the decay is closed');
      const from = 4 * mass * mass;
      const to = (MASS.chargedB - recoils[decay]) * (MASS.chargedB - recoils[decay]);
      const fraction = integrateFixed((q2) => scalarPairRate(decay, mass, q2, coupling2), from, to, 96);
      const lines: RecoilLine[] = [];
      let sum = 0;
      for (let i = 0; i < LINES; i++) {
        const q2 = from + ((i + 0.5) / LINES) * (to - from);
        // In the frame of the B meson a scalar has on average half the energy of the pair.
        const energy = (MASS.chargedB * MASS.chargedB + q2 - recoils[decay] * recoils[decay]) / (4 * MASS.chargedB);
        const recoil2 = MASS.chargedB * MASS.chargedB + mass * mass - 2 * MASS.chargedB * energy;
        const share = scalarPairRate(decay, mass, q2, coupling2);
        const recoilMass = Math.sqrt(Math.max(0, recoil2));
        if (!(share > 0 && recoilMass + mass < MASS.chargedB)) continue;
        lines.push({ recoilMass, share });
        sum += share;
      }
      return (
        requireMeasuredBeam(id, target) ??
        decaySpectrum({
          mechanism: id,
          mother: mesonSpectrum('B'),
          mass,
          recoil: lines.map(({ recoilMass, share }) => ({ recoilMass, share: share / sum })),
          decaysPerProton: 2 * beautyMesonsPerProton(target.massNumber) * fraction,
        })
      );
    },
  };
}
