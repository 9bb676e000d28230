import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import charmEe from '../../../searches/charm-ee.ts';
import charmMumu from '../../../searches/charm-mumu.ts';
import alpEe from '../../../searches/dump-alp-ee.ts';
import alpMumu from '../../../searches/dump-alp-mumu.ts';
import ee from '../../../searches/dump-ee.ts';
import mumu from '../../../searches/dump-mumu.ts';
import charm from '../../experiments/charm.ts';
import type { DumpExperiment } from '../../experiments/dump-experiment.ts';
import na62Dump from '../../experiments/na62-dump.ts';
import { contourRings, type Ring } from '../../interpretation/contour-rings.ts';
import alpPhoton from '../../physics/hidden/alp-photon.ts';
import darkPhoton from '../../physics/hidden/dark-photon.ts';
import hnlMu from '../../physics/hidden/hnl-mu.ts';
import { localWorkers, runBlocks } from '../../tasks/index.ts';
import { fact, metres } from '../../units/index.ts';
import { combinatorialBackground } from './chain/combinatorial.ts';
import { dumpPlan, openDumpEngine, yieldsOfPlan } from './chain/engine.ts';
import { constantEfficiency, decayProbability, expectedEvents, windowEfficiency } from './chain/expected-events.ts';
import { MassCurve } from './chain/mass-curve.ts';
import { dumpExperiment, dumpSetup, visibleStates } from './chain/setup.ts';
import { massGrid, simulateDumpYields } from './chain/yields.ts';
import { CountLimits } from './exclusion/count-limits.ts';
import { exclude, excludeFromYields, refineYields, simulationOf } from './exclusion/exclude.ts';
import { acceptanceTable, csvOfTable, eventsTable } from './exclusion/grid-tables.ts';
import { lifetimeMap, lifetimeSteps, simulateBeautyProbe } from './exclusion/model-independent.ts';

const light = simulateDumpYields(darkPhoton, [ee], [0.02, 0.05], { events: 8000 });
const heavy = simulateDumpYields(darkPhoton, [mumu, ee], [0.25, 0.3, 0.4, 0.411, 0.5], { events: 8000 });

/** The geometry of other programs: no vetoes as apertures, tracks as near as they like, one efficiency for all losses. */
function bare(efficiency: number) {
  const { separation: _, ...selection } = mumu.selection;
  const search = { ...mumu, selection: { ...selection, vetoes: {} } };
  const trackEfficiency = fact(Math.sqrt(efficiency), 'computed', 'test');
  return dumpSetup(search, { ...na62Dump, apertures: [], trackEfficiency });
}

describe('expected events', () => {
  test('the factors multiply to what the contour is drawn from', () => {
    for (const search of [0, 1])
      for (const coupling of [4e-7, 1e-6]) {
        const [parts] = expectedEvents(heavy, search, 0.3, coupling);
        const curve = new MassCurve(heavy, search, heavy.points[1], {});
        expect(Math.abs(curve.at(Math.log(coupling)) / parts.total - 1)).toBeLessThan(1e-5);
        expect(parts.factors.decayProbability).toBeLessThan(1);
        expect(parts.factors.acceptance).toBeLessThan(1);
        expect(parts.factors.selection).toBeLessThan(1);
      }
  });

  test('decay probability of a decay length of 82 m between 105 and 180 m, and ε⁴ for long lives', () => {
    expect(decayProbability(82, 23.07, 105, 180)).toBeCloseTo(0.2207, 4);
    const curve = new MassCurve(heavy, 0, heavy.points[1], {});
    const ratio = curve.at(Math.log(2e-9)) / curve.at(Math.log(1e-9));
    expect(Math.abs(ratio / 16 - 1)).toBeLessThan(1e-4);
  });

  test('a wider particle decays sooner', () => {
    const one = new MassCurve(heavy, 0, heavy.points[1], {}).at(Math.log(1e-6));
    const two = new MassCurve(heavy, 0, heavy.points[1], { widthScale: 4 }).at(Math.log(1e-6));
    const same = new MassCurve(heavy, 0, heavy.points[1], {}).at(Math.log(2e-6)) / 4;
    expect(two).not.toBe(one);
    expect(Math.abs(two / same - 1)).toBeLessThan(1e-9);
  });

  test('window efficiency is that of a Gaussian', () => {
    expect(windowEfficiency(1)).toBeCloseTo(0.682689, 5);
    expect(windowEfficiency(3)).toBeCloseTo(0.9973, 5);
  });
});

describe('exclusion', () => {
  test('the lower edge moves as POT^(−1/4) below 50 MeV (2 %)', () => {
    const now = excludeFromYields(light, {}, false).edges;
    const projected = excludeFromYields(light, { protons: 1.4e18 });
    const later = projected.edges;
    // Ten times the protons were never counted: a projection, and nothing is observed.
    expect(projected.kind).toBe('projection');
    const kinds = projected.contours.map(({ kind }) => kind);
    const bands = Array.from({ length: 4 }, () => 'projected-band');
    expect(kinds).toEqual(['projected', ...bands, 'band-least', 'band-most']);
    expect(projected.assumptions[0]).toMatch(/projection to 1400000000000000000 protons.*multiplied by 10/);
    now.forEach(({ lower }, i) => {
      expect(Math.abs(lower! / later[i].lower! / 10 ** 0.25 - 1)).toBeLessThan(0.02);
    });
  });

  test('edges of point-like bremsstrahlung alone, at the efficiency of an independent program, and the event at 411 MeV', () => {
    const masses = [0.25, 0.3, 0.4, 0.411, 0.425, 0.53, 0.56];
    const { edges, contours, units } = excludeFromYields(
      simulateDumpYields(darkPhoton, [mumu], masses, { events: 20_000, setups: [bare(0.8)] }),
      { production: 'brem' },
    );
    expect(Math.abs(edges[1].lower! / 4.0e-7 - 1)).toBeLessThan(0.1);
    expect(Math.abs(edges[1].upper! / 2.7e-6 - 1)).toBeLessThan(0.1);
    expect(edges[6].lower).toBeNull();
    // The notch: one event allows 3.9 + instead of 2.3 +.
    expect(edges[3].lower! / edges[2].lower!).toBeGreaterThan(1.15);
    expect(edges[4].lower! / edges[2].lower!).toBeLessThan(1.1);
    expect(units).toEqual({ mass: 'GeV', coupling: '1' });
    // A part of production has no band of models; the whole has one.
    expect(contours.filter(({ sigma }) => sigma === undefined).map(({ kind }) => kind)).toEqual([
      'observed',
      'expected',
    ]);
    const whole = excludeFromYields(light).contours.map(({ kind }) => kind);
    const bands = Array.from({ length: 4 }, () => 'expected-band');
    expect(whole).toEqual(['observed', 'expected', ...bands, 'band-least', 'band-most']);
    expect(contours.every(({ cl }) => cl === 0.9)).toBe(true);
  });

  test('masses are added where the contour ends', () => {
    const coarse = simulateDumpYields(darkPhoton, [mumu], [0.4, 0.5, 0.7], { events: 4000 });
    const options = { production: 'brem' };
    const fine = refineYields(coarse, options, simulationOf(coarse), 0.02);
    const excluded = fine.points.map(({ mass }) => mass);
    expect(excluded.length).toBeGreaterThan(5);
    const { edges } = excludeFromYields(fine, options, false);
    const last = edges.filter(({ lower }) => lower !== null).pop()!;
    const next = edges.find(({ mass }) => mass > last.mass)!;
    expect(next.mass / last.mass).toBeLessThan(1.02);
    expect(last.mass).toBeGreaterThan(0.4);
    expect(last.mass).toBeLessThan(0.7);
  });

  test('both channels together exclude at least what either does', () => {
    const both = excludeFromYields(heavy, {}, false).edges;
    const alone = excludeFromYields(simulateDumpYields(darkPhoton, [ee], [0.25, 0.3], { events: 8000 }), {}, false);
    expect(both[0].lower!).toBeLessThan(alone.edges[0].lower!);
    expect(both[1].lower!).toBeLessThan(alone.edges[1].lower!);
  });

  test('a particle that the searches do not see: nothing excluded, and said', () => {
    const result = exclude({
      model: alpPhoton,
      searches: [ee],
      mass: { from: 0.05, to: 0.2, count: 3 },
      events: 500,
    });
    expect(result.contours[0].rings).toEqual([]);
    expect(result.assumptions.join(' ')).toMatch(/no decay that these searches see/);
  });

  test('a neutral lepton is seen through its decays with a neutrino', () => {
    const setup = dumpSetup(mumu);
    const widths = hnlMu.widths(0.4);
    const states = widths.valid ? Object.keys(widths.partial) : [];
    expect(visibleStates(setup, states)).toEqual([{ state: 'mu+ mu- nu', third: 0 }]);
    const yields = simulateDumpYields(hnlMu, [mumu], [0.4], { events: 4000 });
    const [parts] = expectedEvents(yields, 0, 0.4, 1e-2);
    expect(parts.factors.selection).toBeLessThan(0.5);
    expect(parts.total).toBeGreaterThan(0);
  });

  test('every production set of every model gives a contour or a reason at another dump', () => {
    const yields = simulateDumpYields(darkPhoton, [charmEe], [0.05], { events: 4000 });
    const { edges } = excludeFromYields(yields, {}, false);
    // Bremsstrahlung and mesons at CHARM: of the order of 1e-7 to 1e-5.
    expect(edges[0].lower!).toBeGreaterThan(3e-8);
    expect(edges[0].lower!).toBeLessThan(1e-6);
  });
});

describe('limits on counts', () => {
  test('with 20 % on the protons: 2.42 for none; without: 2.303 and 3.874', () => {
    const background = { kind: 'fixed', value: 0.016 } as const;
    expect(new CountLimits([{ observed: 0, background }], 0, 0.9).at(1)).toBeCloseTo(Math.LN10, 8);
    expect(new CountLimits([{ observed: 1, background }], 0, 0.9).at(1)).toBeCloseTo(3.8739, 3);
    // None seen: ⟨exp(−e s)⟩ = 0.1 over a Gaussian e of width 0.2 is s − 0.02 s² = ln 10.
    const closed = (1 - Math.sqrt(1 - 0.08 * Math.LN10)) / 0.04;
    expect(new CountLimits([{ observed: 0, background }], 0.2, 0.9).at(1)).toBeCloseTo(closed, 3);
  });

  test('two channels: more is allowed where the event is, less elsewhere', () => {
    const background = { kind: 'fixed', value: 0.01 } as const;
    const limits = new CountLimits(
      [
        { observed: 1, background },
        { observed: 0, background },
      ],
      0.2,
      0.9,
    );
    expect(limits.at(0)).toBeLessThan(limits.at(1));
    expect(limits.at(1)).toBeGreaterThan(3.8);
  });
});

describe('background of two halo muons', () => {
  test('ratio of the regions, from the control region alone', () => {
    const found = combinatorialBackground(dumpSetup(mumu), { tracks: 4000 });
    expect(found.flatRatio).toBeCloseTo(0.0817, 3);
    expect(found.ratio.value).toBeGreaterThan(0.04);
    expect(found.ratio.value).toBeLessThan(0.16);
    expect(found.signal.value).toBeCloseTo(0.17 * found.ratio.value, 10);
    expect(found.published?.ratio).toBeCloseTo(0.094, 3);
  });

  test('needs a halo and a cited control region', () => {
    expect(() => combinatorialBackground(dumpSetup(ee))).toThrow(/no combinatorial background/);
    expect(() => combinatorialBackground(dumpSetup(charmMumu))).toThrow(/no halo|no combinatorial/);
    expect(() => dumpSetup(mumu, charm)).toThrow(/a search at na62-dump; another experiment needs a search of its own/);
  });
});

describe('limits on branching fractions', () => {
  test('B → K a at 0.25 GeV within a factor 2 of a toy, two-sided in the lifetime', () => {
    const [yields] = simulateBeautyProbe(alpMumu, [0.25], { events: 8000 });
    const map = lifetimeMap(yields, lifetimeSteps(1e-3, 1e4, 29));
    const limits = map.limits[0].filter((x) => x !== null);
    // The toy is of the geometry alone.
    const best = constantEfficiency(yields.setups[0]) * Math.min(...limits);
    expect(best).toBeGreaterThan(2e-8);
    expect(best).toBeLessThan(8e-8);
    expect(limits[0]).toBeGreaterThan(10 * best);
    expect(limits[limits.length - 1]).toBeGreaterThan(10 * best);
  });

  test('below threshold there is no limit', () => {
    const [yields] = simulateBeautyProbe(alpEe, [4.5], { events: 500 });
    const map = lifetimeMap(yields, [1]);
    expect(map.limits[0][0]).toBeNull();
    expect(() => simulateBeautyProbe(ee, [1])).toThrow(/not read as a limit/);
  });
});

describe('the same bits however it is run', () => {
  test('masses alone, together, and through the block engine with workers', async () => {
    const masses = [0.25, 0.3];
    const whole = simulateDumpYields(darkPhoton, [mumu, ee], masses, { events: 3000, seed: 7 });
    const second = simulateDumpYields(darkPhoton, [mumu, ee], [0.3], { events: 3000, seed: 7 });
    expect(second.points[0].searches[0][0].selected).toEqual(whole.points[1].searches[0][0].selected);
    const plan = dumpPlan('dark-photon', [mumu, ee], masses, { decays: 3000, seed: 7 });
    const { sums } = await runBlocks({
      plan: JSON.parse(JSON.stringify(plan)),
      blockEvents: plan.decays,
      workers: 2,
      startWorker: localWorkers(openDumpEngine),
    });
    const again = yieldsOfPlan(plan, sums);
    expect(again.points).toEqual(whole.points);
    const other = simulateDumpYields(darkPhoton, [mumu], [0.3], { events: 3000, seed: 8 });
    expect(other.points[0].searches[0][0].selected).not.toEqual(second.points[0].searches[0][0].selected);
  });
});

describe('tables', () => {
  test('events and acceptance as CSV', () => {
    const table = eventsTable(heavy, { coupling: { from: 1e-7, to: 1e-5, count: 5 } });
    expect(table.rows).toHaveLength(25);
    expect(csvOfTable(table).split('\n')[0]).toBe(
      'mass_GeV,coupling_dark-photon,events_dump-mumu,events_dump-ee,events_over_allowed,excluded',
    );
    const acceptance = acceptanceTable(heavy, 0, [1e-3, 1, 1e3]);
    for (const [, , value] of acceptance.rows) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }
  });
});

describe('bad input', () => {
  const bad = (change: Partial<DumpExperiment>) => () => dumpSetup(mumu, { ...na62Dump, ...change });
  test('geometry', () => {
    expect(bad({ decayVolume: fact([metres(180), metres(105)], 'proposal', 'test') })).toThrow(/before it starts/);
    expect(bad({ decayVolume: fact([metres(24), metres(105)], 'proposal', 'test') })).toThrow(
      /inside or before the dump/,
    );
    expect(bad({ decayVolume: fact([metres(105), metres(190)], 'proposal', 'test') })).toThrow(
      /inside the decay volume/,
    );
    expect(bad({ planes: [] })).toThrow(/unknown plane 'straw1'/);
    expect(() => dumpExperiment('na62-damp')).toThrow(/na62-dump/);
  });

  test('requests', () => {
    expect(() => simulateDumpYields(darkPhoton, [], [0.3])).toThrow(/at least one/);
    expect(() => simulateDumpYields(darkPhoton, [mumu], [0.3, 0.2])).toThrow(/ascend/);
    expect(() => simulateDumpYields(darkPhoton, [mumu], [Number.NaN])).toThrow(/masses\[0\]/);
    expect(() => simulateDumpYields(darkPhoton, [mumu], [0.3], { events: 0 })).toThrow(/events/);
    expect(() => excludeFromYields(light, { production: 'brems' })).toThrow(/Did you mean 'brem'/);
    expect(() => excludeFromYields(light, { protons: -1 })).toThrow(/pot/);
    expect(() => excludeFromYields(light, { coupling: { from: 1, to: 0.1, count: 5 } })).toThrow(/coupling/);
    expect(() => massGrid(0.3, 0.2, 5)).toThrow(/mass/);
    expect(() => dumpPlan('dark-foton', [mumu], [0.3])).toThrow(/dark-photon/);
  });

  test('masses without an answer are said, not extrapolated', () => {
    const { points } = simulateDumpYields(darkPhoton, [mumu], [0.3, 2.5], { events: 500 });
    expect(points[1].outside).toMatchObject({ valid: false, quantity: 'mass', value: 2.5 });
    expect(points[0].closed.some(({ mechanism }) => mechanism.includes('pi0'))).toBe(true);
  });
});

describe('contour rings', () => {
  const inside = (rings: readonly Ring[], px: number, py: number) => {
    let odd = false;
    for (const ring of rings)
      for (let i = 0; i < ring.length; i++) {
        const [ax, ay] = ring[i];
        const [bx, by] = ring[(i + 1) % ring.length];
        if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) odd = !odd;
      }
    return odd;
  };

  test('a ring with a hole, an island, and a border', () => {
    const n = 60;
    const axis = Float64Array.from({ length: n }, (_, i) => (4 * i) / (n - 1) - 2);
    const field = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const r = Math.hypot(axis[i], axis[j]);
        field[i * n + j] = r < 0.3 ? 0.3 - r : 0.2 - Math.abs(r - 1);
      }
    const rings = contourRings(axis, axis, field);
    expect(rings).toHaveLength(3);
    expect(inside(rings, 0.01, 0.02)).toBe(true);
    expect(inside(rings, 0.6, 0.01)).toBe(false);
    expect(inside(rings, 1.01, 0.02)).toBe(true);
    expect(contourRings(axis, axis, new Float64Array(n * n).fill(1))).toHaveLength(1);
    expect(contourRings(axis, axis, new Float64Array(n * n).fill(-1))).toEqual([]);
  });

  test('any field: rings are closed and even–odd agrees with the sign at the nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 25, maxLength: 25 }), (values) => {
        const field = values.map((x) => (Math.abs(x) < 1e-3 ? 1e-3 : x));
        const axis = [0, 1, 2, 3, 4];
        const rings = contourRings(axis, axis, field);
        for (let i = 1; i < 4; i++)
          for (let j = 1; j < 4; j++) expect(inside(rings, i + 1e-7, j + 1.3e-7)).toBe(field[i * 5 + j] > 0);
      }),
      { numRuns: 200 },
    );
  });
});
