import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import fixtures from '../fits/fits.fixture.json' with { type: 'json' };
import { combineMeasurements } from './combine-measurements.ts';

describe('combineMeasurements', () => {
  it('is the best linear unbiased average (numpy)', () => {
    const { values, statistical, shared, ...wanted } = fixtures.combination;
    const combined = combineMeasurements(
      values.map((value, i) => ({ name: `m${i}`, value, error: statistical[i], shared: { theory: shared[i] } })),
    );
    expect(combined.value).toBeCloseTo(wanted.mean, 12);
    expect(combined.error).toBeCloseTo(wanted.error, 12);
    expect(combined.chi2).toBeCloseTo(wanted.chi2, 10);
    expect(combined.pValue).toBeCloseTo(wanted.pValue, 10);
    for (const [i, { weight }] of combined.weights.entries()) expect(weight).toBeCloseTo(wanted.weights[i], 12);
  });

  it('is the weighted mean without correlations, and the measurement itself when there is one', () => {
    const [a, b] = [
      { name: 'a', value: 1, error: 1 },
      { name: 'b', value: 4, error: 2 },
    ];
    expect(combineMeasurements([a, b])).toMatchObject({ value: expect.closeTo(1.6, 12), degreesOfFreedom: 1 });
    expect(combineMeasurements([a])).toMatchObject({ value: 1, error: 1, chi2: 0, pValue: null });
  });

  it('refuses what cannot be averaged', () => {
    expect(() => combineMeasurements([])).toThrow(InvalidInput);
    expect(() => combineMeasurements([{ name: 'a', value: 1, error: 0 }])).toThrow(/measurements\.a/);
    expect(() =>
      combineMeasurements([
        { name: 'a', value: 1, error: 1e-12, shared: { s: 1 } },
        { name: 'b', value: 2, error: 1e-12, shared: { s: 1 } },
      ]),
    ).toThrow(/completely correlated/);
  });
});
