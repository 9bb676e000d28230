import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import type { FormFactorModel } from './form-factor-model.ts';
import { PolynomialTemplate } from './polynomial-template.ts';
import {
  formFactorPseudoExperiments,
  joinPseudoExperiments,
  parameterPulls,
  pValueByToys,
} from './pseudo-experiments.ts';

const seed = 11;

/** A rate quadratic in one amplitude over twelve bins, some 4000 events at c = 1, simulated with four times as many. */
function rate(phase: number, simulated = 4): PolynomialTemplate {
  const template = PolynomialTemplate.empty(['c'], [[0], [1], [2]], 12);
  for (let bin = 0; bin < 12; bin++) {
    const z = (bin + 0.5) / 12;
    const size = (4000 * (0.2 + z) * (1.4 - z)) / 12;
    const entries = Math.ceil(size * simulated);
    for (let k = 0; k < entries; k++) {
      const w = size / entries;
      template.fill(bin, [0.5 * w, 0.3 * (z + phase) * w, 0.2 * w]);
    }
  }
  return template;
}

const model = (extra: Partial<FormFactorModel> = {}): FormFactorModel => ({
  signal: rate(0.2),
  background: [{ name: 'merged clusters', values: new Float64Array(12).fill(24), relativeError: 0.05 }],
  statistic: 'poisson',
  ...extra,
});

describe('formFactorPseudoExperiments', () => {
  it('closes: unbiased values with honest errors, p-values uniform', () => {
    const study = formFactorPseudoExperiments(model(), { c: 1.1 }, { experiments: 2500, seed });
    expect(study.failed).toBe(0);
    // False-alarm probability 4e-7 for each parameter.
    for (const name of ['c', 'merged clusters yield']) expect(parameterPulls(study, name, 4e-7).closes).toBe(true);
    // Kolmogorov–Smirnov: P(D√N > 2.8) = 3e-7; the χ² approximation of p adds less than that to the limit of 3.2.
    const sorted = study.pValues.map((p) => p!).sort((a, b) => a - b);
    const distance = Math.max(...sorted.map((p, i) => Math.max(p - i / 2500, (i + 1) / 2500 - p)));
    expect(distance * 50).toBeLessThan(3.2);
    // By toys the median has p = 1/2, to one toy.
    const median = [...study.twiceNll].map((x) => x!).sort((a, b) => a - b)[1250];
    expect(pValueByToys(median, study)).toEqual({ p: 0.5, error: 0.01 });
  });

  it('closes with the statistical error of the simulation in data and fit', () => {
    const lite = model({ signal: rate(0.2, 1), statistic: 'poisson-template' });
    const study = formFactorPseudoExperiments(lite, { c: 1.1 }, { experiments: 2500, seed });
    expect(parameterPulls(study, 'c', 4e-7).closes).toBe(true);
    const exact = formFactorPseudoExperiments(model(), { c: 1.1 }, { experiments: 100, seed });
    const mean = (column: readonly (number | null)[]) => column.reduce<number>((s, x) => s + x!, 0) / column.length;
    expect(mean(study.parameters[0].errors) / mean(exact.parameters[0].errors)).toBeGreaterThan(1.2);
  });

  it('rejects a description the data do not follow', () => {
    const study = formFactorPseudoExperiments(
      model({ signal: rate(-2.5) }),
      { c: 1.1 },
      {
        experiments: 50,
        seed,
        generate: model(),
      },
    );
    expect(study.pValues.filter((p) => p! < 1e-3).length).toBeGreaterThan(40);
  });

  it('is the same study in one piece and in three', () => {
    const study = (first: number, experiments: number) =>
      formFactorPseudoExperiments(model(), { c: 1 }, { first, experiments, seed });
    expect(joinPseudoExperiments([study(0, 3), study(3, 1), study(4, 6)])).toEqual(study(0, 10));
    expect(() => joinPseudoExperiments([study(0, 3), study(4, 1)])).toThrow(/3 is followed by experiment 4/);
  });

  it('says which true value is missing', () => {
    expect(() => formFactorPseudoExperiments(model(), {}, { experiments: 1, seed })).toThrow(/truth\.c/);
    expect(() => formFactorPseudoExperiments(model(), { c: 1, d: 1 }, { experiments: 1, seed })).toThrow(/truth\.d/);
    expect(() => formFactorPseudoExperiments(model(), { c: 1 }, { experiments: 0, seed })).toThrow(InvalidInput);
  });
});
