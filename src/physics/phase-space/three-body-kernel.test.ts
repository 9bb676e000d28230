import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import { THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';
import { makeThreeBodyKernel, threeBodyDecays } from './three-body-kernel.ts';
import { threeBodyStream } from './three-body-stream.ts';

const K = 0.493677;
const PI = 0.13957039;
const decays = fc.constantFrom(
  [K, PI, PI, PI],
  [K, PI, 0.51099895e-3, 0.51099895e-3],
  [K, PI, 0, 0],
  [1, 0, 0, 0],
  [5.27934, 0.49761, 0.1056583755, 0.1056583755],
);

/** Bits of the first `count` rows, weight and products, as integers: −0 and NaN count as what they are. */
function bits(products: readonly MomentumColumns[], weight: Float64Array, count: number): bigint[] {
  const columns = [weight, ...products.flatMap(({ energy, px, py, pz }) => [energy, px, py, pz])];
  return columns.flatMap((column) => [...new BigUint64Array(column.slice(0, count).buffer)]);
}

function columnsFor(count: number) {
  const products = [allocateMomenta(count), allocateMomenta(count), allocateMomenta(count)];
  return { products, weight: new Float64Array(count) };
}

describe('the SIMD kernel of three-body phase space', () => {
  test('runs here', () => {
    expect(makeThreeBodyKernel(1)).toBeDefined();
    expect(threeBodyStream(streamKey(1, 'a'), [K, PI, PI, PI], 8).simd).toBe(true);
    expect(threeBodyStream(streamKey(1, 'a'), [K, PI, PI, PI], 8, { simd: false }).simd).toBe(false);
  });

  test('gives the bits of the twin for any uniforms', () => {
    const uniform = fc.double({ min: 2 ** -33, max: 1 - 2 ** -53, noNaN: true });
    const edges = fc.constantFrom(2 ** -33, 1 - 2 ** -33, 0.125, 0.375, 0.5, 0.625, 0.875, 1 - 2 ** -53);
    const count = 10;
    fc.assert(
      fc.property(
        decays,
        fc.array(fc.oneof(uniform, edges), { minLength: 5 * count, maxLength: 5 * count }),
        (masses, all) => {
          const draws = Array.from({ length: 5 }, (_, k) => Float64Array.from(all.slice(k * count, (k + 1) * count)));
          const simd = columnsFor(count);
          const twin = columnsFor(count);
          threeBodyDecays(draws, count, masses, simd.products, simd.weight);
          threeBodyPhaseSpace(draws, count, masses, twin.products, twin.weight);
          expect(bits(simd.products, simd.weight, count)).toEqual(bits(twin.products, twin.weight, count));
        },
      ),
    );
  });

  test('gives the bits of the twin for whole blocks and their ends', () => {
    for (const count of [8, 255, 256, 257, 1000]) {
      const draws = Array.from({ length: THREE_BODY_UNIFORMS }, () => new Float64Array(count));
      fillUniforms(streamKey(3, `count ${count}`), 0, count, draws);
      const simd = columnsFor(count + 3);
      const twin = columnsFor(count + 3);
      threeBodyDecays(draws, count, [K, PI, PI, PI], simd.products, simd.weight);
      threeBodyPhaseSpace(draws, count, [K, PI, PI, PI], twin.products, twin.weight);
      expect(bits(simd.products, simd.weight, count + 3)).toEqual(bits(twin.products, twin.weight, count + 3));
    }
  });

  test('refuses a closed decay', () => {
    const { products, weight } = columnsFor(8);
    const draws = Array.from({ length: 5 }, () => new Float64Array(8).fill(0.5));
    expect(() => threeBodyDecays(draws, 8, [0.4, PI, PI, PI], products, weight)).toThrow(InvalidInput);
    expect(() => threeBodyStream(streamKey(1, 'a'), [0.4, PI, PI, PI], 8)).toThrow(InvalidInput);
  });
});

describe('a stream of three-body decays', () => {
  test('gives the bits of uniform columns and the twin, from any event on', () => {
    const start = fc.oneof(fc.nat(2 ** 31), fc.integer({ min: 2 ** 32 - 40, max: 2 ** 32 }), fc.constant(2 ** 52 - 50));
    fc.assert(
      fc.property(decays, fc.nat(), start, fc.integer({ min: 1, max: 50 }), (masses, seed, first, count) => {
        const key = streamKey(seed, 'three-body');
        const stream = threeBodyStream(key, masses, 50);
        stream.generate(first, count);
        const twins = threeBodyStream(key, masses, 50, { simd: false });
        twins.generate(first, count);
        expect(bits(stream.products, stream.weight, count)).toEqual(bits(twins.products, twins.weight, count));
      }),
      { numRuns: 60 },
    );
  });

  test('refuses rows beyond its capacity and events beyond the counter', () => {
    const stream = threeBodyStream(streamKey(1, 'a'), [K, PI, PI, PI], 10);
    expect(() => stream.generate(0, 11)).toThrow(RangeError);
    expect(() => stream.generate(2 ** 52 - 5, 6)).toThrow(RangeError);
    expect(() => stream.generate(Number.NaN, 1)).toThrow(RangeError);
  });
});
