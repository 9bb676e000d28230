import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import { flatPhaseSpace } from './flat.ts';
import { nBodyDecay, nBodyPhaseSpace } from './n-body.ts';
import { makeNBodyKernel } from './n-body-kernel.ts';
import { nBodyStream } from './n-body-stream.ts';

const K = 0.493677;
const PI = 0.13957039;
const E = 0.51099895e-3;
const decays = fc.constantFrom(
  [K, PI, PI, E, 0],
  [1, 0, 0, 0, 0],
  [K, PI, E, E, E, E],
  [1, 0, 0, 0, 0, 0],
  [5.27934, 0.49761, 0, PI, PI, E, 0.1056583755],
  [1, 0, 0, 0, 0, 0, 0],
);
const uniform = fc.double({ min: 2 ** -33, max: 1 - 2 ** -53, noNaN: true });
const edges = fc.constantFrom(2 ** -33, 1 - 2 ** -33, 0.125, 0.375, 0.5, 0.625, 0.875, 1 - 2 ** -53);
/** Masses and, for each of `rows` events, the uniforms of one column after the other. */
const eventsOf = (rows: number) =>
  decays.chain((masses) => {
    const length = rows * (3 * (masses.length - 1) - 4);
    const all = fc.array(fc.oneof(uniform, edges), { minLength: length, maxLength: length });
    return fc.tuple(fc.constant(masses), all);
  });

const columnsFor = (masses: readonly number[], rows: number) => ({
  products: masses.slice(1).map(() => allocateMomenta(rows)),
  weight: new Float64Array(rows),
});

/** Bits of the first `count` rows as integers: −0 and NaN count as what they are. */
function bits(products: readonly MomentumColumns[], weight: Float64Array, count: number): bigint[] {
  const columns = [weight, ...products.flatMap(({ energy, px, py, pz }) => [energy, px, py, pz])];
  return columns.flatMap((column) => [...new BigUint64Array(column.slice(0, count).buffer)]);
}

type Vector = readonly [number, number, number, number];
const row = ({ energy, px, py, pz }: MomentumColumns, i: number): Vector => [energy[i], px[i], py[i], pz[i]];
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
const massOf = ([e, x, y, z]: Vector) => Math.sqrt(Math.max(e * e - x * x - y * y - z * z, 0));
/** `v` seen in the rest frame of `frame`. */
function atRest(v: Vector, frame: Vector): Vector {
  const m = massOf(frame);
  const [e, x, y, z] = frame;
  const along = v[1] * x + v[2] * y + v[3] * z;
  const shift = (along / (e + m) - v[0]) / m;
  return [(e * v[0] - along) / m, v[1] + x * shift, v[2] + y * shift, v[3] + z * shift];
}
const breakup = (M: number, a: number, b: number) =>
  Math.sqrt((M - a - b) * (M + a + b) * (M - a + b) * (M + a - b)) / (2 * M);

describe('phase space of 4, 5 and 6 bodies', () => {
  test('has the clusters, directions and weights of GENBOD', () => {
    for (const masses of [
      [K, PI, 0.1349768, PI / 2, E],
      [2, PI, PI, K, 0.1, 0.2],
      [3, 0.1, PI, K, PI, 0.3, 0.4],
    ]) {
      const n = masses.length - 1;
      const decay = nBodyDecay(masses);
      const draws = Array.from({ length: 3 * n - 4 }, () => new Float64Array(200));
      fillUniforms(streamKey(4, 'clusters'), 0, 200, draws);
      const { products, weight } = columnsFor(masses, 200);
      nBodyPhaseSpace(decay, draws, 200, products, weight);
      const free = masses.slice(1).reduce((rest, m) => rest - m, masses[0]);
      let volume = 1 / masses[0] / (4 * Math.PI) ** (n - 1) / Math.PI ** (n - 2);
      for (let k = 1; k <= n - 2; k++) volume *= free / k;
      for (let i = 0; i < 200; i++) {
        const sorted = draws
          .slice(0, n - 2)
          .map((column) => column[i])
          .sort((a, b) => a - b);
        const expected = [masses[1]];
        for (let k = 1; k < n; k++) {
          const threshold = masses.slice(1, k + 2).reduce((sum, m) => sum + m, 0);
          expected.push(k === n - 1 ? masses[0] : threshold + sorted[k - 1] * free);
        }
        let cluster = row(products[0], i);
        let w = volume;
        for (let k = 1; k < n; k++) {
          cluster = plus(cluster, row(products[k], i));
          expect(massOf(cluster)).toBeCloseTo(expected[k], 12);
          const p = breakup(expected[k], expected[k - 1], masses[k + 1]);
          w *= p;
          const [, x, y, z] = atRest(row(products[k], i), cluster);
          const turn = n - 2 + 2 * (n - 1 - k);
          expect(Math.hypot(x, y, z)).toBeCloseTo(p, 11);
          expect(z / p).toBeCloseTo(2 * draws[turn][i] - 1, 7);
          const phi = Math.atan2(y, x) / (2 * Math.PI) + 0.5;
          expect(Math.abs(phi - draws[turn + 1][i])).toBeLessThan(1e-6);
        }
        expect(weight[i] / w).toBeCloseTo(1, 11);
      }
    }
  });

  test('has finite momenta and weights for any uniforms, on their shells and balanced', () => {
    fc.assert(
      fc.property(eventsOf(2), ([masses, all]) => {
        const decay = nBodyDecay(masses);
        const draws = Array.from({ length: decay.uniforms }, (_, k) => Float64Array.from(all.slice(2 * k, 2 * k + 2)));
        const { products, weight } = columnsFor(masses, 2);
        nBodyPhaseSpace(decay, draws, 2, products, weight);
        const M = masses[0];
        for (let i = 0; i < 2; i++) {
          expect(weight[i]).toBeGreaterThanOrEqual(0);
          expect(weight[i]).toBeLessThan(Number.POSITIVE_INFINITY);
          const total = products.map((p) => row(p, i)).reduce(plus);
          expect(Math.max(Math.abs(total[0] - M), Math.hypot(total[1], total[2], total[3]))).toBeLessThan(1e-14 * M);
          products.forEach((p, k) => {
            const [e, x, y, z] = row(p, i);
            expect(Math.abs(e * e - x * x - y * y - z * z - masses[k + 1] ** 2)).toBeLessThan(1e-14 * M * M);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([[[K, PI, PI, PI]], [[1, 0, 0, 0, 0, 0, 0, 0]], [[K, PI, PI, PI, PI]], [[K, PI, Number.NaN, 0, 0]]])(
    'refuses %o',
    (masses) => {
      expect(() => nBodyDecay(masses)).toThrow(InvalidInput);
      expect(() => nBodyStream(streamKey(1, 'a'), masses, 8)).toThrow(InvalidInput);
    },
  );
});

describe('the SIMD kernel of n-body phase space', () => {
  test('runs here', () => {
    expect(makeNBodyKernel(1)).toBeDefined();
    expect(nBodyStream(streamKey(1, 'a'), [K, PI, PI, E, 0], 8).simd).toBe(true);
    expect(nBodyStream(streamKey(1, 'a'), [K, PI, PI, E, 0], 8, { simd: false }).simd).toBe(false);
  });

  test('gives the bits of the twin for any uniforms', () => {
    fc.assert(
      fc.property(eventsOf(10), ([masses, all]) => {
        const decay = nBodyDecay(masses);
        const draws = Array.from({ length: decay.uniforms }, (_, k) =>
          Float64Array.from(all.slice(10 * k, 10 * k + 10)),
        );
        const simd = columnsFor(masses, 10);
        const twin = columnsFor(masses, 10);
        flatPhaseSpace(masses).generate(draws, 10, simd.products, simd.weight);
        nBodyPhaseSpace(decay, draws, 10, twin.products, twin.weight);
        expect(bits(simd.products, simd.weight, 10)).toEqual(bits(twin.products, twin.weight, 10));
      }),
    );
  });

  test('gives the bits of the twin for whole blocks and their ends, and writes no further', () => {
    const masses = [K, PI, E, E, E, E];
    const decay = nBodyDecay(masses);
    for (const count of [7, 8, 11, 13, 255, 256, 257, 1000]) {
      const draws = Array.from({ length: decay.uniforms }, () => new Float64Array(count));
      fillUniforms(streamKey(3, `count ${count}`), 0, count, draws);
      const simd = columnsFor(masses, count + 3);
      const twin = columnsFor(masses, count + 3);
      flatPhaseSpace(masses).generate(draws, count, simd.products, simd.weight);
      nBodyPhaseSpace(decay, draws, count, twin.products, twin.weight);
      expect(bits(simd.products, simd.weight, count + 3)).toEqual(bits(twin.products, twin.weight, count + 3));
    }
  });

  test('keeps decays apart that take turns', () => {
    const one = flatPhaseSpace([K, PI, PI, E, 0]);
    const draws = Array.from({ length: 11 }, () => new Float64Array(20));
    fillUniforms(streamKey(5, 'turns'), 0, 20, draws);
    const before = columnsFor(one.masses, 20);
    one.generate(draws, 20, before.products, before.weight);
    const other = flatPhaseSpace([1, 0, 0, 0, 0, 0]);
    const between = columnsFor(other.masses, 20);
    other.generate(draws, 20, between.products, between.weight);
    const after = columnsFor(one.masses, 20);
    one.generate(draws, 20, after.products, after.weight);
    expect(bits(after.products, after.weight, 20)).toEqual(bits(before.products, before.weight, 20));
  });
});

describe('a stream of n-body decays', () => {
  test('gives the bits of uniform columns and the twin, from any event on', () => {
    const start = fc.oneof(fc.nat(2 ** 31), fc.integer({ min: 2 ** 32 - 40, max: 2 ** 32 }), fc.constant(2 ** 52 - 50));
    fc.assert(
      fc.property(decays, fc.nat(), start, fc.integer({ min: 1, max: 50 }), (masses, seed, first, count) => {
        const key = streamKey(seed, 'n-body');
        const stream = nBodyStream(key, masses, 50);
        stream.generate(first, count);
        const twins = nBodyStream(key, masses, 50, { simd: false });
        twins.generate(first, count);
        expect(bits(stream.products, stream.weight, count)).toEqual(bits(twins.products, twins.weight, count));
      }),
      { numRuns: 60 },
    );
  });

  test('refuses rows beyond its capacity and events beyond the counter', () => {
    const stream = nBodyStream(streamKey(1, 'a'), [1, 0, 0, 0, 0], 10);
    expect(() => stream.generate(0, 11)).toThrow(RangeError);
    expect(() => stream.generate(2 ** 52 - 5, 6)).toThrow(RangeError);
    expect(() => stream.generate(Number.NaN, 1)).toThrow(RangeError);
  });
});
