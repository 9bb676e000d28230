import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { PolynomialTemplate } from './polynomial-template.ts';

const quadratic = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
];
const weight = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 });
const event = fc.tuple(fc.integer({ min: 0, max: 3 }), weight);
const coupling = fc.double({ min: -2, max: 2, noNaN: true });

describe('PolynomialTemplate', () => {
  it('equals the histogram filled with the reweighted events, at every θ, with its Σw²', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), coupling, coupling, (events, a, b) => {
        const template = PolynomialTemplate.empty(['a', 'b'], quadratic, 4);
        const direct = new Float64Array(4);
        const squares = new Float64Array(4);
        for (const [bin, pieces] of events) {
          template.fill(bin, pieces);
          const w =
            pieces[0] + pieces[1] * a + pieces[2] * b + pieces[3] * a * a + pieces[4] * a * b + pieces[5] * b * b;
          direct[bin] += w;
          squares[bin] += w * w;
        }
        const expected = new Float64Array(4);
        const variance = new Float64Array(4);
        template.evaluate([a, b], expected, variance);
        for (let i = 0; i < 4; i++) {
          expect(Math.abs(expected[i] - direct[i])).toBeLessThan(1e-9);
          expect(Math.abs(variance[i] - squares[i])).toBeLessThan(1e-8);
        }
      }),
    );
  });

  it('has derivatives that agree with finite differences', () => {
    const template = PolynomialTemplate.empty(['a', 'b'], quadratic, 1);
    template.fill(0, [1, -2, 0.5, 3, 1, -0.7]);
    template.fill(0, [0.3, 1, 2, -1, 0.2, 0.9]);
    const sum = template.times('n').plus(PolynomialTemplate.constant([2], [0.5]).times('y'));
    expect(sum.parameters).toEqual(['a', 'b', 'n', 'y']);
    const theta = [0.4, -1.3, 1.7, 0.6];
    const at = (point: number[]) => {
      const value = new Float64Array(1);
      const variance = new Float64Array(1);
      sum.evaluate(point, value, variance);
      return [value[0], variance[0]];
    };
    for (let p = 0; p < 4; p++) {
      const value = new Float64Array(1);
      const variance = new Float64Array(1);
      sum.derivative(theta, p, value, variance);
      const h = 1e-5;
      const up = at(theta.map((t, q) => (q === p ? t + h : t)));
      const down = at(theta.map((t, q) => (q === p ? t - h : t)));
      expect(value[0]).toBeCloseTo((up[0] - down[0]) / (2 * h), 7);
      expect(variance[0]).toBeCloseTo((up[1] - down[1]) / (2 * h), 6);
    }
  });

  it('multiplies, adds and shares parameters', () => {
    const one = PolynomialTemplate.constant([1, 2], [0.1, 0.2]);
    const shared = one.times('s').plus(one.scaled(3).times('s')).times('s');
    const value = new Float64Array(2);
    const variance = new Float64Array(2);
    shared.evaluate([2], value, variance);
    expect(Array.from(value)).toEqual([16, 32]);
    expect(variance[0]).toBeCloseTo((0.1 + 0.9) * 16, 12);
  });

  it('merges blocks and survives JSON, still fillable', () => {
    const blocks = [0, 1].map((shift) => {
      const template = PolynomialTemplate.empty(['c'], [[0], [1], [2]], 3);
      template.fill(shift, [1, 2, 3]);
      template.fill(2, [0.5, -1, 0.25]);
      return template;
    });
    const merged = blocks[0].merge(blocks[1]);
    const read = PolynomialTemplate.fromJSON(JSON.parse(JSON.stringify(merged)));
    expect(read.toJSON()).toEqual(merged.toJSON());
    read.fill(0, [1, 0, 0]);
    const value = new Float64Array(3);
    read.evaluate([2], value);
    expect(Array.from(value)).toEqual([18, 17, -1]);
  });

  it('refuses what does not fit', () => {
    expect(() => PolynomialTemplate.empty(['a', 'a'], [[1, 0]], 2)).toThrow(InvalidInput);
    expect(() => PolynomialTemplate.empty(['a'], [[1], [1]], 2)).toThrow(/twice/);
    expect(() => PolynomialTemplate.empty(['a'], [[0.5]], 2)).toThrow(/whole powers/);
    expect(() => PolynomialTemplate.empty(['a'], [[1]], 0)).toThrow(InvalidInput);
    const template = PolynomialTemplate.empty(['a'], [[1]], 2);
    expect(() => template.fill(2, [1])).toThrow(InvalidInput);
    expect(() => template.fill(0, [Number.NaN])).toThrow(InvalidInput);
    expect(() => template.times('n').fill(0, [1])).toThrow(InvalidInput);
    expect(() => template.plus(PolynomialTemplate.constant([1]))).toThrow(/bins/);
    expect(() => template.merge(PolynomialTemplate.constant([1, 2]))).toThrow(InvalidInput);
    expect(() => PolynomialTemplate.constant([1, Number.NaN])).toThrow(/values\[1\]/);
    expect(() => PolynomialTemplate.fromJSON({ ...template.toJSON(), values: [[1]] })).toThrow(/rows/);
  });
});
