import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import minimiseFixtures from '../minimise/minimise.fixture.json' with { type: 'json' };
import { beestonBarlowFit } from './beeston-barlow-fit.ts';
import type { BinnedStatistic } from './binned-statistic.ts';
import fixtures from './fits.fixture.json' with { type: 'json' };
import { formFactorFit } from './form-factor-fit.ts';
import { PolynomialTemplate } from './polynomial-template.ts';

const { template: reference } = fixtures;
const { exactToy } = minimiseFixtures;

const quadratic = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
];

/** The quadratic rate of the fixture, from the same events. */
function signal(): PolynomialTemplate {
  const template = PolynomialTemplate.empty(['a', 'b'], quadratic, reference.bins);
  for (const [event, bin] of reference.index.entries()) template.fill(bin, reference.pieces[event]);
  return template;
}

const near = (value: number, wanted: number, size: number) =>
  expect(Math.abs(value - wanted)).toBeLessThan(1e-5 * size);

const start = { a: { start: -0.5 }, b: { start: -0.5 } };

describe('formFactorFit', () => {
  it.each([
    ['poisson', 'poisson'],
    ['chi2-pearson', 'pearson'],
    ['chi2-neyman', 'neyman'],
    ['poisson-template', 'lite'],
  ] as const)('%s agrees with iminuit on values, HESSE, MINOS and minimum', (statistic, key) => {
    const fit = formFactorFit({
      observed: reference.observed,
      signal: signal(),
      statistic: statistic as BinnedStatistic,
      parameters: start,
    });
    const wanted = reference[key];
    expect(fit.valid).toBe(true);
    expect(fit.twiceNll).toBeCloseTo(wanted.value, 7);
    for (const [i, parameter] of fit.parameters.entries()) {
      near(parameter.value, wanted.values[i], wanted.errors[i]);
      // iminuit's HESSE by differences of the value is itself good to some 1e-4 here.
      expect(Math.abs(parameter.error / wanted.errors[i] - 1)).toBeLessThan(5e-4);
      const [down, up] = wanted.minos[i];
      expect(Math.abs(parameter.minos![0] / down - 1)).toBeLessThan(1e-4);
      expect(Math.abs(parameter.minos![1] / up - 1)).toBeLessThan(1e-4);
    }
    expect(fit.goodness?.degreesOfFreedom).toBe(18);
    expect(JSON.stringify(fit)).not.toContain('null,"minos"');
  });

  it('finds both solutions of a rate quadratic in the amplitude', () => {
    const fit = formFactorFit({
      observed: reference.observed,
      signal: signal(),
      statistic: 'poisson',
      parameters: { a: { search: [-1.5, 1.5] }, b: { search: [-2.5, 2.5] } },
    });
    near(fit.parameters[0].value, reference.poisson.values[0], reference.poisson.errors[0]);
    expect(fit.others).toHaveLength(1);
    for (const [i, parameter] of fit.others[0].parameters.entries()) {
      near(parameter.value, reference.poissonOther.values[i], reference.poissonOther.errors[i]);
    }
    expect(fit.others[0].above).toBeCloseTo(reference.poissonOther.value - reference.poisson.value, 6);
  });

  it('fits with a normalisation known to 3 %, and with a free one whose errors grow', () => {
    const input = { observed: reference.observed, signal: signal(), statistic: 'poisson', parameters: start } as const;
    const known = formFactorFit({ ...input, normalisation: 0.03 });
    for (const [i, parameter] of known.parameters.entries()) {
      near(parameter.value, reference.constrained.values[i], reference.constrained.errors[i]);
      expect(Math.abs(parameter.minos![1] / reference.constrained.minos[i][1] - 1)).toBeLessThan(2e-4);
    }
    const free = formFactorFit({ ...input, normalisation: 'free', minos: false });
    expect(free.twiceNll).toBeCloseTo(reference.free.value, 4);
    expect(free.parameters[0].error / known.parameters[0].error).toBeGreaterThan(3);
    expect(free.parameters[1].error / known.parameters[1].error).toBeGreaterThan(5);
    expect(free.goodness?.degreesOfFreedom).toBe(17);
  });

  it('fits the MINUIT check: ten bins, a peak on a flat background (40-digit arithmetic)', () => {
    const n = [3, 5, 4, 9, 14, 12, 6, 4, 2, 5];
    const peak = n.map((_, i) => Math.exp(-0.5 * ((i + 0.5 - 5) / 1.2) ** 2) / (1.2 * Math.sqrt(2 * Math.PI)));
    const fit = formFactorFit({
      observed: n,
      signal: PolynomialTemplate.constant(peak)
        .times('s')
        .plus(PolynomialTemplate.constant(n.map(() => 1)).times('b')),
      statistic: 'poisson',
      parameters: { s: { start: 20 }, b: { start: 4 } },
    });
    const saturated = n.reduce((sum, k) => sum + k - k * Math.log(k), 0);
    const value = fit.twiceNll / 2 + saturated;
    near(value, exactToy.value, 1e-2);
    for (const [i, parameter] of fit.parameters.entries()) {
      near(parameter.value / exactToy.values[i], 1, 1);
      near(parameter.error / exactToy.errors[i], 1, 1);
      near(parameter.minos![0] / exactToy.minos[i][0], 1, 1);
      near(parameter.minos![1] / exactToy.minos[i][1], 1, 1);
    }
    near(fit.covariance[0][1] / exactToy.covariance, 1, 1);
    // What MIGRAD prints at its default tolerance (iminuit 2.11.2) is close, and higher.
    expect(value).toBeLessThan(-63.6557847);
    expect(Math.abs(fit.parameters[0].value - 29.572083)).toBeLessThan(1e-3 * 7.86);
    expect(Math.abs(fit.parameters[1].value - 3.440613)).toBeLessThan(3e-3 * 0.816);
  });

  it('says what does not fit', () => {
    const template = signal();
    const observed = reference.observed;
    expect(() => formFactorFit({ observed: [1, 2], signal: template })).toThrow(/20 bins/);
    expect(() => formFactorFit({ observed, signal: template, parameters: { c: { start: 1 } } })).toThrow(
      /unknown parameter 'c'/,
    );
    expect(() => formFactorFit({ observed, signal: template, normalisation: 0 })).toThrow(/normalisation/);
    expect(() => formFactorFit({ observed, signal: template, background: [{ name: 'x', values: [1] }] })).toThrow(
      /background\.x/,
    );
    expect(() =>
      formFactorFit({ observed, signal: template, constraints: [{ parameter: 'd', mean: 0, error: 1 }] }),
    ).toThrow(InvalidInput);
    expect(() => formFactorFit({ observed: observed.map(() => Number.NaN), signal: template })).toThrow(InvalidInput);
    expect(() => formFactorFit({ observed, signal: template, parameters: { a: { lower: 1, upper: 0 } } })).toThrow(
      /bounds/,
    );
  });
});

describe('beestonBarlowFit', () => {
  it('agrees with the worked example of two sources in three bins (evaluated apart with scipy)', () => {
    const fit = beestonBarlowFit(
      [30, 45, 25],
      [
        { name: 'falling', counts: [40, 20, 5] },
        { name: 'rising', counts: [10, 40, 50] },
      ],
    );
    expect(fit.parameters[0].value).toBeCloseTo(0.463844, 5);
    expect(fit.parameters[1].value).toBeCloseTo(0.536156, 5);
    expect(fit.parameters[0].error).toBeCloseTo(0.13796, 4);
    expect(fit.parameters[1].error).toBeCloseTo(0.139, 4);
    expect(fit.correlation[0][1]).toBeCloseTo(-0.578, 3);
    expect(-0.5 * fit.twiceNll).toBeCloseTo(669.361348, 5);
  });

  it('agrees with iminuit over a likelihood solved bin by bin with scipy', () => {
    const { observed, sources, fit: wanted } = fixtures.beestonBarlow;
    const fit = beestonBarlowFit(
      observed,
      sources.map((counts, j) => ({ name: `p${j}`, counts })),
    );
    expect(fit.twiceNll).toBeCloseTo(wanted.value, 7);
    for (const [i, parameter] of fit.parameters.entries()) {
      // The reference has numerical gradients only: 1e-4 of an error.
      near(parameter.value, wanted.values[i], 10 * wanted.errors[i]);
      expect(Math.abs(parameter.error / wanted.errors[i] - 1)).toBeLessThan(1e-3);
    }
  });

  it('refuses a source without events', () => {
    expect(() => beestonBarlowFit([1, 2], [{ name: 'none', counts: [0, 0] }])).toThrow(/no events/);
    expect(() => beestonBarlowFit([1, 2], [{ name: 'short', counts: [1] }])).toThrow(InvalidInput);
  });
});
