import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamKey } from '../../math/random/index.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { greatestFlatWeight } from './greatest-weight.ts';
import { nBodyStream } from './n-body-stream.ts';
import { unweightedStream } from './unweighted-stream.ts';

const K = 0.493677;
const PI = 0.13957039;
const E = 0.51099895e-3;
const decays: number[][] = [
  [K, PI, PI, E, 0],
  [K, PI, E, E, E, E],
  [1, 0, 0, 0, 0, 0, 0],
];

const rows = ({ energy, px, py, pz }: MomentumColumns, count: number): bigint[] =>
  [energy, px, py, pz].flatMap((column) => [...new BigUint64Array(column.slice(0, count).buffer)]);

describe('a stream of decays that count alike', () => {
  it('gives the bits of the twin, however many are asked for at a time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...decays),
        fc.nat(),
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 }),
        (masses, seed, counts) => {
          const key = streamKey(seed, 'unweighted');
          const simd = unweightedStream(key, masses, 500);
          const twin = unweightedStream(key, masses, 500, { simd: false });
          expect([simd.simd, twin.simd]).toEqual([true, false]);
          for (const count of counts) {
            simd.next(count);
            twin.next(count);
            expect(simd.trials).toBe(twin.trials);
            simd.products.forEach((product, k) => {
              expect(rows(product, count)).toEqual(rows(twin.products[k], count));
            });
          }
        },
      ),
      { numRuns: 20, seed: 11 },
    );
  });

  it('goes on where it ended', () => {
    const once = unweightedStream(streamKey(1, 'once'), decays[1], 3000);
    once.next(3000);
    const parts = unweightedStream(streamKey(1, 'once'), decays[1], 3000);
    for (let at = 0; at < 3000; at += 750) {
      parts.next(750);
      expect(parts.products[3].px.slice(0, 750)).toEqual(once.products[3].px.slice(at, at + 750));
    }
  });

  // Each mean within five standard errors of both samples: false alarm 6e-7 a comparison, 4e-6 for six.
  it.each(decays)('has the means of weighted events, and accepts as the bound says: %d …', (...masses) => {
    const count = 100_000;
    const weighted = nBodyStream(streamKey(2, 'weighted'), masses, count);
    weighted.generate(0, count);
    const unweighted = unweightedStream(streamKey(3, 'unweighted'), masses, count);
    unweighted.next(count);
    const energies = (products: readonly MomentumColumns[], i: number) =>
      [products[0].energy[i], products[1].energy[i] * products[2].energy[i]] as const;
    for (const which of [0, 1] as const) {
      let [sum, square, total, sumW, squareW] = [0, 0, 0, 0, 0];
      for (let i = 0; i < count; i++) {
        const x = energies(unweighted.products, i)[which];
        sum += x / count;
        square += (x * x) / count;
        total += weighted.weight[i];
      }
      for (let i = 0; i < count; i++) sumW += (weighted.weight[i] * energies(weighted.products, i)[which]) / total;
      for (let i = 0; i < count; i++) {
        const step = (weighted.weight[i] / total) * (energies(weighted.products, i)[which] - sumW);
        squareW += step * step;
      }
      const error = Math.sqrt((square - sum * sum) / count + squareW);
      expect(Math.abs(sum - sumW)).toBeLessThan(5 * error);
      if (which === 1) continue;
      const efficiency = total / count / greatestFlatWeight(masses);
      const found = count / unweighted.trials;
      // besides the spread, up to one look of 1200 trials may not have been given yet
      expect(Math.abs(found / efficiency - 1)).toBeLessThan(0.02);
    }
  });

  it('refuses rows beyond its capacity', () => {
    const stream = unweightedStream(streamKey(1, 'a'), decays[0], 10);
    expect(() => stream.next(11)).toThrow(RangeError);
    expect(() => stream.next(Number.NaN)).toThrow(RangeError);
  });
});
