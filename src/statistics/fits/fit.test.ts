import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { binnedObjective } from './binned-objective.ts';
import { exponentialDensity, gaussianDensity } from './density.ts';
import { fitObjective } from './fit.ts';
import { constraintObjective, type FitObjective, jointObjective } from './fit-objective.ts';
import { fitted } from './fit-result.ts';
import fixtures from './fits.fixture.json' with { type: 'json' };
import { PolynomialTemplate } from './polynomial-template.ts';
import { spectrumFit } from './spectrum-fit.ts';
import { unbinnedObjective } from './unbinned-objective.ts';

describe('fitObjective', () => {
  it('fits two channels that share a signal and a constrained background (iminuit)', () => {
    const { shapes, scale, observed, fit: wanted } = fixtures.joint;
    const channel = (c: number) =>
      binnedObjective(
        observed[c],
        PolynomialTemplate.constant(shapes.signal[c].map((x) => x * scale[c]))
          .times('signal')
          .plus(PolynomialTemplate.constant(shapes.background[c]).times('background')),
      );
    const constraint = constraintObjective({ parameter: 'background', mean: 1, error: 0.2 });
    const fit = fitObjective(jointObjective([channel(0), channel(1), constraint]), {
      parameters: { signal: { start: 10 }, background: { start: 1 } },
    });
    expect(fit.twiceNll).toBeCloseTo(wanted.value, 8);
    for (const [i, name] of wanted.names.entries()) {
      const parameter = fitted(fit, name)!;
      expect(Math.abs(parameter.value - wanted.values[i])).toBeLessThan(1e-5 * wanted.errors[i]);
      expect(Math.abs(parameter.error / wanted.errors[i] - 1)).toBeLessThan(1e-4);
      expect(Math.abs(parameter.minos![0] / wanted.minos[i][0] - 1)).toBeLessThan(1e-4);
      expect(Math.abs(parameter.minos![1] / wanted.minos[i][1] - 1)).toBeLessThan(1e-4);
    }
    expect(fit.goodness?.degreesOfFreedom).toBe(6);
  });

  it('fits a peak on a falling background without bins (iminuit)', () => {
    const { events, fit: wanted } = fixtures.unbinned;
    const range = [0, 10] as const;
    const objective = unbinnedObjective(events, [
      { yield: 'signal', density: gaussianDensity(range, 'mean', 'width') },
      { yield: 'background', density: exponentialDensity(range, 'slope') },
    ]);
    const fit = fitObjective(objective, {
      parameters: {
        signal: { start: 70 },
        background: { start: 400 },
        mean: { start: 4.1, step: 0.1 },
        width: { start: 0.4, step: 0.1, lower: 0.01 },
        slope: { start: -0.15, step: 0.02 },
      },
    });
    expect(fit.goodness).toBeNull();
    expect(fit.twiceNll).toBeCloseTo(wanted.value, 5);
    for (const [i, name] of wanted.names.entries()) {
      const parameter = fitted(fit, name)!;
      expect(Math.abs(parameter.value - wanted.values[i])).toBeLessThan(1e-3 * wanted.errors[i]);
      expect(Math.abs(parameter.error / wanted.errors[i] - 1)).toBeLessThan(5e-3);
      expect(Math.abs(parameter.minos![0] / wanted.minos[i]![0] - 1)).toBeLessThan(2e-3);
      expect(Math.abs(parameter.minos![1] / wanted.minos[i]![1] - 1)).toBeLessThan(2e-3);
    }
  });

  const twoWells: FitObjective = {
    names: ['x', 'y'],
    observations: null,
    // (x² − 1)² with the right well 0.3 higher; y apart.
    value: ([x, y]) => 40 * (x * x - 1) * (x * x - 1) + 0.15 * (x + 1) + (y - 2) * (y - 2),
  };

  it('finds every valley of a searched range, the best first, and none without searching', () => {
    const fit = fitObjective(twoWells, { parameters: { x: { search: [-2, 2], start: 0.8 }, y: { start: 0 } } });
    expect(fit.parameters[0].value).toBeCloseTo(-1, 2);
    expect(fit.others).toHaveLength(1);
    expect(fit.others[0].parameters[0].value).toBeCloseTo(1, 2);
    expect(fit.others[0].above).toBeCloseTo(0.3, 2);
    const single = fitObjective(twoWells, { parameters: { x: { start: 0.8 } } });
    expect(single.others).toHaveLength(0);
    expect(single.parameters[0].value).toBeCloseTo(1, 2);
  });

  it('keeps fixed parameters and reports bounds that were met', () => {
    const fit = fitObjective(twoWells, {
      parameters: { x: { start: -1, fixed: true }, y: { start: 0, lower: -1, upper: 1 } },
    });
    expect(fit.parameters[0]).toMatchObject({ value: -1, error: 0, minos: null, fixed: true });
    expect(fit.parameters[1].atLimit).toBe(true);
    expect(fit.parameters[1].value).toBeCloseTo(1, 3);
    expect(fit.notes.join()).toMatch(/'y' ended at its bound/);
  });

  it('says when there is no minimum', () => {
    const slope: FitObjective = { names: ['x'], observations: null, value: ([x]) => x };
    const fit = fitObjective(slope);
    expect(fit.valid).toBe(false);
    expect(fit.reason).toMatch(/[a-z]/);
    expect(() => fitObjective(twoWells, { parameters: { z: {} } })).toThrow(/unknown parameter 'z'/);
    expect(() => fitObjective(twoWells, { parameters: { x: { search: [1, 0] } } })).toThrow(InvalidInput);
  });
});

describe('spectrumFit', () => {
  const line = (x: readonly number[]) =>
    PolynomialTemplate.constant(x.map(() => 1))
      .times('c')
      .plus(PolynomialTemplate.constant(x).times('k'));

  it('is the weighted straight-line fit in closed form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true })), {
          minLength: 3,
          maxLength: 12,
        }),
        (points) => {
          const x = points.map((_, i) => i - 1.5);
          const values = points.map(([y]) => y);
          const errors = points.map(([, error]) => error);
          let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
          for (const [i, xi] of x.entries()) {
            const weight = 1 / (errors[i] * errors[i]);
            w += weight;
            wx += weight * xi;
            wxx += weight * xi * xi;
            wy += weight * values[i];
            wxy += weight * xi * values[i];
          }
          const determinant = w * wxx - wx * wx;
          const fit = spectrumFit({ spectrum: { values, errors }, prediction: line(x), minos: false });
          const [c, k] = fit.parameters;
          const [cError, kError] = [Math.sqrt(wxx / determinant), Math.sqrt(w / determinant)];
          expect(Math.abs(c.value - (wxx * wy - wx * wxy) / determinant)).toBeLessThan(1e-6 * cError);
          expect(Math.abs(k.value - (w * wxy - wx * wy) / determinant)).toBeLessThan(1e-6 * kError);
          expect(c.error).toBeCloseTo(cError, 6);
          expect(k.error).toBeCloseTo(kError, 6);
          expect(fit.correlation[0][1]).toBeCloseTo(-wx / Math.sqrt(w * wxx), 6);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes correlated errors: a common offset known to 0.3 widens the constant alone', () => {
    const x = [0, 1, 2, 3];
    const [values, errors] = [
      [1, 2.2, 2.9, 4.1],
      [0.1, 0.1, 0.2, 0.2],
    ];
    const covariance = errors.map((a, i) => errors.map((_, j) => (i === j ? a * a : 0) + 0.09));
    const apart = spectrumFit({ spectrum: { values, errors }, prediction: line(x), minos: false });
    const joined = spectrumFit({ spectrum: { values, covariance }, prediction: line(x), minos: false });
    expect(joined.parameters[1].value).toBeCloseTo(apart.parameters[1].value, 8);
    expect(joined.parameters[1].error).toBeCloseTo(apart.parameters[1].error, 8);
    expect(joined.parameters[0].error).toBeCloseTo(Math.sqrt(apart.parameters[0].error ** 2 + 0.09), 8);
    expect(joined.goodness?.chi2).toBeCloseTo(apart.goodness!.chi2, 8);
  });

  it('says what is wrong with a table', () => {
    const prediction = line([0, 1, 2]);
    const attempt = (spectrum: object) => () => spectrumFit({ spectrum: spectrum as never, prediction });
    expect(attempt({ values: [1, 2], errors: [1, 1] })).toThrow(/3 bins/);
    expect(attempt({ values: [1, 2, 3], errors: [1, 0, 1] })).toThrow(/errors\[1\]/);
    expect(attempt({ values: [1, Number.NaN, 3], errors: [1, 1, 1] })).toThrow(/values\[1\]/);
    expect(attempt({ values: [1, 2, 3] })).toThrow(/errors/);
    const flat = [
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ];
    expect(attempt({ values: [1, 2, 3], covariance: flat })).toThrow(/positive definite/);
    expect(
      attempt({
        values: [1, 2, 3],
        covariance: [
          [1, 0.5, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      }),
    ).toThrow(/symmetric/);
  });
});
