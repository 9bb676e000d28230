import { describe, expect, test } from 'vitest';
import charmEe from '../../../../searches/charm-ee.ts';
import charmMumu from '../../../../searches/charm-mumu.ts';
import alpEe from '../../../../searches/dump-alp-ee.ts';
import { searchAlone, simulateDumpYields } from '../chain/yields.ts';
import { lifetimeImprovement } from './lifetime-improvement.ts';
import type { LifetimeMap } from './lifetime-map.ts';
import { beautyProbe, lifetimeMap, lifetimeSteps } from './model-independent.ts';

const mapOf = (search: string, limits: (number | null)[][]): LifetimeMap => ({
  search,
  product: 'test',
  cl: 0.9,
  masses: [0.1, 0.2, 0.3, 0.4],
  lifetimes: [1, 10, 100],
  limits,
  assumptions: [],
});

describe('a map less earlier ones', () => {
  const ours = mapOf('ours', [
    [1e-6, 1e-7, 1e-6],
    [1e-6, 1e-7, 1e-6],
    [1e-6, 1e-7, 2],
    [null, null, null],
  ]);

  test('the strongest of the earlier ones counts at each lifetime', () => {
    const weak = mapOf('weak', [
      [1e-5, 1e-6, 1e-7],
      [1e-5, 1e-6, 1e-7],
      [1e-5, 1e-6, 1e-7],
      [1e-5, 1e-6, 1e-7],
    ]);
    const strong = mapOf('strong', [
      [null, null, null],
      [null, 1e-8, null],
      [null, null, null],
      [null, null, null],
    ]);
    const { masses, ranges, earlier } = lifetimeImprovement(ours, [weak, strong]);
    expect(earlier).toEqual(['weak', 'strong']);
    expect(masses.map(({ lifetime, limit, earlier: before }) => [lifetime, limit, before])).toEqual([
      [10, 1e-7, 1e-6],
      [10, 1e-7, 1e-8],
      [10, 1e-7, 1e-6],
    ]);
    expect(masses.map(({ improved }) => improved)).toEqual([
      [1, 10],
      [1, 1],
      [1, 10],
    ]);
    expect(ranges).toEqual([
      [0.1, 0.1],
      [0.3, 0.3],
    ]);
  });

  test('CHARM against another program at 0.24 GeV, and where NA62 goes beyond it', () => {
    const times = [0.5, 1, 3, 10, 100].map((ns) => 0.299792458 * ns);
    const [one] = [simulateDumpYields(beautyProbe('K', 'mu+ mu-'), [charmMumu], [0.24], { events: 15_000 })];
    // K and K* together without efficiency there; K alone with 0.85 here: 2.2 to 2.5 times weaker is the same.
    const expected = [7.9e-7, 1.0e-7, 2.8e-8, 3.3e-8, 2.0e-7];
    lifetimeMap(one, times).limits[0].forEach((limit, j) => {
      const ratio = (limit ?? Number.NaN) / expected[j];
      expect(ratio).toBeGreaterThan(1.2);
      expect(ratio).toBeLessThan(2.6);
    });
  });

  test('e⁺e⁻: extended from 10 MeV on, for one setup of two experiments in one simulation', () => {
    const searches = [alpEe, charmEe];
    const yields = simulateDumpYields(beautyProbe('K*', 'e+ e-'), searches, [0.02, 0.2, 0.6], { events: 5000 });
    const maps = searches.map((_, i) => lifetimeMap(searchAlone(yields, i), lifetimeSteps(1e-3, 1e4, 36)));
    const { ranges } = lifetimeImprovement(maps[0], maps.slice(1));
    expect(ranges).toEqual([[0.02, 0.6]]);
  });
});
