import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { Axis } from './axis.ts';

describe('Axis', () => {
  it('puts every number in the slot whose edges hold it, regular and variable alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -0.2, max: 1.2, noNaN: true }),
        (bins, lower, range, where) => {
          const regular = Axis.regular(bins, lower, lower + range);
          const variable = Axis.variable(regular.edges);
          const x = lower + where * range;
          const slot = regular.slot(x);
          expect(variable.slot(x)).toBe(slot);
          if (slot > 0) expect(x).toBeGreaterThanOrEqual(regular.edges[slot - 1]);
          if (slot <= bins) expect(x).toBeLessThan(regular.edges[slot]);
        },
      ),
    );
  });

  it('puts each edge in the bin above it', () => {
    const axis = Axis.regular(287, 0.20675, 0.35025);
    for (let i = 0; i <= axis.bins; i++) expect(axis.slot(axis.edges[i])).toBe(i + 1);
  });

  it('survives JSON', () => {
    for (const axis of [Axis.regular(7, -1, 0.1, 'mass'), Axis.variable([0, 0.1, 5])]) {
      const read = Axis.fromJSON(JSON.parse(JSON.stringify(axis)));
      expect(read.equals(axis)).toBe(true);
      expect(read.name).toBe(axis.name);
      expect(read.regular).toBe(axis.regular);
    }
  });

  it.each([
    () => Axis.regular(0, 0, 1),
    () => Axis.regular(2.5, 0, 1),
    () => Axis.regular(5, 1, 1),
    () => Axis.regular(5, 0, Number.POSITIVE_INFINITY),
    () => Axis.regular(4, 1, 1 + Number.EPSILON),
    () => Axis.variable([1]),
    () => Axis.variable([1, 3, 2]),
    () => Axis.variable([1, Number.NaN]),
    () => Axis.fromJSON({ type: 'regular', bins: 3, lower: 0, upper: 1 }),
    () => Axis.fromJSON({ type: 'boolean', underflow: true, overflow: true }),
    () => Axis.fromJSON(null),
  ])('refuses bad axes %#', (make) => {
    expect(make).toThrow(InvalidInput);
  });
});
