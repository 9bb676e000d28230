import { describe, expect, test } from 'vitest';
import { countingLimit } from '../../../statistics/counting/index.ts';
import { BAND_SIGMAS, expectedSignals } from './expected-signals.ts';

const gauss = (value: number, error: number) => ({ kind: 'gauss', value, error }) as const;

describe('expectedSignals', () => {
  test.each([0.114, 0.9, 3.2, 60])('of one search with background %d are the bands of its counting limit', (value) => {
    const signals = expectedSignals([gauss(value, 0.1 * value)], 0.2, 0.9);
    const limit = countingLimit({
      observed: null,
      background: value,
      backgroundError: 0.1 * value,
      ses: 1,
      sesError: 0.2,
      method: 'cls',
    });
    for (const sigma of BAND_SIGMAS) {
      const bands = limit.branchingRatio?.expected ?? [];
      expect(signals[sigma](1) / (bands[sigma + 2] ?? 0), `${sigma}`).toBeCloseTo(1, 4);
    }
  });

  test('of two searches lie between those of no event and of one event more, and never fall', () => {
    const signals = expectedSignals([gauss(0.3, 0.03), gauss(0.2, 0.02)], 0.2, 0.9);
    const at = (share: number) => BAND_SIGMAS.map((sigma) => signals[sigma](share));
    for (const share of [0, 0.3, 0.7, 1]) {
      const values = at(share);
      expect(values[0]).toBeGreaterThan(2.3);
      for (let k = 1; k < values.length; k++) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
    }
    expect(at(0.5)[3]).toBeGreaterThan(at(0.5)[0]);
  });

  test('many events, or three searches, move together', () => {
    const many = expectedSignals([gauss(40, 1), gauss(40, 1)], 0.1, 0.9);
    const three = expectedSignals([gauss(1, 0.1), gauss(1, 0.1), gauss(1, 0.1)], 0.1, 0.9);
    const one = expectedSignals([gauss(3, Math.sqrt(0.03))], 0.1, 0.9);
    expect(many[1](0.5)).toBeGreaterThan(many[-1](0.5));
    expect(three[2](0.5)).toBeCloseTo(one[2](1), 9);
  });
});
