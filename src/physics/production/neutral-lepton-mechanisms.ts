import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { charmSpectrum } from './charm-spectrum.ts';
import { decaySpectrum, type RecoilLine } from './decay-spectrum.ts';
import { fragmentation, heavyQuarkPairs } from './heavy-quarks.ts';
import { kallen } from './kinematics.ts';
import { MASS } from './masses.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import {
  leptonicFraction,
  pole,
  recoilMass,
  type SemileptonicDecay,
  semileptonicFraction,
  semileptonicRate,
} from './neutral-lepton-fractions.ts';
import { type MotherSpectrum, requireMeasuredBeam } from './spectrum.ts';
import { CKM, DECAY_CONSTANT, FERMI_CONSTANT } from './standard-model.ts';
import { outsideValidity } from './validity.ts';

/** Lattice form factors at q² = 0 with the nearest pole (f₊ vector, f₀ scalar; GeV), recalled from FLAG 2021. */
const semileptonic: readonly (SemileptonicDecay & {
  readonly id: string;
  readonly hadron: 'charm' | 'beauty';
  readonly mesons: number;
})[] = [
  {
    id: 'D0 -> K',
    hadron: 'charm',
    mesons: fragmentation.D0.value,
    mother: 'D0',
    recoil: recoilMass.kaon,
    strength: CKM.cs * CKM.cs,
    fPlus: pole(0.738, 2.112),
    fZero: pole(0.738, 2.318),
  },
  {
    id: 'D+- -> K0',
    hadron: 'charm',
    mesons: fragmentation['D+-'].value,
    mother: 'D+',
    recoil: recoilMass.neutralKaon,
    strength: CKM.cs * CKM.cs,
    fPlus: pole(0.738, 2.112),
    fZero: pole(0.738, 2.318),
  },
  {
    id: 'D0 -> pi',
    hadron: 'charm',
    mesons: fragmentation.D0.value,
    mother: 'D0',
    recoil: recoilMass.pion,
    strength: CKM.cd * CKM.cd,
    fPlus: pole(0.612, 2.01),
    fZero: pole(0.612, 2.35),
  },
  {
    id: 'B+- -> D0',
    hadron: 'beauty',
    mesons: 2 * fragmentation['B+-'].value,
    mother: 'B+',
    recoil: recoilMass.D0,
    strength: CKM.cb * CKM.cb,
    fPlus: pole(0.66, 6.33),
    fZero: pole(0.66, 6.7),
  },
  {
    id: 'B0 -> D+-',
    hadron: 'beauty',
    mesons: 2 * fragmentation.B0.value,
    mother: 'B0',
    recoil: recoilMass['D+'],
    strength: CKM.cb * CKM.cb,
    fPlus: pole(0.66, 6.33),
    fZero: pole(0.66, 6.7),
  },
];

const RECOIL_LINES = 6;

/** Masses of the hadron–lepton system that N recoils against at six values of q². */
function recoilLines(decay: SemileptonicDecay, lepton: number, mass: number): RecoilLine[] {
  const m = particle(decay.mother).mass;
  const from = (lepton + mass) * (lepton + mass);
  const to = (m - decay.recoil) * (m - decay.recoil);
  // For each q², N takes the momentum p* of (ℓN) with isotropic direction; its energy in H's frame averages to that of a
  // two-body decay against M with M² = m² + m_N² − 2 m ⟨E_N⟩.
  const lines: RecoilLine[] = [];
  let sum = 0;
  for (let i = 0; i < RECOIL_LINES; i++) {
    const q2 = from + ((i + 0.5) / RECOIL_LINES) * (to - from);
    const q = Math.sqrt(q2);
    const energyOfPair = (m * m + q2 - decay.recoil * decay.recoil) / (2 * m);
    const inPair = (q2 + mass * mass - lepton * lepton) / (2 * q);
    const energy = (energyOfPair / q) * inPair;
    const recoil2 = m * m + mass * mass - 2 * m * energy;
    const share = semileptonicRate(decay, lepton, mass, q2);
    if (!(recoil2 > 0) || !(Math.sqrt(recoil2) < m - mass)) continue;
    lines.push({ recoilMass: Math.sqrt(recoil2), share });
    sum += share;
  }
  return lines.map(({ recoilMass: r, share }) => ({ recoilMass: r, share: share / sum }));
}

const mothers: Record<'D+' | 'D0' | 'D_s+', number> = {
  'D+': MASS.chargedD,
  D0: MASS.neutralD,
  'D_s+': MASS.strangeD,
};
const charm = (name: 'D+' | 'D0' | 'D_s+', beam: number) => charmSpectrum(name, mothers[name], beam);

/** τ leptons from D_s → τν take the D_s direction and m_τ/m_Ds of its energy (p* = 0.18 GeV neglected). */
function tauSpectrum(beam: number): MotherSpectrum {
  const strange = charm('D_s+', beam);
  const r = MASS.tau / MASS.strangeD;
  return {
    ...strange,
    name: 'tau',
    mass: MASS.tau,
    energy: { min: r * strange.energy.min, max: r * strange.energy.max },
    invariant: (energy, pz, pt) => strange.invariant(energy / r, pz / r, pt / r) / (r * r),
    sample(u0, u1, target) {
      strange.sample(u0, u1, target);
      target[0] *= r;
      target[1] *= r;
    },
  };
}
const STRANGE_TO_TAU = 0.0532;

/** Branching fractions of τ → N X with |U_τ| = 1 and what N recoils against. */
function tauDecays(mass: number): { recoilMass: number; fraction: number }[] {
  const m = MASS.tau;
  const time = particle('tau-').ctau / HBAR_C;
  const n = (mass / m) * (mass / m);
  const meson = (h: number, width: (x: number) => number) => {
    const x = (h / m) * (h / m);
    if (mass + h >= m) return { recoilMass: h, fraction: 0 };
    return { recoilMass: h, fraction: width(x) * Math.sqrt(Math.max(0, kallen(1, n, x))) * time };
  };
  const scale = (FERMI_CONSTANT * FERMI_CONSTANT * m * m * m) / (16 * Math.PI);
  const pion = DECAY_CONSTANT.pion * CKM.ud;
  const rho = (DECAY_CONSTANT.rhoTimesMass * CKM.ud) / MASS.rho;
  return [
    meson(MASS.chargedPion, (x) => scale * pion * pion * ((1 - n) * (1 - n) - x * (1 + n))),
    meson(MASS.rho, (x) => scale * rho * rho * ((1 - n) * (1 - n) + x * (1 + n) - 2 * x * x)),
  ].filter(({ fraction }) => fraction > 0);
}

/** Production of a neutral lepton that mixes with one flavour (|U| = 1) in decays of charm, beauty and τ. */
export function neutralLeptonMechanisms(flavour: 'e' | 'mu' | 'tau', lepton: number): Mechanism[] {
  const references = ['arXiv:1805.08567'];
  const mechanism = (id: string, largest: number, spectrum: Mechanism['spectrum']): Mechanism => ({
    id,
    title: id.replace('->', '→'),
    couplingPower: 2,
    references,
    spectrum(mass, target) {
      if (!(mass < largest)) return outsideValidity(id, 'mass', mass, { min: 0, max: largest }, 'the decay is closed');
      return requireMeasuredBeam(id, target) ?? spectrum(mass, target);
    },
  });
  const leptonic = (name: 'D+' | 'D_s+', mesons: number, fV: number) =>
    mechanism(`${name}- -> ${flavour} N`, particle(name).mass - lepton, (mass, target) =>
      decaySpectrum({
        mechanism: `${name}- -> ${flavour} N`,
        mother: charm(name, target.beamMomentum),
        mass,
        recoil: [{ recoilMass: lepton, share: 1 }],
        decaysPerProton:
          heavyQuarkPairs('measured', 'charm', target.massNumber) * mesons * leptonicFraction(name, fV, lepton, mass),
      }),
    );
  const list: Mechanism[] = [
    leptonic('D+', fragmentation['D+-'].value, DECAY_CONSTANT.D * CKM.cd),
    leptonic('D_s+', fragmentation['D_s+-'].value, DECAY_CONSTANT.Ds * CKM.cs),
    mechanism(`B+- -> ${flavour} N`, MASS.chargedB - lepton, (mass, target) =>
      decaySpectrum({
        mechanism: `B+- -> ${flavour} N`,
        mother: mesonSpectrum('B'),
        mass,
        recoil: [{ recoilMass: lepton, share: 1 }],
        decaysPerProton:
          heavyQuarkPairs('measured', 'beauty', target.massNumber) *
          2 *
          fragmentation['B+-'].value *
          leptonicFraction('B+', DECAY_CONSTANT.B * CKM.ub, lepton, mass),
      }),
    ),
  ];
  for (const decay of semileptonic) {
    const largest = particle(decay.mother).mass - decay.recoil - lepton;
    if (!(largest > 0)) continue;
    list.push(
      mechanism(`${decay.id} ${flavour} N`, largest, (mass, target) =>
        decaySpectrum({
          mechanism: `${decay.id} ${flavour} N`,
          mother:
            decay.hadron === 'beauty' ? mesonSpectrum('B') : charm(decay.mother as 'D+' | 'D0', target.beamMomentum),
          mass,
          recoil: recoilLines(decay, lepton, mass),
          decaysPerProton:
            heavyQuarkPairs('measured', decay.hadron, target.massNumber) *
            decay.mesons *
            semileptonicFraction(decay, lepton, mass),
        }),
      ),
    );
  }
  if (flavour === 'tau')
    list.push(
      mechanism('tau -> N X', MASS.tau - MASS.chargedPion, (mass, target) => {
        const decays = tauDecays(mass);
        const total = decays.reduce((sum, { fraction }) => sum + fraction, 0);
        return decaySpectrum({
          mechanism: 'tau -> N X',
          mother: tauSpectrum(target.beamMomentum),
          mass,
          recoil: decays.map(({ recoilMass: r, fraction }) => ({ recoilMass: r, share: fraction / total })),
          decaysPerProton:
            heavyQuarkPairs('measured', 'charm', target.massNumber) *
            fragmentation['D_s+-'].value *
            STRANGE_TO_TAU *
            total,
        });
      }),
    );
  return list;
}
