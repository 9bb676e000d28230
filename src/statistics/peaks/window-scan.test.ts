import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { countingLimit } from '../counting/index.ts';
import type { Candidates } from './candidates.ts';
import { massGrid, massPairs } from './mass-hypotheses.ts';
import { constantResolution } from './mass-resolution.ts';
import { joinScanToys, runScanToys } from './scan-toys.ts';
import { windowScan } from './window-scan.ts';

const pairs = massPairs(massGrid(0.02, 0.34, 0.02), massGrid(0.01, 0.17, 0.01), (s, a) => s >= 2 * a);
const masses = { S: pairs.first, A: pairs.second };
const coordinates = [
  { mass: 'S', resolution: constantResolution(0.004) },
  { mass: 'A', resolution: constantResolution(0.003) },
  { mass: 'A', resolution: constantResolution(0.003) },
];

/** Four electrons: the mass of all, and two ways of pairing them, two rows per event. */
function fourLeptons(events: number, seed: number, weight?: number): Candidates {
  const random = new EventRandom(streamKey(seed, 'four leptons'));
  const columns: number[][] = [[], [], []];
  const event: number[] = [];
  for (let e = 0; e < events; e++) {
    random.start(e);
    const whole = 0.02 + 0.32 * random.uniform();
    for (let pairing = 0; pairing < 2; pairing++) {
      columns[0].push(whole);
      columns[1].push(0.5 * whole * random.uniform());
      columns[2].push(0.5 * whole * random.uniform());
      event.push(e);
    }
  }
  const weights = weight === undefined ? {} : { weights: event.map(() => weight) };
  return { values: columns, event, ...weights };
}

const background = fourLeptons(3000, 1, 2e-2);

describe('windowScan in two masses', () => {
  it('counts an event once however many of its pairings lie in the window', () => {
    const once: Candidates = {
      values: [
        [0.2, 0.2],
        [0.05, 0.0501],
        [0.05, 0.0499],
      ],
      event: [7, 7],
    };
    const twice: Candidates = { ...once, event: [7, 8] };
    const count = (observed: Candidates) =>
      windowScan({ masses, coordinates, observed, background }).hypotheses.map((row) => row.events!);
    const at = pairs.first.findIndex((s, h) => Math.abs(s - 0.2) < 1e-9 && Math.abs(pairs.second[h] - 0.05) < 1e-9);
    expect(count(once)[at]).toBe(1);
    expect(count(twice)[at]).toBe(2);
    expect(count(once).reduce((a, b) => a + b)).toBe(1);
  });

  it('gives limits of single counting experiments, and 2.303 where nothing is seen', () => {
    const scan = windowScan({ masses, coordinates, observed: fourLeptons(60, 2), background, ses: pairs.first });
    const efficiency = 0.866386 ** 3;
    for (const [h, row] of scan.hypotheses.entries()) {
      expect(row.efficiency).toBeCloseTo(efficiency, 5);
      expect(row.masses).toEqual({ S: pairs.first[h], A: pairs.second[h] });
      if (row.events === 0) expect((row.observed! * row.efficiency) / pairs.first[h]).toBeCloseTo(Math.log(10), 6);
    }
    const busiest = scan.hypotheses.reduce((a, b) => (b.events! > a.events! ? b : a));
    const alone = countingLimit({
      observed: busiest.events,
      background: busiest.background.value,
      backgroundError: busiest.background.error,
    });
    expect((busiest.observed! * busiest.efficiency) / busiest.masses['S']).toBeCloseTo(alone.signalEvents.observed!, 9);
  });

  it('has a global p-value by toys and by Euler characteristics', () => {
    const input = { masses, pairs, coordinates, background, lookElsewhere: { seed: 3, toys: 300 } };
    const quiet = windowScan({ ...input, observed: fourLeptons(60, 4) }).global!;
    expect(quiet.byToys.toys).toBe(300);
    expect(quiet.p).toBeGreaterThan(0.01);
    expect(quiet.byUpCrossings.levels.map(({ level }) => level)).toEqual([0.5, 2]);
    const peak = fourLeptons(60, 4);
    const values = peak.values.map((column, c) => [...Array.from(column), ...Array(6).fill(c === 0 ? 0.22 : 0.07)]);
    const event = [...Array.from(peak.event!), 100, 101, 102, 103, 104, 105];
    const loud = windowScan({ ...input, observed: { values, event } }).global!;
    expect(loud.masses).toEqual({ S: expect.closeTo(0.22, 9), A: expect.closeTo(0.07, 9) });
    expect(loud.localP).toBeLessThan(1e-6);
    expect(loud.p).toBeLessThan(1e-3);
    expect(loud.p).toBeGreaterThan(loud.localP);
    expect(() => windowScan({ ...input, pairs: undefined as never, observed: peak })).toThrow(/pairs/);
  });

  it('refuses columns that do not fit', () => {
    const run = (change: object) => () =>
      windowScan({ masses, coordinates, observed: null, background, ...change } as never);
    expect(run({ coordinates: [{ mass: 'B', resolution: constantResolution(1) }] })).toThrow(/'B' is not one of S,A/);
    expect(run({ observed: { values: [[1], [1]] } })).toThrow(/3 needed/);
    expect(run({ observed: { values: [[1, 1], [1, 1], [1]] } })).toThrow(InvalidInput);
    expect(
      run({
        observed: {
          values: [
            [1, 1, 1],
            [1, 1, 1],
            [1, 1, 1],
          ],
          event: [1, 2, 1],
        },
      }),
    ).toThrow(/stand apart/);
    expect(run({ background: { values: [[1], [1], [1]], weights: [-1] } })).toThrow(/negative/);
  });
});

describe('windowScan in one mass', () => {
  const one = {
    coordinates: [{ mass: 'm', resolution: constantResolution(0.1) }],
    background: { values: [Array.from({ length: 500 }, (_, i) => i / 500)], weights: new Float64Array(500).fill(0.02) },
  };

  it('never lowers a limit nor raises a p-value when an event is added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (events, added) => {
          const run = (values: number[]) =>
            windowScan({ ...one, masses: { m: [0.2, 0.4, 0.6, 0.8] }, observed: { values: [values] } }).hypotheses;
          const [before, after] = [run(events), run([...events, added])];
          for (const [h, row] of after.entries()) {
            expect(row.observed!).toBeGreaterThanOrEqual(before[h].observed!);
            expect(row.localP!).toBeLessThanOrEqual(before[h].localP!);
            expect(row.expected).toEqual(before[h].expected);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not look elsewhere in masses out of order', () => {
    const observed = { values: [[0.5]] };
    const lookElsewhere = { seed: 1, toys: 10 };
    expect(() => windowScan({ ...one, masses: { m: [0.4, 0.2] }, observed, lookElsewhere })).toThrow(/ascend/);
    expect(windowScan({ ...one, masses: { m: [0.2, 0.4] }, observed, lookElsewhere }).global!.byToys.toys).toBe(10);
  });
});

describe('scan toys', () => {
  it('are the same in one piece and in two', () => {
    const scan = (random: EventRandom, z: Float64Array) => {
      for (let h = 0; h < z.length; h++) z[h] = random.normal();
    };
    const part = (first: number, toys: number) => runScanToys(20, scan, { first, toys, seed: 9 });
    expect(joinScanToys([part(0, 4), part(4, 6)])).toEqual(part(0, 10));
    expect(() => joinScanToys([part(0, 4), part(5, 6)])).toThrow(InvalidInput);
  });

  it('reproduce the distribution of the largest of 20 independent excesses', () => {
    const toys = runScanToys(
      20,
      (random, z) => {
        for (let h = 0; h < 20; h++) z[h] = random.normal();
      },
      { toys: 4000, seed: 9 },
    );
    // P(max Z > 2.5) = 1 − Φ(2.5)^20 = 0.1171; five standard errors (false alarm 6e-7) are 0.0254.
    const above = toys.maxima.filter((q) => q > 6.25).length / 4000;
    expect(Math.abs(above - 0.11706)).toBeLessThan(0.0254);
  });
});
