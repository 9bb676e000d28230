import { describe, expect, it } from 'vitest';
import { publishedLimits } from '../../limits/index.ts';
import { drawFigure } from '../plots/index.ts';
import { symbolValue } from '../search/limit-curve.ts';
import { publishedCurvesFigure } from './published-curves-figure.ts';

const all = Object.values(publishedLimits);

describe('the picture of published limits', () => {
  it('has every curve of a model, in the symbol of its axis, its excluded side marked', () => {
    const limits = all.filter(({ model }) => model === 'dark-photon');
    const { curves } = publishedCurvesFigure(limits);
    expect(curves.length).toBe(limits.reduce((sum, limit) => sum + limit.curves.length, 0));
    const limit = publishedLimits['charm-2012-dark-photon'];
    for (const [kind, side] of [
      ['upper edge', 'below'],
      ['lower edge', 'above'],
    ] as const) {
      const curve = limit.curves.find((one) => one.kind === kind);
      const drawn = curves.find(({ name }) => name === `${limit.experiment} ${limit.year}, ${kind}`);
      expect(drawn?.y).toEqual(curve?.points.value.map(([, value]) => symbolValue(limit.y, value)));
      expect(drawn?.excludes).toBe(side);
    }
    expect(curves.find(({ name }) => name.startsWith('BaBar'))?.excludes).toBe('above');
    expect(drawFigure(publishedCurvesFigure(limits))).toContain(limit.experiment);
  });

  it('refuses limits without a curve, and curves of different quantities', () => {
    const one = all.filter(({ x }) => x === null);
    expect(one.length).toBeGreaterThan(0);
    expect(() => publishedCurvesFigure(one)).toThrow(/no curve to draw/);
    const [first] = all.filter(({ model }) => model === 'dark-photon');
    const other = { ...first, id: 'other', y: { ...first.y, symbol: 'U' } };
    expect(() => publishedCurvesFigure([first, other])).toThrow(/different quantities/);
  });
});
