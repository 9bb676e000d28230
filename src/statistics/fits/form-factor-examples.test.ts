import { describe, expect, it } from 'vitest';
import fixtures from './fits.fixture.json' with { type: 'json' };
import { formFactorFit } from './form-factor-fit.ts';
import { PolynomialTemplate } from './polynomial-template.ts';
import { formFactorPseudoExperiments, parameterPulls } from './pseudo-experiments.ts';
import { spectrumFit } from './spectrum-fit.ts';

// Spectra of the size of the published samples, flat acceptance, no resolution; rates integrated by numpy.
const { leptonPair, photonPair } = fixtures;

const search = { a: { search: [-1.2, 1.2] }, b: { search: [-1.5, 3] } } as const;

function contents(template: PolynomialTemplate, theta: readonly number[]): Float64Array {
  const out = new Float64Array(template.bins);
  template.evaluate(theta, out);
  return out;
}

describe('a rate |W|² with W = G(a + bz) + loop, 27 679 decays', () => {
  const signal = PolynomialTemplate.exact(['a', 'b'], leptonPair.monomials, leptonPair.values);
  const observed = contents(signal, leptonPair.truth);

  it('gives the errors of the Fisher matrix: 0.0115, 0.0385, correlation −0.97 (published 0.012, 0.040, −0.97)', () => {
    const fit = formFactorFit({ observed, signal, statistic: 'poisson', parameters: search });
    for (const [i, parameter] of fit.parameters.entries()) {
      expect(parameter.value).toBeCloseTo(leptonPair.truth[i], 6);
      expect(parameter.error / leptonPair.fixed.errors[i]).toBeCloseTo(1, 4);
    }
    expect(fit.correlation[0][1]).toBeCloseTo(leptonPair.fixed.correlation, 4);
    expect(fit.parameters[0].error).toBeCloseTo(0.0115, 4);
    expect(fit.parameters[1].error).toBeCloseTo(0.0385, 4);
  });

  it('has a second solution with both parameters positive', () => {
    const { others } = formFactorFit({ observed, signal, statistic: 'poisson', parameters: search });
    expect(others).toHaveLength(1);
    const [a, b] = others[0].parameters;
    // The quadratic form of the rate puts it near (0.37, 2.0).
    expect(a.value).toBeGreaterThan(0.2);
    expect(a.value).toBeLessThan(0.5);
    expect(b.value).toBeGreaterThan(1.5);
    expect(b.value).toBeLessThan(2.5);
    expect(others[0].above).toBeGreaterThan(1);
  });

  it('loses a factor of ten and more in both errors when the normalisation floats', () => {
    const fit = formFactorFit({
      observed,
      signal,
      statistic: 'poisson',
      normalisation: 'free',
      parameters: { a: { start: -0.575 }, b: { start: -0.722 } },
      minos: false,
    });
    for (const i of [0, 1]) {
      const { error } = fit.parameters[i];
      expect(error / leptonPair.free.errors[i]).toBeCloseTo(1, 2);
      expect(error / leptonPair.fixed.errors[i]).toBeGreaterThan(10);
    }
  });

  it('closes over pseudo-experiments of that size', () => {
    const study = formFactorPseudoExperiments(
      { signal, statistic: 'poisson' },
      { a: leptonPair.truth[0], b: leptonPair.truth[1] },
      { experiments: 2500, seed: 27_679 },
    );
    // False-alarm probability 4e-7 each.
    for (const name of ['a', 'b']) expect(parameterPulls(study, name, 4e-7).closes).toBe(true);
  });

  it('is found again from a table of values and errors', () => {
    const errors = observed.map((n) => Math.sqrt(n + 1));
    const fit = spectrumFit({ spectrum: { values: observed, errors }, prediction: signal, parameters: search });
    expect(fit.parameters[0].value).toBeCloseTo(-0.575, 5);
    expect(fit.parameters[1].value).toBeCloseTo(-0.722, 5);
    expect(fit.others).toHaveLength(1);
    expect(fit.goodness!.chi2).toBeLessThan(1e-6);
  });
});

describe('a rate quadratic in one counterterm, 3693 decays above 291 background', () => {
  const six = PolynomialTemplate.exact(['c'], photonPair.monomials, photonPair.six);
  const four = PolynomialTemplate.exact(['c'], photonPair.monomials, photonPair.four);
  const background = [{ name: 'merged clusters', values: photonPair.background }];
  const observed = contents(six, photonPair.truth).map((s, i) => s + photonPair.background[i]);
  const parameters = { c: { start: 1 } };

  it('gives 0.0713, of which the rate alone 0.080 and the shape alone 0.155 (published 0.069)', () => {
    const fit = formFactorFit({ observed, signal: six, background, statistic: 'poisson', parameters });
    expect(fit.parameters[0].value).toBeCloseTo(1.144, 6);
    expect(fit.parameters[0].error).toBeCloseTo(0.0713, 4);
    // Shape alone: signal and background float together.
    const whole = six.plus(PolynomialTemplate.constant(photonPair.background));
    const shape = formFactorFit({
      observed,
      signal: whole,
      statistic: 'poisson',
      normalisation: 'free',
      parameters: { ...parameters, normalisation: { start: 1 } },
      minos: false,
    });
    expect(shape.parameters[0].error).toBeCloseTo(0.155, 3);
    const one = [observed.reduce((a, b) => a + b)];
    const total = PolynomialTemplate.exact(
      ['c'],
      photonPair.monomials,
      photonPair.six.map((row) => [row.reduce((a, b) => a + b)]),
    );
    const rate = formFactorFit({
      observed: one,
      signal: total,
      background: [{ name: 'merged clusters', values: [291] }],
      statistic: 'poisson',
      parameters,
      minos: false,
    });
    expect(rate.parameters[0].error).toBeCloseTo(0.0804, 4);
    expect(rate.goodness).toBeNull();
  });

  it('rejects the other description: c = 1.54, Δχ² = 125 by Neyman’s χ², 1.68 and 117 by likelihood', () => {
    const wrong = (statistic: 'poisson' | 'chi2-neyman') =>
      formFactorFit({ observed, signal: four, background, statistic, parameters });
    const neyman = wrong('chi2-neyman');
    expect(neyman.parameters[0].value).toBeCloseTo(1.539, 3);
    expect(neyman.goodness!.chi2).toBeCloseTo(124.6, 1);
    const likelihood = wrong('poisson');
    expect(likelihood.parameters[0].value).toBeCloseTo(photonPair.wrong.value, 5);
    expect(likelihood.goodness!.chi2).toBeCloseTo(photonPair.wrong.chi2, 5);
    expect(likelihood.goodness!.pValue).toBeLessThan(1e-15);
  });
});
