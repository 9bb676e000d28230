import { ELEMENTARY_MASS, MASS } from '../../production/masses.ts';
import { PION_DECAY_CONSTANT, type PoleMeson } from './gluon-mixing.ts';

/** A flavour matrix, row by row. */
type Matrix = readonly number[];

const { up, down, strange } = ELEMENTARY_MASS;
const PI2 = MASS.neutralPion * MASS.neutralPion;
/** Quark masses over m_u + m_d. */
const quarks = [up, down, strange].map((mass) => mass / (up + down));
const diagonal = (u: number, d: number, s: number): Matrix => [u, 0, 0, 0, d, 0, 0, 0, s];
const combine = (...terms: readonly (readonly [number, Matrix])[]): Matrix =>
  Array.from({ length: 9 }, (_, i) => terms.reduce((sum, [factor, matrix]) => sum + factor * matrix[i], 0));
const multiply = (a: Matrix, b: Matrix): Matrix =>
  Array.from({ length: 9 }, (_, i) => {
    const row = 3 * Math.floor(i / 3);
    const column = i % 3;
    return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
  });
const trace = (a: Matrix): number => a[0] + a[4] + a[8];
const massMatrix = diagonal(quarks[0], quarks[1], quarks[2]);

/** Fields of φ = √2 T: neutral mesons without isospin breaking, and charged pions. */
const isospin = {
  pi0: diagonal(1, -1, 0),
  eta: diagonal(Math.sqrt(2 / 3), Math.sqrt(2 / 3), -Math.sqrt(2 / 3)),
  etaprime: diagonal(1 / Math.sqrt(3), 1 / Math.sqrt(3), 2 / Math.sqrt(3)),
};
const plus: Matrix = [0, Math.SQRT2, 0, 0, 0, 0, 0, 0, 0];
const minus: Matrix = [0, 0, 0, Math.SQRT2, 0, 0, 0, 0, 0];
const mixed = (meson: 'eta' | 'etaprime', mass: number) =>
  (PI2 * trace(multiply(massMatrix, multiply(isospin.pi0, isospin[meson])))) / (PI2 - mass * mass);
const ofEta = mixed('eta', MASS.eta);
const ofEtaPrime = mixed('etaprime', MASS.etaPrime);
/** The same with m_u ≠ m_d to first order. */
const fields: Readonly<Record<PoleMeson, Matrix>> = {
  pi0: combine([1, isospin.pi0], [ofEta, isospin.eta], [ofEtaPrime, isospin.etaprime]),
  eta: combine([1, isospin.eta], [-ofEta, isospin.pi0]),
  etaprime: combine([1, isospin.etaprime], [-ofEtaPrime, isospin.pi0]),
};

const orders: number[][] = [];
for (let a = 0; a < 4; a++)
  for (let b = 0; b < 4; b++)
    for (let c = 0; c < 4; c++) if (a !== b && b !== c && a !== c) orders.push([a, b, c, 6 - a - b - c]);

/**
 * The four-meson vertex of the chiral Lagrangian of second order in exponential form, all momenta incoming:
 * tr([φ, ∂φ][φ, ∂φ])/48F² + B tr(Mφ⁴)/24F² summed over the orders of the fields; dots[i][j] = p_i·p_j.
 */
function vertex(phi: readonly Matrix[], dots: readonly (readonly number[])[]): number {
  const F2 = PION_DECAY_CONSTANT * PION_DECAY_CONSTANT;
  let sum = 0;
  for (const [i, j, k, l] of orders) {
    const [a, b, c, d] = [phi[i], phi[j], phi[k], phi[l]];
    const ab = multiply(a, b);
    const cd = multiply(c, d);
    const one = combine([1, ab], [-1, multiply(b, a)]);
    const two = combine([1, cd], [-1, multiply(d, c)]);
    sum -= (dots[j][l] * trace(multiply(one, two))) / (48 * F2);
    sum += (PI2 * trace(multiply(massMatrix, multiply(ab, cd)))) / (24 * F2);
  }
  return sum;
}

/** Amplitude of a meson at p² = mass² to π⁺π⁻π⁰ or 3π⁰, s the mass² of the first two; a straight line in s. */
function toThreePionsAt(meson: PoleMeson, kind: 'charged' | 'neutral', mass: number, s: number): number {
  const [first, second] = kind === 'charged' ? [plus, minus] : [fields.pi0, fields.pi0];
  const pair = kind === 'charged' ? MASS.chargedPion * MASS.chargedPion : PI2;
  const squares = [mass * mass, pair, pair, PI2];
  const t = 0.5 * (squares[0] + 2 * pair + PI2 - s);
  const alike = 0.5 * (s - 2 * pair);
  const other = 0.5 * (t - pair - PI2);
  const dots = [
    [squares[0], -(pair + alike + other), -(pair + alike + other), -(PI2 + 2 * other)],
    [0, pair, alike, other],
    [0, alike, pair, other],
    [0, other, other, PI2],
  ];
  for (let i = 1; i < 4; i++) dots[i][0] = dots[0][i];
  return vertex([fields[meson], first, second, fields.pi0], dots);
}

/** Offset and slope in s (GeV²) of that amplitude. */
export function threePionLine(meson: PoleMeson, kind: 'charged' | 'neutral', mass: number): readonly [number, number] {
  const at0 = toThreePionsAt(meson, kind, mass, 0);
  return [at0, toThreePionsAt(meson, kind, mass, 1) - at0];
}
