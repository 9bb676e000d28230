import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { chiSquareSurvival, poissonPmf } from '../../../math/special/index.ts';
import { loadWorkspace } from '../document/load-workspace.ts';
import { workspaceCls } from '../limits/workspace-cls.ts';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel } from '../model/build-model.ts';
import { observedData } from '../model/model.ts';
import { PoissonDraw } from './poisson-draw.ts';
import { clsFromToys } from './toy-cls.ts';
import { toyStatistics } from './toy-ensemble.ts';

const counting = (n: number, b: number, sigma: number) =>
  buildModel(
    loadWorkspace(
      JSON.stringify({
        channels: [
          {
            name: 'c',
            samples: [
              { name: 's', data: [1], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
              {
                name: 'b',
                data: [b],
                modifiers: [{ name: 'db', type: 'histosys', data: { hi_data: [b + sigma], lo_data: [b - sigma] } }],
              },
            ],
          },
        ],
        observations: [{ name: 'c', data: [n] }],
        measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
        version: '1.0.0',
      }),
    ),
  );

describe('Poisson draws', () => {
  it.each([0.3, 7, 29.9, 30.1, 400, 12345])('mean %d: χ² against the probabilities (false alarm 1e-7 each)', (mean) => {
    const random = new EventRandom(streamKey(11, 'poisson test'));
    const draw = new PoissonDraw(mean);
    const sd = Math.sqrt(mean);
    const [from, width, total] = [Math.max(0, Math.floor(mean - 4 * sd)), Math.max(1, Math.floor(sd / 4)), 40000];
    const cells = Math.ceil((8 * sd) / width) + 2;
    const seen = new Float64Array(cells + 1);
    const expected = new Float64Array(cells + 1);
    const cell = (n: number): number => Math.min(cells, n < from ? 0 : 1 + Math.floor((n - from) / width));
    for (let k = 0; k < total; k++) {
      random.start(k);
      seen[cell(draw.draw(random))]++;
    }
    for (let n = 0; n < mean + 12 * sd + 30; n++) expected[cell(n)] += total * poissonPmf(n, mean);
    let chi2 = 0;
    let used = 0;
    let [restSeen, restExpected] = [0, 0];
    for (let c = 0; c <= cells; c++) {
      restSeen += seen[c];
      restExpected += expected[c];
      if (restExpected < 20) continue;
      chi2 += (restSeen - restExpected) ** 2 / restExpected;
      used++;
      [restSeen, restExpected] = [0, 0];
    }
    expect(chiSquareSurvival(chi2, Math.max(1, used - 1))).toBeGreaterThan(1e-7);
  });
});

describe('CLs by toys', () => {
  it('n = 0: CLs is e^−s whatever the background (5.3σ of the toys: false alarm 1e-7)', () => {
    for (const [b, sigma] of [
      [0.26, 0.04],
      [1.07, 0.2],
    ]) {
      const toys = 4000;
      const cls = workspaceCls(counting(0, b, sigma), Math.LN10, { toys, seed: 3 });
      const p0 = Math.exp(-b);
      const spread = 0.1 * Math.sqrt(1 / (toys * 0.1 * p0) + 1 / (toys * p0));
      expect(Math.abs(cls.observed! - 0.1)).toBeLessThan(5.3 * spread);
      expect(cls.method).toBe('toys');
      expect(cls.failedToys).toBe(0);
    }
  });

  it('(n, b ± σ) = (2, 0.92 ± 0.34): the 90 % limit of the enumerated q̃ ensemble, 4.002, within 6 %', () => {
    const limit = workspaceLimit(counting(2, 0.92, 0.34), { level: 0.9, toys: 2500, seed: 5 });
    expect(limit.method).toBe('toys');
    expect(Math.abs(limit.observed! / 4.002 - 1)).toBeLessThan(0.06);
    expect(limit.reason).toBeNull();
    expect(limit.expected[0]).toBeGreaterThan(2.1);
    for (let k = 1; k < 5; k++) expect(limit.expected[k]).toBeGreaterThan(limit.expected[k - 1]! * 0.98);
  });

  it('many events: toys agree with the large-sample formulae', () => {
    const model = counting(105, 100, 8);
    const formula = workspaceCls(model, 25);
    const toys = workspaceCls(model, 25, { toys: 3000, seed: 2 });
    expect(Math.abs(toys.clsb! - formula.clsb!)).toBeLessThan(5.3 * Math.sqrt(formula.clsb! / 3000) + 0.01);
    expect(Math.abs(toys.clb! - formula.clb!)).toBeLessThan(5.3 * Math.sqrt(0.25 / 3000) + 0.01);
  });

  it('any split of the toys gives the same numbers', () => {
    const model = counting(3, 1.6, 0.4);
    const data = observedData(model);
    const range = { mu: 2, hypothesis: 'signal', seed: 9 } as const;
    const whole = toyStatistics(model, data, { ...range, count: 120 });
    const parts = [
      [0, 1],
      [1, 50],
      [51, 69],
    ].flatMap(([first, count]) => [...toyStatistics(model, data, { ...range, first, count })]);
    expect(parts).toEqual([...whole]);
    const other = toyStatistics(model, data, { ...range, seed: 10, count: 120 });
    expect([...other]).not.toEqual([...whole]);
  });

  it('equal values count as at or above, and failed toys are left out and counted', () => {
    const cls = clsFromToys(1, new Float64Array([1 - 1e-12, 0.5, 2, 0]), new Float64Array([1, 1, Number.NaN, 0]));
    expect(cls.clsb).toBe(0.5);
    expect(cls.clb).toBeCloseTo(2 / 3, 12);
    expect(cls.failedToys).toBe(1);
    for (let k = 1; k < 5; k++) expect(cls.expected[k]).toBeGreaterThanOrEqual(cls.expected[k - 1]!);
  });

  it('refuses senseless numbers of toys', () => {
    for (const toys of [0, -5, 2.5, Number.NaN, 1e12])
      expect(() => workspaceCls(counting(1, 1, 0.1), 1, { toys })).toThrow(/toys: found/);
  });
});
