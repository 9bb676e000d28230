import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import { countingLimit } from '../counting/index.ts';
import { Axis } from '../histograms/axis.ts';
import { Histogram1D } from '../histograms/histogram-1d.ts';
import { massGrid } from './mass-hypotheses.ts';
import { constantResolution, tabulatedResolution } from './mass-resolution.ts';
import { peakScan, peakScanToys } from './peak-scan.ts';
import { joinScanToys } from './scan-toys.ts';

const resolution = tabulatedResolution([0.2, 0.25, 0.3, 0.36], [2.1e-3, 1.45e-3, 0.87e-3, 0.2e-3]);
const grid = massGrid(0.207, 0.35, 0.0005);
const range = [0.19, 0.36] as const;

/** A spectrum that rises linearly, `events` in all on average, with `signal` events of a peak at 0.28. */
function spectrum(seed: number, events: number, signal = 0): number[] {
  const random = new EventRandom(streamKey(seed, 'spectrum'));
  random.start(0);
  const out: number[] = [];
  for (let n = drawPoisson(random, events); n > 0; n--) out.push(0.19 + 0.17 * Math.sqrt(random.uniform()));
  for (let n = signal; n > 0; n--) out.push(0.28 + 1.1e-3 * random.normal());
  return out;
}

const simulated = {
  kind: 'simulation',
  masses: spectrum(99, 40_000),
  weights: new Float64Array(spectrum(99, 40_000).length).fill(291 / 40_000),
  relativeError: 0.05,
} as const;

const plain = (value: unknown) => expect(JSON.parse(JSON.stringify(value))).toEqual(value);

describe('peakScan, windows', () => {
  const scan = peakScan({
    masses: grid,
    name: 'a',
    resolution,
    observed: spectrum(1, 291),
    background: simulated,
    range,
  });

  it('gives every hypothesis the limit of its own counting experiment', () => {
    expect(scan.hypotheses).toHaveLength(287);
    for (const h of [0, 100, 286]) {
      const { events, background, efficiency, observed, expected, localP, masses } = scan.hypotheses[h];
      const alone = countingLimit({
        observed: events,
        background: background.value,
        backgroundError: background.error,
        method: 'cls',
      });
      expect(masses['a']).toBeCloseTo(grid[h], 12);
      expect(efficiency).toBeCloseTo(0.866386, 6);
      expect(observed! * efficiency).toBeCloseTo(alone.signalEvents.observed!, 9);
      expect(expected[2] * efficiency).toBeCloseTo(alone.signalEvents.expected![2], 9);
      expect(localP).toBeGreaterThan(0);
    }
    plain(scan);
  });

  it('counts the simulated background of the window with its two errors', () => {
    const mass = 0.28;
    const h = Math.round((mass - 0.207) / 0.0005);
    const width = 1.5 * resolution(grid[h]);
    const inside = simulated.masses.filter((m) => m >= grid[h] - width && m < grid[h] + width).length;
    const b = (inside * 291) / 40_000;
    expect(scan.hypotheses[h].background.value).toBeCloseTo(b, 9);
    expect(scan.hypotheses[h].background.error).toBeCloseTo(Math.sqrt((b * 291) / 40_000 + 0.05 * 0.05 * b * b), 9);
  });

  it('averages the Poisson tail over the background error: P(≥ 7 | 2.3) and P(≥ 7 | 2.3 ± 0.4)', () => {
    const at = (relativeError: number, weight = 2.3e-5, events = 100_000) =>
      peakScan({
        masses: [1],
        resolution: constantResolution(0.1),
        observed: new Float64Array(7).fill(1),
        background: {
          kind: 'simulation',
          masses: new Float64Array(events).fill(1),
          weights: new Float64Array(events).fill(weight),
          relativeError,
        },
        range: [0, 2],
      }).hypotheses[0];
    const sharp = at(0);
    // Without a common error there is still the statistical one of the simulation, 0.3 %.
    expect(Math.abs(sharp.localP! / 9.361934e-3 - 1)).toBeLessThan(2e-4);
    expect(sharp.significance).toBeCloseTo(2.351, 3);
    // The statistical error of the simulation, 1e-5 of the variance, is taken out of the 0.4.
    const smeared = at(Math.sqrt(0.4 ** 2 - 2.3 ** 2 * 1e-5) / 2.3);
    expect(Math.abs(smeared.localP! / 1.199453e-2 - 1)).toBeLessThan(2e-5);
    expect(smeared.significance).toBeCloseTo(2.2573, 4);
  });

  it('scales limits to branching fractions by the SES and the window', () => {
    const ses = grid.map((mass) => 1e-11 / mass);
    const scaled = peakScan({
      masses: grid,
      resolution,
      observed: spectrum(1, 291),
      background: simulated,
      range,
      ses,
    });
    expect(scaled.quantity).toBe('branchingRatio');
    for (const [h, row] of scaled.hypotheses.entries()) {
      expect(row.observed! / scan.hypotheses[h].observed!).toBeCloseTo(ses[h], 20);
    }
  });

  it('finds an injected peak and says how unusual it is anywhere', () => {
    const found = peakScan({
      masses: grid,
      resolution,
      observed: spectrum(2, 291, 30),
      background: simulated,
      range,
      lookElsewhere: { seed: 5, toys: 400 },
    });
    expect(found.global!.masses['mass']).toBeGreaterThan(0.278);
    expect(found.global!.masses['mass']).toBeLessThan(0.282);
    expect(found.global!.localSignificance).toBeGreaterThan(4);
    expect(found.global!.method).toBe('up-crossings');
    expect(found.global!.significance).toBeGreaterThan(3);
    expect(found.global!.p).toBeGreaterThan(5 * found.global!.localP);
    plain(found);
  });

  it('agrees between toys and up-crossings on a middling excess', () => {
    const { global } = peakScan({
      masses: grid,
      resolution,
      observed: spectrum(3, 291, 6),
      background: simulated,
      range,
      lookElsewhere: { seed: 6, toys: 1000 },
    });
    const { byToys, byUpCrossings } = global!;
    expect(byToys.atLeast).toBeGreaterThan(10);
    // Up-crossings are an upper bound; discrete counts keep it within a factor 2 here.
    expect(byUpCrossings.p).toBeGreaterThan(byToys.p - 5 * byToys.error);
    expect(byUpCrossings.p).toBeLessThan(2 * byToys.p + 5 * byToys.error);
  });

  it('gives the same global p-value from toys made in parts', () => {
    const observed = spectrum(3, 291, 6);
    const input = { masses: massGrid(0.21, 0.34, 0.002), resolution, observed, background: simulated, range };
    const part = (first: number, toys: number) => peakScanToys(input, { first, toys, seed: 4 });
    const made = joinScanToys([part(0, 30), part(30, 70)]);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(peakScan({ ...input, lookElsewhere: { seed: 4, made } })).toEqual(
      peakScan({ ...input, lookElsewhere: { seed: 4, toys: 100 } }),
    );
  });

  it('is blind when told so: expected limits only', () => {
    const blind = peakScan({ masses: grid, resolution, observed: null, background: simulated, range });
    for (const [h, row] of blind.hypotheses.entries()) {
      expect(row).toMatchObject({ observed: null, localP: null, significance: null, fitted: null, events: null });
      expect(row.expected).toEqual(scan.hypotheses[h].expected);
    }
  });

  it('takes a finely binned spectrum for the masses', () => {
    const histogram = new Histogram1D(Axis.regular(17_000, 0.19, 0.36));
    for (const mass of spectrum(1, 291)) histogram.fill(mass);
    const binned = peakScan({ masses: grid, resolution, observed: histogram, background: simulated, range });
    const moved = binned.hypotheses.filter((row, h) => row.events !== scan.hypotheses[h].events);
    // A bin is a thirtieth of the narrowest window half-width: a few events at window edges change sides.
    expect(moved.length).toBeLessThan(15);
  });
});

describe('peakScan, sidebands', () => {
  it('reads the background off the spectrum, unbiased and with an honest error', () => {
    // 200 spectra of known density 2·x/0.17² per event at one mass; false-alarm probability of both limits 1e-6.
    const mass = 0.28;
    const sigma = resolution(mass);
    const truth = (2000 * ((mass + 1.5 * sigma - 0.19) ** 2 - (mass - 1.5 * sigma - 0.19) ** 2)) / 0.17 ** 2;
    const pulls = Array.from({ length: 200 }, (_, i) => {
      const { background } = peakScan({
        masses: [mass],
        resolution,
        observed: spectrum(100 + i, 2000),
        background: { kind: 'sidebands', degree: 1 },
        range,
      }).hypotheses[0];
      return (background.value - truth) / background.error;
    });
    const mean = pulls.reduce((sum, x) => sum + x, 0) / 200;
    const width = Math.sqrt(pulls.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 199);
    expect(Math.abs(mean)).toBeLessThan(5.1 / Math.sqrt(200));
    expect(Math.abs(width - 1)).toBeLessThan(0.26);
  });

  it('lowers the degree where there is little, and never divides by nothing', () => {
    const scan = peakScan({
      masses: massGrid(0.21, 0.34, 0.01),
      resolution,
      observed: [0.2501],
      background: { kind: 'sidebands' },
      range,
    });
    for (const row of scan.hypotheses) {
      expect(row.background.value).toBeGreaterThanOrEqual(0);
      expect(row.background.error).toBeGreaterThan(0);
      expect(row.observed).toBeGreaterThan(2.3 / 0.8664);
    }
    plain(scan);
  });

  it('redoes the sidebands in every toy', () => {
    const { global } = peakScan({
      masses: massGrid(0.21, 0.34, 0.005),
      resolution,
      observed: spectrum(4, 800),
      background: { kind: 'sidebands', degree: 1 },
      range,
      lookElsewhere: { seed: 1, toys: 50 },
    });
    expect(global!.byToys.toys).toBe(50);
    expect(global!.p).toBeGreaterThan(0.01);
  });
});

describe('peakScan, input', () => {
  const base = { masses: [0.25, 0.26], resolution, observed: [0.25], background: simulated, range } as const;
  it.each([
    [{ masses: [] }, /no hypotheses/],
    [{ masses: [0.26, 0.25] }, /ascending/],
    [{ level: 90 }, /level/],
    [{ halfWidth: 0 }, /halfWidth/],
    [{ range: [0.3, 0.36] }, /range/],
    [{ observed: [Number.NaN] }, /observed\[0\]/],
    [{ ses: [1] }, /ses/],
    [{ observed: null, background: { kind: 'sidebands' } }, /sidebands are data/],
    [{ background: { kind: 'sidebands', degree: 7 } }, /degree/],
    [{ background: { ...simulated, weights: [1] } }, /weights/],
    [{ method: 'windows' }, /Did you mean 'window'/],
    [
      { resolution: constantResolution(1), masses: [0, 9], range: [-99, 99], lookElsewhere: { seed: 1, toys: 0 } },
      /toys/,
    ],
  ])('refuses %#', (change, message) => {
    const run = () => peakScan({ ...base, ...change } as never);
    expect(run).toThrow(InvalidInput);
    expect(run).toThrow(message);
  });
});
