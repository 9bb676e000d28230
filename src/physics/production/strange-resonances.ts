import { cos, sin } from '../../math/elementary.ts';
import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { beautyMesonsPerProton } from './beauty-decays.ts';
import { decaySpectrum, type RecoilLine } from './decay-spectrum.ts';
import { decayMomentum, kallen } from './kinematics.ts';
import { ELEMENTARY_MASS, MASS } from './masses.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { requireMeasuredBeam } from './spectrum.ts';
import { outsideValidity } from './validity.ts';

const B = MASS.chargedB;
const { bottom, strange } = ELEMENTARY_MASS;
/** Axial mesons mix by this angle, rad. */
const AXIAL_ANGLE = -0.593;

/** Squared hadronic element of s̄_L b_R at x = m²/m_B², Källén function λ and recoil mass m_K. */
type ElementSquared = (x: number, lambda: number, kaon: number) => number;
const square = (value: number) => value * value;
const double = (f0: number, a: number, b: number) => (x: number) => f0 / (1 - a * x + b * x * x);

const scalar =
  (form: (x: number) => number): ElementSquared =>
  (x, _, kaon) =>
    square(((B * B * (1 - x) - kaon * kaon) / (2 * (bottom + strange))) * form(x));
const vector =
  (perpendicular: number, parallel: number): ElementSquared =>
  (x, lambda, kaon) => {
    const a0 = (1 - (2 * kaon * kaon) / (B * B * (1 - x) + kaon * kaon)) * perpendicular + (kaon / B) * parallel;
    return (lambda / square(2 * (bottom + strange))) * square(a0 / (1 - x));
  };
const axial =
  (ofA: number, ofB: number): ElementSquared =>
  (x, lambda, kaon) => {
    const v0 = ofA * 1.31 * double(0.22, 2.4, 1.78)(x) + ofB * 1.34 * double(-0.45, 1.34, 0.64)(x);
    return (lambda / square(2 * (bottom - strange))) * square(v0 / kaon);
  };
const tensor: ElementSquared = (x, lambda, kaon) => {
  const form = double(0.23, 1.23, 0.76)(x) / (1 - x);
  return square((lambda * form) / (2 * B * kaon * (bottom + strange))) / 6;
};
const [c, s] = [cos(AXIAL_ANGLE), sin(AXIAL_ANGLE)];

/** Strange mesons beyond K and K*(892): mass (GeV) and element; form factors as collected in arXiv:1904.10447, appendix. */
const resonances = {
  'K0*(700)': { mass: 0.845, element: scalar(double(0.46, 1.6, 1.35)) },
  'K0*(1430)': { mass: 1.425, element: scalar(double(0.17, 4.4, 6.4)) },
  'K*(1410)': { mass: 1.4141, element: vector(0.22, 0.28) },
  'K*(1680)': { mass: 1.718, element: vector(0.18, 0.24) },
  'K1(1270)': { mass: 1.253, element: axial(s, c) },
  'K1(1400)': { mass: 1.403, element: axial(c, -s) },
  'K2*(1430)': { mass: 1.4273, element: tensor },
} as const satisfies Record<string, { mass: number; element: ElementSquared }>;
export type StrangeResonance = keyof typeof resonances;
export const strangeResonances = Object.keys(resonances) as StrangeResonance[];

/** Branching fraction of B⁺ → resonance X through L = h_bs X s̄_L b_R for h_bs = 1; 0 when closed. */
export function resonanceFraction(name: StrangeResonance, mass: number): number {
  const { mass: kaon, element } = resonances[name];
  const p = decayMomentum(B, kaon, mass);
  if (p === 0) return 0;
  const lambda = kallen(B * B, kaon * kaon, mass * mass);
  const width = (element((mass * mass) / (B * B), lambda, kaon) * p) / (8 * Math.PI * B * B);
  return (width * particle('B+').ctau) / HBAR_C;
}

const LARGEST = B - resonances['K0*(700)'].mass;

/** B → X and any of these resonances, as one mechanism; `flavourChange` is h_bs for unit coupling. */
export function resonanceMechanism(flavourChange: number): Mechanism {
  const id = 'B -> K(res) X';
  return {
    id,
    title: 'B → X and heavier kaons',
    couplingPower: 2,
    references: ['arXiv:1904.10447'],
    spectrum(mass, target) {
      if (!(mass < LARGEST)) return outsideValidity(id, 'mass', mass, { min: 0, max: LARGEST }, 'the decay is closed');
      const outside = requireMeasuredBeam(id, target);
      if (outside !== undefined) return outside;
      const { lines, fraction } = linesAt(mass);
      return decaySpectrum({
        mechanism: id,
        mother: mesonSpectrum('B'),
        mass,
        recoil: lines,
        decaysPerProton: beautyMesonsPerProton(target.massNumber) * flavourChange * flavourChange * fraction,
      });
    },
  };
}

/** Two recoil masses: the K0*(700), and the rest at its mean squared mass. */
function linesAt(mass: number): { lines: RecoilLine[]; fraction: number } {
  const light = resonanceFraction('K0*(700)', mass);
  let heavy = 0;
  let moment = 0;
  for (const name of strangeResonances) {
    if (name === 'K0*(700)') continue;
    const fraction = resonanceFraction(name, mass);
    heavy += fraction;
    moment += fraction * resonances[name].mass * resonances[name].mass;
  }
  const fraction = light + heavy;
  const lines: RecoilLine[] = [{ recoilMass: resonances['K0*(700)'].mass, share: light / fraction }];
  if (heavy > 0) lines.push({ recoilMass: Math.sqrt(moment / heavy), share: heavy / fraction });
  return { lines, fraction };
}
