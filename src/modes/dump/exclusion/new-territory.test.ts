import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimitKind, LimitPoint, PublishedLimit } from '../../../search/published-limit.ts';
import { fact } from '../../../units/index.ts';
import { type ExclusionField, fieldEdges } from './exclusion-field.ts';
import { newTerritory } from './new-territory.ts';

const limitOf = (id: string, kind: LimitKind, points: readonly LimitPoint[], power: 1 | 2 = 1): PublishedLimit => ({
  id,
  title: id,
  year: 2000,
  experiment: id,
  mode: 'dump',
  model: 'dark-photon',
  process: 'test',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power, unit: '' },
  confidence: fact(0.9, 'computed', 'test'),
  curves: [{ kind, points: fact(points, 'computed', 'test') }],
  counts: [],
  read: 'test',
  digitiser: 'test',
  licence: 'test',
  assumptions: [],
  references: ['test'],
});

/** Excluded between lower and upper at every mass: the field falls off to both sides. */
function box(masses: readonly number[], lower: number, upper: number, count = 801): ExclusionField {
  const logCoupling = Float64Array.from(
    { length: count },
    (_, j) => Math.log(1e-8) + (Math.log(1e5) * j) / (count - 1),
  );
  const values = new Float64Array(masses.length * count);
  masses.forEach((_, i) => {
    logCoupling.forEach((g, j) => {
      values[i * count + j] = Math.min(g - Math.log(lower), Math.log(upper) - g);
    });
  });
  return { logMass: Float64Array.from(masses, Math.log), logCoupling, values };
}
const masses = [0.05, 0.1, 0.2, 0.4, 0.8];

describe('contour minus envelope', () => {
  test('area and range of a box above a flat edge are those of geometry', () => {
    fc.assert(
      fc.property(fc.double({ min: -6.9, max: -5.1, noNaN: true }), (exponent) => {
        const edge = 10 ** exponent;
        const field = box(masses, 1e-7, 1e-5);
        const flat = limitOf('flat', 'upper edge', [
          [0.05, edge],
          [0.8, edge],
        ]);
        const found = newTerritory(field, fieldEdges(field), [flat]);
        const width = Math.log(0.8 / 0.05);
        expect(Math.abs(found.area - width * Math.log(1e-5 / edge))).toBeLessThan(1e-9);
        expect(Math.abs(found.excludedArea - width * Math.log(100))).toBeLessThan(1e-9);
        expect(found.massRange?.[0]).toBeCloseTo(0.05, 12);
        expect(found.ranges[0].ends).toEqual(['scan ends', 'scan ends']);
        expect(found.masses[2].improvement).toBeCloseTo(1e-5 / edge, 6);
      }),
      { seed: 4 },
    );
  });

  test('the strongest of several limits counts, in whatever power it is stored', () => {
    const weak = limitOf('weak', 'upper edge', [
      [0.05, 1e-6],
      [0.8, 1e-6],
    ]);
    const strong = limitOf(
      'strong',
      'upper edge',
      [
        [0.1, 4e-12],
        [0.4, 4e-12],
      ],
      2,
    );
    const field = box(masses, 1e-7, 1e-5);
    const { masses: found } = newTerritory(field, fieldEdges(field), [weak, strong]);
    expect(found.map(({ by }) => by)).toEqual(['weak', 'strong', 'strong', 'strong', 'weak']);
    expect(found[2].earlier).toBeCloseTo(2e-6, 12);
  });

  test('a rising edge ends the range between two masses; beyond the last point limits are silent', () => {
    // ln of the edge crosses ln 1e-5 at ln m half way between 0.1 and 0.2.
    const rising = limitOf('rising', 'upper edge', [
      [0.05, 1e-5 * Math.SQRT1_2 ** 3],
      [0.4, 1e-5 * 2 ** 1.5],
    ]);
    const field = box(masses, 1e-7, 1e-5);
    const { ranges, silent } = newTerritory(field, fieldEdges(field), [rising]);
    expect(silent).toEqual([expect.closeTo(0.8, 12)]);
    expect(ranges).toHaveLength(1);
    expect(ranges[0].to).toBeCloseTo(0.1 * Math.SQRT2, 3);
    expect(ranges[0].ends).toEqual(['scan ends', 'edge']);
  });

  test('an upper limit takes what lies above it, a ring what is inside', () => {
    const above = limitOf('above', 'upper limit', [
      [0.05, 2e-6],
      [0.8, 2e-6],
    ]);
    const ring = limitOf('ring', 'ring', [
      [0.09, 2e-7],
      [0.5, 2e-7],
      [0.5, 9e-6],
      [0.09, 9e-6],
    ]);
    const field = box(masses, 1e-7, 1e-5);
    const free = newTerritory(field, fieldEdges(field), [above]);
    expect(Math.abs(free.area - Math.log(16) * Math.log(20))).toBeLessThan(1e-9);
    expect(newTerritory(field, fieldEdges(field), [above, ring]).area).toBeLessThan(0.7 * free.area);
  });
});
