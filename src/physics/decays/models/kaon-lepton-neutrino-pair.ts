import { STRUCTURE_CONSTANTS, type StructureConstants } from '../../form-factors/kaon-lepton-pair-structure.ts';
import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { permutedCascade } from '../../phase-space/permuted-cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel, type SquaredAmplitude } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import { type KaonLeptonCurrent, kaonLeptonCurrent } from '../kaon-lepton-current.ts';
import {
  antiparticleSpinor,
  type Current,
  newCurrent,
  newSpinor,
  particleSpinor,
  vectorCurrent,
} from '../spinors/spinor.ts';

const MK = particle('K+').mass;
type Lepton = 'e' | 'mu';

const E2 = 4 * Math.PI * ALPHA;

/** Momentum of the pair into `q`; returns its square, 2m² + 2p₊·p₋. */
function pairMomentum(plus: MomentumColumns, minus: MomentumColumns, mass: number, i: number, q: Float64Array): number {
  q[0] = plus.energy[i] + minus.energy[i];
  q[1] = plus.px[i] + minus.px[i];
  q[2] = plus.py[i] + minus.py[i];
  q[3] = plus.pz[i] + minus.pz[i];
  return 2 * mass * mass + 2 * dotAt(plus, minus, i);
}

/** Σ|J·ū γ v|² over the pair's spins by the trace 4[p₋p₊ + p₊p₋ − g q²/2]. */
function contractPair(j: Current, plus: MomentumColumns, minus: MomentumColumns, q2: number, i: number): number {
  const dot = (p: MomentumColumns, part: 0 | 1) =>
    p.energy[i] * j[part] - p.px[i] * j[2 + part] - p.py[i] * j[4 + part] - p.pz[i] * j[6 + part];
  const norm = (k: number) => j[k] * j[k] + j[k + 1] * j[k + 1];
  const square = norm(0) - norm(2) - norm(4) - norm(6);
  return 8 * (dot(plus, 0) * dot(minus, 0) + dot(plus, 1) * dot(minus, 1)) - 2 * q2 * square;
}

/** Different flavours: products ℓ⁺, ν, ℓ′⁺, ℓ′⁻. */
function differentFlavours(current: KaonLeptonCurrent, pairMass: number): SquaredAmplitude {
  const currents = [newCurrent(), newCurrent()] as const;
  const q = new Float64Array(4);
  return ([lepton, neutrino, plus, minus], i) => {
    const q2 = pairMomentum(plus, minus, pairMass, i, q);
    current(lepton, neutrino, q, q2, i, currents);
    const factor = E2 / q2;
    const sum = contractPair(currents[0], plus, minus, q2, i) + contractPair(currents[1], plus, minus, q2, i);
    return factor * factor * Math.max(0, sum);
  };
}

/** Same flavour: the amplitude minus that with the two ℓ⁺ exchanged, all spins summed. */
function sameFlavour(current: KaonLeptonCurrent, mass: number): SquaredAmplitude {
  const direct = [newCurrent(), newCurrent()] as const;
  const exchanged = [newCurrent(), newCurrent()] as const;
  const u = newSpinor();
  const v = newSpinor();
  const pairs = Array.from({ length: 4 }, newCurrent);
  const antiparticles = (first: MomentumColumns, minus: MomentumColumns, i: number): void => {
    for (let spinMinus = 0; spinMinus < 2; spinMinus++) {
      particleSpinor(minus.energy[i], minus.px[i], minus.py[i], minus.pz[i], mass, spinMinus as 0 | 1, u);
      for (let spin = 0; spin < 2; spin++) {
        antiparticleSpinor(first.energy[i], first.px[i], first.py[i], first.pz[i], mass, spin as 0 | 1, v);
        vectorCurrent(u, v, pairs[2 * spinMinus + spin]);
      }
    }
  };
  // amplitudes [spin of −][spin of first +][spin of second +], (re, im)
  const amplitude = new Float64Array(16);
  const q = new Float64Array(4);
  const accumulate = (left: readonly [Current, Current], factor: number, leftIsFirst: boolean): void => {
    for (let spinMinus = 0; spinMinus < 2; spinMinus++)
      for (let spinPair = 0; spinPair < 2; spinPair++) {
        const j = pairs[2 * spinMinus + spinPair];
        for (let spinLeft = 0; spinLeft < 2; spinLeft++) {
          const c = left[spinLeft];
          let re = 0;
          let im = 0;
          for (let k = 0; k < 8; k += 2) {
            const metric = k === 0 ? factor : -factor;
            re += metric * (c[k] * j[k] - c[k + 1] * j[k + 1]);
            im += metric * (c[k] * j[k + 1] + c[k + 1] * j[k]);
          }
          const at = 2 * (4 * spinMinus + (leftIsFirst ? 2 * spinLeft + spinPair : 2 * spinPair + spinLeft));
          amplitude[at] += re;
          amplitude[at + 1] += im;
        }
      }
  };
  return ([lepton, neutrino, plus, minus], i) => {
    amplitude.fill(0);
    let q2 = pairMomentum(plus, minus, mass, i, q);
    current(lepton, neutrino, q, q2, i, direct);
    antiparticles(plus, minus, i);
    accumulate(direct, E2 / q2, true);
    q2 = pairMomentum(lepton, minus, mass, i, q);
    current(plus, neutrino, q, q2, i, exchanged);
    antiparticles(lepton, minus, i);
    accumulate(exchanged, -E2 / q2, false);
    let sum = 0;
    for (let k = 0; k < 16; k++) sum += amplitude[k] * amplitude[k];
    return sum;
  };
}

export interface LeptonPairOptions {
  readonly constants?: StructureConstants;
  /** False: inner bremsstrahlung alone. */
  readonly structure?: boolean;
  /** Least mass of every ℓ′⁺ℓ′⁻ combination, GeV. */
  readonly lightest?: number;
}

const inWords = (pair: Lepton, lightest: number) => `m(${pair}${pair}) > ${Math.round(lightest * 1e3)} MeV`;

/**
 * K⁺ → ℓ⁺νℓ′⁺ℓ′⁻ at O(p⁴) of chiral perturbation theory; products ℓ⁺, ν, ℓ′⁺, ℓ′⁻. The rate into e⁺e⁻ is nearly all
 * at small m(ee), measured branching fractions are not: `lightest` must be that of the fraction used.
 */
export function kaonToLeptonNeutrinoPair(
  lepton: Lepton,
  pair: Lepton,
  { constants = STRUCTURE_CONSTANTS.value, structure = true, lightest = 0 }: LeptonPairOptions = {},
): DecayModel {
  const m = particle(`${lepton}+`).mass;
  const pairMass = particle(`${pair}+`).mass;
  const current = kaonLeptonCurrent(m, constants, structure);
  const cascade = createCascade(
    [MK, m, 0, pairMass, pairMass],
    [
      { pair: [2, 3], sampling: 'log-mass-squared', lightest },
      { pair: [0, 1], sampling: 'log-sibling-energy' },
    ],
  );
  const same = lepton === pair;
  const whole = same ? sameFlavour(current, m) : differentFlavours(current, pairMass);
  const leastDot = lightest * lightest * 0.5 - pairMass * pairMass;
  const squared: SquaredAmplitude = (products, i) => {
    const reached = (plus: MomentumColumns) => dotAt(plus, products[3], i) >= leastDot * (1 - 1e-12);
    return reached(products[2]) && (!same || reached(products[0])) ? whole(products, i) : 0;
  };
  return amplitudeModel(
    {
      id: idOf(lepton, pair, lightest),
      title: `K+ -> ${lepton}+ nu ${pair}+ ${pair}- at O(p4)`,
      references: ['J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261'],
      decays: [`K+ -> ${lepton}+ nu ${pair}+ ${pair}-`],
      normalisation: 'width',
      ...(lightest > 0 ? { region: inWords(pair, lightest) } : {}),
    },
    same
      ? permutedCascade(cascade, [
          [0, 1, 2, 3],
          [2, 1, 0, 3],
        ])
      : cascade,
    same ? 2 : 1,
    lightest > 0 ? squared : whole,
  );
}

const idOf = (lepton: Lepton, pair: Lepton, lightest: number): string =>
  `kaon-${lepton}-neutrino-${pair}-pair${lightest === 0 && pair === 'e' ? '-full' : ''}`;

/** Partial widths in GeV by integration of 4–6 million events (computed). */
const WIDTHS: Readonly<Record<string, { readonly value: number; readonly error: number }>> = {
  'kaon-mu-neutrino-e-pair': { value: 4.2207e-24, error: 2.3e-27 },
  'kaon-mu-neutrino-e-pair-full': { value: 1.3833e-21, error: 9.8e-25 },
  'kaon-e-neutrino-e-pair': { value: 1.6095e-24, error: 1.0e-27 },
  'kaon-e-neutrino-e-pair-full': { value: 1.02864e-23, error: 7.3e-27 },
  'kaon-e-neutrino-mu-pair': { value: 6.25478e-25, error: 3.0e-28 },
  'kaon-mu-neutrino-mu-pair': { value: 7.51404e-25, error: 3.7e-28 },
};

const entry = (lepton: Lepton, pair: Lepton, lightest = 0): DecayModelEntry => ({
  id: idOf(lepton, pair, lightest),
  decays: [`K+ -> ${lepton}+ nu ${pair}+ ${pair}-`],
  create: () => ({
    ...kaonToLeptonNeutrinoPair(lepton, pair, { lightest }),
    meanWeight: WIDTHS[idOf(lepton, pair, lightest)],
  }),
});

/** The regions of the measured branching fractions come first, so that they are what a decay text means. */
export default [
  entry('mu', 'e', 0.145),
  entry('mu', 'e'),
  entry('e', 'e', 0.15),
  entry('e', 'e'),
  entry('e', 'mu'),
  entry('mu', 'mu'),
] as const;
