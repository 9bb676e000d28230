import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventRandom, fillNormalPair, fillUniformPair, fillUniforms, type StreamKey, streamKey } from './index.ts';

const seed = 20260917;

function uniformColumns(key: StreamKey, firstEvent: number, count: number, draws: number): Float64Array[] {
  const columns = Array.from({ length: draws }, () => new Float64Array(count));
  fillUniforms(key, firstEvent, count, columns);
  return columns;
}

/** Pearson correlation times √n: standard normal for independent columns. */
function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - 0.5) * (b[i] - 0.5);
  return (12 * sum) / Math.sqrt(a.length);
}

// Every normal deviate below is compared with 6.2 (two-sided probability 5.6e-10) and every χ² is first turned into one
// (Wilson and Hilferty); with fewer than 1000 of them in this file the chance of a false alarm is below 1e-6.
const limit = 6.2;

function chiSquareDeviate(chiSquare: number, freedom: number): number {
  return (Math.cbrt(chiSquare / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

function flatness(bins: Int32Array): number {
  const expected = bins.reduce((a, b) => a + b, 0) / bins.length;
  return chiSquareDeviate(
    bins.reduce((sum, n) => sum + ((n - expected) * (n - expected)) / expected, 0),
    bins.length - 1,
  );
}

describe('statistics of the uniform numbers', () => {
  const count = 200_000;
  const key = streamKey(seed, 'uniformity');
  const columns = uniformColumns(key, 0, count, 8);

  test('each draw fills a thousand bins evenly and has the moments of a uniform number', () => {
    for (const column of columns) {
      const bins = new Int32Array(1000);
      let mean = 0;
      let square = 0;
      for (const u of column) {
        bins[Math.floor(u * 1000)]++;
        mean += u - 0.5;
        square += (u - 0.5) * (u - 0.5) - 1 / 12;
      }
      expect(Math.abs(flatness(bins))).toBeLessThan(limit);
      expect(Math.abs(mean * Math.sqrt(12 / count))).toBeLessThan(limit);
      expect(Math.abs(square * Math.sqrt(180 / count))).toBeLessThan(limit);
    }
  });

  test('the low bits are as even as the high ones', () => {
    for (const column of columns) {
      const bins = new Int32Array(256);
      for (const u of column) bins[Math.floor(u * 2 ** 32) & 255]++;
      expect(Math.abs(flatness(bins))).toBeLessThan(limit);
    }
  });

  test('pairs of neighbouring draws and of neighbouring events fill the square evenly', () => {
    for (let draw = 0; draw < 7; draw++) {
      const draws = new Int32Array(400);
      const events = new Int32Array(400);
      for (let i = 0; i + 1 < count; i++) {
        const x = Math.floor(columns[draw][i] * 20);
        draws[20 * x + Math.floor(columns[draw + 1][i] * 20)]++;
        events[20 * x + Math.floor(columns[draw][i + 1] * 20)]++;
      }
      expect(Math.abs(flatness(draws))).toBeLessThan(limit);
      expect(Math.abs(flatness(events))).toBeLessThan(limit);
    }
  });

  test('draws, events and streams are uncorrelated', () => {
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < a; b++) expect(Math.abs(correlation(columns[a], columns[b]))).toBeLessThan(limit);
      for (const lag of [1, 2, 1024]) {
        expect(Math.abs(correlation(columns[a].subarray(lag), columns[a].subarray(0, count - lag)))).toBeLessThan(
          limit,
        );
      }
    }
    const neighbours: [number, string][] = [
      [seed, 'uniformitz'],
      [seed, 'uniformity '],
      [seed, ''],
      [seed + 1, 'uniformity'],
      [seed + 2 ** 32, 'uniformity'],
    ];
    for (const [otherSeed, name] of neighbours) {
      const other = uniformColumns(streamKey(otherSeed, name), 0, count, 1)[0];
      expect(Math.abs(correlation(columns[0], other))).toBeLessThan(limit);
    }
    for (const shift of [2 ** 20, 2 ** 32, 2 ** 51]) {
      const other = uniformColumns(key, shift, count, 1)[0];
      expect(Math.abs(correlation(columns[0], other))).toBeLessThan(limit);
    }
  });

  test('normal pairs have the moments of independent standard normal numbers', () => {
    const a = new Float64Array(count);
    const b = new Float64Array(count);
    fillNormalPair(key, 0, count, 4, a, b);
    const moment = (f: (x: number, y: number) => number): number => a.reduce((sum, x, i) => sum + f(x, b[i]), 0);
    for (const [sum, variance] of [
      [moment((x) => x), 1],
      [moment((_, y) => y), 1],
      [moment((x, y) => x * y), 1],
      [moment((x) => x * x - 1), 2],
      [moment((_, y) => y * y - 1), 2],
      [moment((x) => x * x * x), 15],
      [moment((x) => x * x * x * x - 3), 96],
      [moment((x, y) => (x * x - 1) * (y * y - 1)), 4],
    ]) {
      expect(Math.abs(sum / Math.sqrt(count * variance))).toBeLessThan(limit);
    }
  });

  test('exponential numbers have mean, variance and tail of their kind', () => {
    const random = new EventRandom(streamKey(seed, 'exponential'));
    let mean = 0;
    let square = 0;
    let tail = 0;
    for (let event = 0; event < count; event++) {
      random.start(event);
      const t = random.exponential();
      mean += t - 1;
      square += (t - 1) * (t - 1) - 1;
      tail += (t > 3 ? 1 : 0) - 0.049787068367863944;
    }
    expect(Math.abs(mean / Math.sqrt(count))).toBeLessThan(limit);
    expect(Math.abs(square / Math.sqrt(8 * count))).toBeLessThan(limit);
    expect(Math.abs(tail / Math.sqrt(count * 0.0473))).toBeLessThan(limit);
  });
});

const events = fc.maxSafeNat().map((n) => n % 2 ** 52);
const keys = fc.tuple(fc.maxSafeNat(), fc.string()).map(([s, name]) => streamKey(s, name));

describe('a draw depends on seed, stream, event and draw index alone', () => {
  test('columns cut anywhere are the columns uncut', () => {
    fc.assert(
      fc.property(
        keys,
        events,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (key, first, n, m) => {
          const start = Math.min(first, 2 ** 52 - n - m);
          const whole = uniformColumns(key, start, n + m, 5);
          const left = uniformColumns(key, start, n, 5);
          const right = uniformColumns(key, start + n, m, 5);
          whole.forEach((column, draw) => {
            expect([...left[draw], ...right[draw]]).toEqual([...column]);
          });
        },
      ),
    );
  });

  test('one event at a time gives the columns, also across the 32-bit border of the event index', () => {
    fc.assert(
      fc.property(keys, fc.oneof(events, fc.integer({ min: 2 ** 32 - 8, max: 2 ** 32 })), (key, any) => {
        const first = Math.min(any, 2 ** 52 - 8);
        const columns = uniformColumns(key, first, 8, 7);
        const random = new EventRandom(key);
        for (const i of [5, 0, 7, 5]) {
          random.start(first + i);
          for (const column of columns) expect(random.uniform()).toBe(column[i]);
        }
      }),
    );
  });

  test('normal numbers of one event are those of the columns', () => {
    const key = streamKey(7, 'normal');
    const a = new Float64Array(4);
    const b = new Float64Array(4);
    const random = new EventRandom(key);
    for (const pair of [0, 1]) {
      fillNormalPair(key, 10, 4, pair, a, b);
      for (let i = 0; i < 4; i++) {
        random.start(10 + i);
        for (let skip = 0; skip < 2 * pair; skip++) random.uniform();
        expect([random.normal(), random.normal()]).toEqual([a[i], b[i]]);
      }
    }
  });

  test('nothing repeats beyond the last draw of one key', () => {
    const random = new EventRandom(streamKey(1, 'long'));
    random.start(3);
    const first = Array.from({ length: 8192 }, () => random.uniform());
    const second = Array.from({ length: 8192 }, () => random.uniform());
    expect(Math.abs(correlation(Float64Array.from(first), Float64Array.from(second)))).toBeLessThan(limit);
    expect(second[0]).not.toBe(first[0]);
  });
});

describe('keys', () => {
  test('names and seeds that differ give keys that differ', () => {
    const seen = new Set<string>();
    const names = ['', 'a', 'b', 'ab', 'ba', 'a\0', 'a\0\0', 'abcdefgh', 'abcdefgh\0', 'abcdefghi', 'µ', 'π', 'ν'];
    for (const name of names) {
      for (const s of [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1]) {
        const { k0, k1 } = streamKey(s, name);
        seen.add(`${k0},${k1}`);
      }
    }
    expect(seen.size).toBe(names.length * 7);
  });

  test('one bit of the name or of the seed turns over half of the key', () => {
    // 64·400 bits, each flipped with probability 1/2: mean 32 per key, deviation 4/√400 = 0.2 of the mean of 400.
    let flipped = 0;
    const bits = (x: number): number => x.toString(2).split('1').length - 1;
    for (let i = 0; i < 400; i++) {
      const a = streamKey(i, 'beam');
      const b = i % 2 === 0 ? streamKey(i + 2 ** 40, 'beam') : streamKey(i, 'beal');
      flipped += bits((a.k0 ^ b.k0) >>> 0) + bits((a.k1 ^ b.k1) >>> 0);
    }
    expect(Math.abs(flipped / 400 - 32) / 0.2).toBeLessThan(limit);
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('seed %d is refused', (bad) => {
    expect(() => streamKey(bad, 'beam')).toThrow(/seed: .* is not an integer from 0/);
  });

  test('events and pairs outside the counter are refused', () => {
    const key = streamKey(1, 'x');
    const column = new Float64Array(2);
    expect(() => fillUniformPair(key, 2 ** 52 - 1, 2, 0, column, column)).toThrow(RangeError);
    expect(() => fillUniformPair(key, -1, 1, 0, column, column)).toThrow(RangeError);
    expect(() => fillUniformPair(key, 0, 1, 4096, column, column)).toThrow(RangeError);
    expect(() => new EventRandom(key).start(2 ** 52)).toThrow(RangeError);
    expect(() => new EventRandom(key).start(Number.NaN)).toThrow(RangeError);
  });
});
