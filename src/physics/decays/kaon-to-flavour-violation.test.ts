import { describe, expect, it } from 'vitest';
import { integrateFixed } from '../../math/quadrature.ts';
import { branchingFraction, particle } from '../particles/index.ts';
import { breakupMomentum } from '../vectors/kaellen.ts';
import { type FlavourViolation, kaonToFlavourViolation } from './kaon-to-flavour-violation.ts';

// A naive twin: traces of 4 × 4 matrices in the Dirac representation, integrated over mass and angle of the pair.
type Complex = readonly [number, number];
type Matrix = readonly (readonly Complex[])[];
type Vector = readonly [number, number, number, number];

const add = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, j) => row.reduce<Complex>((sum, x, k) => add(sum, times(x, b[k][j])), [0, 0])));
const sum = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => add(x, b[i][j])));
const scaled = (a: Matrix, by: number): Matrix => a.map((row) => row.map((x) => times(x, [by, 0])));
const trace = (a: Matrix): number => a.reduce((total, row, i) => total + row[i][0], 0);
const matrix = (rows: readonly (readonly (number | Complex)[])[]): Matrix =>
  rows.map((row) => row.map((x) => (typeof x === 'number' ? ([x, 0] as const) : x)));
const I: Complex = [0, 1];
const J: Complex = [0, -1];
const one = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0))));
const gamma: readonly Matrix[] = [
  matrix([
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, -1, 0],
    [0, 0, 0, -1],
  ]),
  matrix([
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [0, -1, 0, 0],
    [-1, 0, 0, 0],
  ]),
  matrix([
    [0, 0, 0, J],
    [0, 0, I, 0],
    [0, I, 0, 0],
    [J, 0, 0, 0],
  ]),
  matrix([
    [0, 0, 1, 0],
    [0, 0, 0, -1],
    [-1, 0, 0, 0],
    [0, 1, 0, 0],
  ]),
];
const gamma5 = matrix([
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
]);
const METRIC = [1, -1, -1, -1];
const slash = (p: Vector): Matrix =>
  p.map((x, m) => scaled(gamma[m], METRIC[m] * x)).reduce((total, term) => sum(total, term));

const K = particle('K+').mass;
const MU = particle('mu+').mass;
const E = particle('e+').mass;

/** Σ|M|² over G_F²f²|V|² for coupling 1 in the rest frame of e⁺ and X, by the traces. */
function naive(kind: FlavourViolation, mass: number, q: number, cosine: number): number {
  const p = breakupMomentum(q, E, mass);
  const sine = Math.sqrt(1 - cosine * cosine);
  const electron: Vector = [Math.hypot(p, E), p * sine, 0, p * cosine];
  const vector: Vector = [Math.hypot(p, mass), -p * sine, 0, -p * cosine];
  const k = (K * K - q * q) / (2 * q);
  const neutrino: Vector = [k, 0, 0, k];
  const pair: Vector = [q, 0, 0, 0];
  const kaon: Vector = [q + k, 0, 0, k];
  const left = sum(one, scaled(gamma5, -1));
  const right = sum(one, gamma5);
  const propagator = sum(scaled(slash(pair), -1), scaled(one, MU));
  const before = product(product(slash(kaon), left), propagator);
  const after = product(product(propagator, right), slash(kaon));
  const positron = sum(slash(electron), scaled(one, -E));
  const over = 1 / (2 * (q * q - MU * MU) ** 2);
  const line = (first: Matrix, second: Matrix) =>
    trace([slash(neutrino), before, first, positron, second, after].reduce(product));
  // iγ₅ on either side: i² = −1.
  if (kind === 'pseudoscalar') return -line(gamma5, gamma5) * over;
  let total = 0;
  for (let a = 0; a < 4; a++)
    for (let b = 0; b < 4; b++) {
      // Indices of the gammas are up, so the polarisation sum has lower ones.
      const polarisation = -(a === b ? METRIC[a] : 0) + (METRIC[a] * vector[a] * METRIC[b] * vector[b]) / (mass * mass);
      if (polarisation === 0) continue;
      total += polarisation * line(gamma[a], gamma[b]);
    }
  return total * over;
}

function twin(kind: FlavourViolation, mass: number): number {
  const width = integrateFixed(
    (t) => {
      const q = mass + E + (K - mass - E) * t * t;
      const squared = integrateFixed((cosine) => naive(kind, mass, q, cosine) / 2, -1, 1, 6);
      const outer = breakupMomentum(K, 0, q) / (4 * Math.PI * K);
      const inner = breakupMomentum(q, E, mass) / (4 * Math.PI * q);
      return ((squared * outer * inner * q) / (Math.PI * 2 * K)) * 2 * (K - mass - E) * t;
    },
    0,
    1,
    24,
  );
  const muonic = (K * MU * MU * (1 - (MU / K) ** 2) ** 2) / (8 * Math.PI);
  return (branchingFraction('K+ -> mu+ nu').value * width) / muonic;
}

describe.each<FlavourViolation>(['vector', 'pseudoscalar'])(
  'K⁺ → e⁺νX with a %s coupling of electron and muon',
  (kind) => {
    it.each([0.12, 0.2, 0.35, 0.45])('of %s GeV has the width of explicit Dirac matrices', (mass) => {
      expect(kaonToFlavourViolation(kind, mass) / twin(kind, mass)).toBeCloseTo(1, 4);
    });

    it('is closed above m_K − m_e, and has no answer where the muon would be real', () => {
      expect(kaonToFlavourViolation(kind, 0.4935)).toBe(0);
      expect(kaonToFlavourViolation(kind, 0.1)).toBeNaN();
    });

    it('falls with the mass', () => {
      const values = [0.15, 0.25, 0.35, 0.45].map((mass) => kaonToFlavourViolation(kind, mass));
      for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThan(values[i - 1]);
    });
  },
);
