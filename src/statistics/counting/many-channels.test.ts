import { expect, it } from 'vitest';
import { combineCounting } from '../combination/index.ts';
import { countingLimit } from './counting-limit.ts';
import { compoundPoisson } from './counts/compound-poisson.ts';

it('a compound Poisson count of one weight is a Poisson count, for means that underflow too', () => {
  for (const mean of [3, 900]) {
    const { scaled, logScale } = compoundPoisson([2, 2], [0.4 * mean, 0.6 * mean], 2 * mean + 2);
    const expected =
      -mean +
      mean * Math.log(mean) -
      Array.from({ length: mean }, (_, k) => Math.log(k + 1)).reduce((a, b) => a + b, 0);
    expect(Math.log(scaled[2 * mean]) + logScale).toBeCloseTo(expected, 8);
    expect(scaled[2 * mean + 1]).toBe(0);
  }
});

it('128 equal channels are one channel of their sum', { timeout: 60_000 }, () => {
  const channels = Array.from({ length: 128 }, () => ({ observed: 1, background: 1 }));
  const together = countingLimit({ channels }).signalEvents;
  const one = countingLimit({ observed: 128, background: 128 }).signalEvents;
  expect((128 * together.observed!) / one.observed!).toBeCloseTo(1, 7);
  for (let i = 0; i < 5; i++) expect((128 * together.expected![i]) / one.expected![i]).toBeCloseTo(1, 7);
});

// One channel of the sum under a log-normal factor of 1.1, by 400 Gauss–Legendre points of scipy's Poisson sums.
it('128 channels with one common log-normal error of 10 %', { timeout: 60_000 }, () => {
  const channels = Array.from({ length: 128 }, (_, i) => ({
    name: `c${i}`,
    observed: 1,
    background: 1,
    ses: 1,
    nuisances: { k: { background: 0.1 } },
  }));
  const limit = combineCounting({ level: 0.95, channels });
  expect(limit.method).toBe('exact');
  expect(limit.signalEvents.observed! / 32.61176502158805).toBeCloseTo(1, 5);
});
