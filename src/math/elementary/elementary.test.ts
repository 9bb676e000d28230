import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as elementary from '../elementary.ts';

/** Those that return their value; the others write to columns. */
const isScalar = (name: string): boolean => !name.startsWith('fill') && name !== 'sinCosTurns';

type Row = number[];
const references: Record<string, Row[]> = JSON.parse(
  readFileSync(new URL('./reference-values.json', import.meta.url), 'utf8'),
);

/** The distance of neighbouring binary64 numbers at x. */
function spacing(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -1021) return 2 ** -1074;
  return 2 ** (Math.floor(Math.log2(size)) - 52);
}

/** Largest error allowed, in units of the last place, against mpmath. */
const allowed: Record<string, number> = {
  exp: 0.7,
  expm1: 1.5,
  log: 1,
  log2: 0.6,
  log10: 0.6,
  log1p: 1.5,
  sin: 1,
  cos: 1,
  tan: 2,
  asin: 1,
  acos: 1,
  atan: 1.5,
  atan2: 2,
  sinh: 2,
  cosh: 1.5,
  tanh: 2,
  cbrt: 0.7,
  hypot: 2,
  pow: 0.8,
  sinTurns: 1.5,
  cosTurns: 1.5,
};

test('the references cover every scalar function', () => {
  const scalar = Object.keys(elementary).filter(isScalar);
  expect(Object.keys(references).sort()).toEqual(scalar.sort());
});

for (const [name, rows] of Object.entries(references)) {
  test(`${name} is within ${allowed[name]} ulp of mpmath`, () => {
    const evaluate = (elementary as unknown as Record<string, (...x: number[]) => number>)[name];
    let worst = 0;
    let at: Row = [];
    for (const row of rows) {
      const [value, rest] = row.slice(-2);
      const result = evaluate(...row.slice(0, -2));
      const error =
        result === value ? Math.abs(rest / spacing(value)) : Math.abs((result - value - rest) / spacing(value));
      if (!(error <= worst)) {
        worst = error;
        at = [...row.slice(0, -2), result];
      }
    }
    expect(worst, `at ${at}`).toBeLessThanOrEqual(allowed[name]);
  });
}

const { exp, expm1, log, log1p, pow, sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, cbrt, hypot } =
  elementary;
const inf = Number.POSITIVE_INFINITY;

test.each<[string, number, number]>([
  ['exp(−∞)', exp(-inf), 0],
  ['exp(∞)', exp(inf), inf],
  ['exp(709.7827128933841) overflows', exp(709.7827128933841), inf],
  ['exp(709.782712893384) does not', exp(709.782712893384), 1.7976931348622732e308],
  ['exp(−745.1332191019411) is the least number', exp(-745.1332191019411), 5e-324],
  ['exp(−745.1332191019412) is none', exp(-745.1332191019412), 0],
  ['exp(0)', exp(0), 1],
  ['expm1(−0)', expm1(-0), -0],
  ['expm1(−∞)', expm1(-inf), -1],
  ['expm1(∞)', expm1(inf), inf],
  ['log(0)', log(0), -inf],
  ['log(∞)', log(inf), inf],
  ['log(1)', log(1), 0],
  ['log(−1)', log(-1), Number.NaN],
  ['log1p(−1)', log1p(-1), -inf],
  ['log1p(−0)', log1p(-0), -0],
  ['log1p(−2)', log1p(-2), Number.NaN],
  ['log1p(∞)', log1p(inf), inf],
  ['log10(1000)', elementary.log10(1000), 3],
  ['log10(1e22)', elementary.log10(1e22), 22],
  ['log2(2^-1074)', elementary.log2(5e-324), -1074],
  ['sin(−0)', sin(-0), -0],
  ['sin(∞)', sin(inf), Number.NaN],
  ['cos(−∞)', cos(-inf), Number.NaN],
  ['tan(−0)', tan(-0), -0],
  ['tan(∞)', tan(inf), Number.NaN],
  ['asin(−0)', asin(-0), -0],
  ['asin(1.1)', asin(1.1), Number.NaN],
  ['acos(1)', acos(1), 0],
  ['acos(−1)', acos(-1), Math.PI],
  ['acos(−1.1)', acos(-1.1), Number.NaN],
  ['atan(−0)', atan(-0), -0],
  ['atan(−∞)', atan(-inf), -Math.PI / 2],
  ['atan2(0, −0)', atan2(0, -0), Math.PI],
  ['atan2(−0, −1)', atan2(-0, -1), -Math.PI],
  ['atan2(−0, 0)', atan2(-0, 0), -0],
  ['atan2(1, 0)', atan2(1, 0), Math.PI / 2],
  ['atan2(∞, −∞)', atan2(inf, -inf), (3 * Math.PI) / 4],
  ['atan2(−1, ∞)', atan2(-1, inf), -0],
  ['atan2(1, −∞)', atan2(1, -inf), Math.PI],
  ['sinh(−0)', sinh(-0), -0],
  ['sinh(−711)', sinh(-711), -inf],
  ['cosh(−∞)', cosh(-inf), inf],
  ['tanh(−∞)', tanh(-inf), -1],
  ['tanh(−0)', tanh(-0), -0],
  ['cbrt(−0)', cbrt(-0), -0],
  ['cbrt(−27)', cbrt(-27), -3],
  ['cbrt(∞)', cbrt(inf), inf],
  ['hypot(NaN, ∞)', hypot(Number.NaN, -inf), inf],
  ['hypot(3, 4, 12)', hypot(3, 4, 12), 13],
  ['hypot(0, −0)', hypot(0, -0), 0],
  ['pow(0, 0)', pow(0, 0), 1],
  ['pow(NaN, 0)', pow(Number.NaN, 0), 1],
  ['pow(−0, −3)', pow(-0, -3), -inf],
  ['pow(−0, 3)', pow(-0, 3), -0],
  ['pow(−0, 2.5)', pow(-0, 2.5), 0],
  ['pow(−2, 3)', pow(-2, 3), -8],
  ['pow(−2, 0.5)', pow(-2, 0.5), Number.NaN],
  ['pow(−∞, 3)', pow(-inf, 3), -inf],
  ['pow(−∞, −3)', pow(-inf, -3), -0],
  ['pow(0.5, −∞)', pow(0.5, -inf), inf],
  ['pow(1, ∞)', pow(1, inf), Number.NaN],
  ['pow(10, 400)', pow(10, 400), inf],
  ['pow(10, −400)', pow(10, -400), 0],
])('%s', (_, result, expected) => {
  expect(result).toBe(expected);
});

test('NaN comes back as NaN from every function', () => {
  for (const [name, f] of Object.entries(elementary)) {
    if (!isScalar(name)) continue;
    const call = f as (...x: number[]) => number;
    expect(call(Number.NaN, Number.NaN), name).toBeNaN();
  }
});

test('small integer powers are exact', () => {
  for (let base = 1; base <= 30; base++) {
    let value = 1;
    for (let n = 0; value < 2 ** 53; n++, value *= base) {
      expect(pow(base, n)).toBe(value);
      if (base === 1 && n > 4) break;
    }
  }
});

test('sines and cosines made together, in columns or one by one, have the bits of the scalar functions', () => {
  const turns = Float64Array.from({ length: 4001 }, (_, i) => (i - 2000) / 800 + 1e-4 * i);
  const sine = new Float64Array(4001);
  const cosine = new Float64Array(4001);
  const both = new Float64Array(2);
  elementary.fillSinCosTurns(turns, sine, cosine, 4001);
  turns.forEach((u, i) => {
    expect(sine[i]).toBe(elementary.sinTurns(u));
    expect(cosine[i]).toBe(elementary.cosTurns(u));
    elementary.sinCosTurns(u, both);
    expect([...both]).toEqual([sine[i], cosine[i]]);
  });
  expect([0, 0.25, 0.5, 0.75].map(elementary.cosTurns)).toEqual([1, 0, -1, 0].map((x) => expect.closeTo(x, 15)));
});
