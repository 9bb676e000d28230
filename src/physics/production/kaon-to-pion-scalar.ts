import { type Fact, fact, HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { decaySpectrum } from './decay-spectrum.ts';
import { decayMomentum } from './kinematics.ts';
import { MASS } from './masses.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { type MotherSpectrum, requireMeasuredBeam } from './spectrum.ts';
import { CKM, HIGGS_VEV } from './standard-model.ts';
import { outsideValidity } from './validity.ts';

const K = MASS.chargedKaon;
const LARGEST = K - MASS.chargedPion;

/** Charged kaons of both signs per interacting proton. */
export const chargedKaons: Fact = fact(0.331 + 0.224, 'recalled', 'LEBC-EHS, Z. Phys. C 50 (1991) 405, pp at 400 GeV');
/** Length (m) after which a kaon in the dump has interacted. */
export const kaonInteractionLength: Fact = fact(
  0.2,
  'proposal',
  '0.153 m of protons in copper times 1.3 for the smaller cross-section of kaons; iron 10 % more',
);

/**
 * Branching fraction of K⁺ → π⁺S for mixing angle 1 and a top mass (GeV): |M| = ½ · 3m_t²|V_ts V_td|/(16π²v³) (m_K² −
 * m_π²), f₀ = 1 (arXiv:0911.4938); the ½ is that of the right-handed projection. 0 when closed.
 */
export function kaonToPionScalar(mass: number, top: number): number {
  const p = decayMomentum(K, MASS.chargedPion, mass);
  const v3 = HIGGS_VEV * HIGGS_VEV * HIGGS_VEV;
  const coupling = (3 * top * top * CKM.tstd) / (16 * Math.PI * Math.PI * v3);
  const amplitude = 0.5 * coupling * (K * K - MASS.chargedPion * MASS.chargedPion);
  return (((amplitude * amplitude * p) / (8 * Math.PI * K * K)) * particle('K+').ctau) / HBAR_C;
}

let kept: MotherSpectrum | undefined;

/** Kaons that decay before they interact: the spectrum of K_S (same shape) times λ/(λ + γβcτ); made once. */
function decayingKaons(): MotherSpectrum {
  if (kept !== undefined) return kept;
  const kaons = mesonSpectrum('kaon');
  const { ctau } = particle('K+');
  const length = kaonInteractionLength.value;
  const decays = (energy: number) => {
    const flight = (Math.sqrt(Math.max(0, energy * energy - K * K)) * ctau) / K;
    return length / (length + flight);
  };
  const out = new Float64Array(3);
  const spectrum: MotherSpectrum = {
    ...kaons,
    name: 'K+-',
    mass: K,
    invariant: (energy, pz, pt) => kaons.invariant(energy, pz, pt) * decays(energy),
    invariants(energy, longitudinal, transverse, out) {
      kaons.invariants(energy, longitudinal, transverse, out);
      const share = decays(energy);
      for (let i = 0; i < out.length; i++) out[i] *= share;
    },
    sample(u0, u1, target) {
      kaons.sample(u0, u1, target);
      target[2] *= decays(target[0]);
    },
  };
  let coverage = 0;
  for (let i = 0; i < 256; i++)
    for (let j = 0; j < 16; j++) {
      spectrum.sample((i + 0.5) / 256, (j + 0.5) / 16, out);
      coverage += out[2] / 4096;
    }
  kept = { ...spectrum, coverage };
  return kept;
}

/** K± → π±S of kaons that decay in the dump before they interact; K_L live longer still, K_S → π⁰S violates CP. */
export function kaonMechanism(top: number): Mechanism {
  const id = 'K+- -> pi X';
  return {
    id,
    title: 'K± → π±X of kaons that decay in the dump',
    couplingPower: 2,
    references: ['arXiv:0911.4938', 'arXiv:1809.01876'],
    spectrum(mass, target) {
      if (!(mass < LARGEST)) return outsideValidity(id, 'mass', mass, { min: 0, max: LARGEST }, 'the decay is closed');
      return (
        requireMeasuredBeam(id, target) ??
        decaySpectrum({
          mechanism: id,
          mother: decayingKaons(),
          mass,
          recoil: [{ recoilMass: MASS.chargedPion, share: 1 }],
          decaysPerProton: chargedKaons.value * kaonToPionScalar(mass, top),
        })
      );
    },
  };
}
