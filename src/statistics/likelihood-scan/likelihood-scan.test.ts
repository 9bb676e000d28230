import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import fixtures from '../fits/fits.fixture.json' with { type: 'json' };
import { type FitObjective, fitObjective, formFactorLikelihood, PolynomialTemplate } from '../fits/index.ts';
import { likelihoodContours, likelihoodMap } from './likelihood-contours.ts';
import { likelihoodScan } from './likelihood-scan.ts';

/** A correlated parabola with a third parameter that follows x: errors 2 (x), 1 (y), correlation 0.6. */
const parabola: FitObjective = {
  names: ['x', 'y', 'z'],
  observations: null,
  value: ([x, y, z]) => {
    const [u, v] = [(x - 1) / 2, y + 3];
    return (u * u - 1.2 * u * v + v * v) / 0.64 + 100 * (z - x) * (z - x);
  },
};

const likelihood = { objective: parabola, fit: fitObjective(parabola) };

/** The fit of the fixture, with its two solutions 2.28 apart. */
const template = fixtures.template;
const twoSolutions = (() => {
  const monomials = [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 0],
    [1, 1],
    [0, 2],
  ];
  const signal = PolynomialTemplate.empty(['a', 'b'], monomials, template.bins);
  for (const [event, bin] of template.index.entries()) signal.fill(bin, template.pieces[event]);
  return formFactorLikelihood({
    observed: template.observed,
    signal,
    statistic: 'poisson',
    parameters: { a: { search: [-1.5, 1.5] }, b: { search: [-2.5, 2.5] } },
  });
})();

describe('likelihoodScan', () => {
  it('profiles over the others: a parabola of the parameter alone', () => {
    const scan = likelihoodScan(likelihood, { parameter: 'x', from: -7, to: 9, points: 17 });
    for (const [i, x] of scan.at.entries()) expect(scan.rise[i]).toBeCloseTo(((x - 1) / 2) ** 2, 6);
    const [one] = likelihoodScan(likelihood, { parameter: 'x', levels: [0.6826894921] }).intervals;
    expect(one.rise).toBeCloseTo(1, 8);
    expect(one.parts).toEqual([{ from: expect.closeTo(-1, 5), to: expect.closeTo(3, 5), open: false }]);
  });

  it('agrees with MINOS, and gives two parts where there are two solutions', () => {
    const scan = likelihoodScan(twoSolutions, { parameter: 'a', levels: [0.6826894921, 0.955] });
    const [best] = twoSolutions.fit.parameters;
    expect(scan.intervals[0].parts).toHaveLength(1);
    expect(scan.intervals[0].parts[0].from - best.value).toBeCloseTo(best.minos![0], 5);
    expect(scan.intervals[0].parts[0].to - best.value).toBeCloseTo(best.minos![1], 5);
    expect(scan.intervals[1].parts).toHaveLength(2);
    expect(scan.solutions[1].above).toBeCloseTo(
      fixtures.template.poissonOther.value - fixtures.template.poisson.value,
      5,
    );
    expect(JSON.parse(JSON.stringify(scan))).toEqual(scan);
  });

  it('says when an interval runs out of the range', () => {
    const scan = likelihoodScan(likelihood, { parameter: 'y', from: -3.5, to: 0, levels: [0.9] });
    expect(scan.intervals[0].parts[0]).toMatchObject({ from: -3.5, open: true });
  });

  it('refuses parameters and ranges that are none', () => {
    expect(() => likelihoodScan(likelihood, { parameter: 'w' })).toThrow(/unknown free parameter 'w'/);
    expect(() => likelihoodScan(likelihood, { parameter: 'x', from: 2, to: 1 })).toThrow(InvalidInput);
    expect(() => likelihoodScan(likelihood, { parameter: 'x', points: 1 })).toThrow(/points/);
    expect(() => likelihoodScan(likelihood, { parameter: 'x', levels: [90] })).toThrow(/levels/);
    const failed = { objective: parabola, fit: { ...likelihood.fit, valid: false, reason: 'it diverged.' } };
    expect(() => likelihoodScan(failed, { parameter: 'x' })).toThrow(/it diverged/);
  });
});

describe('likelihoodContours', () => {
  it('is the ellipse of the covariance at −2 ln(1 − level)', () => {
    const { curves } = likelihoodContours(likelihood, { x: 'x', y: 'y', levels: [0.683], points: 24 });
    expect(curves).toHaveLength(1);
    expect(curves[0].points).toHaveLength(24);
    for (const [x, y] of curves[0].points) {
      const [u, v] = [(x - 1) / 2, y + 3];
      expect((u * u - 1.2 * u * v + v * v) / 0.64).toBeCloseTo(-2 * Math.log(1 - 0.683), 5);
    }
  });

  it('surrounds both solutions, the lesser by a smaller curve, where the level reaches it', () => {
    const { curves, solutions } = likelihoodContours(twoSolutions, { x: 'a', y: 'b', levels: [0.5, 0.9] });
    expect(solutions).toHaveLength(2);
    expect(curves.map(({ level, solution }) => [level, solution])).toEqual([
      [0.5, 0],
      [0.9, 0],
      [0.9, 1],
    ]);
    const width = (points: readonly (readonly [number, number])[]) =>
      Math.max(...points.map(([a]) => a)) - Math.min(...points.map(([a]) => a));
    expect(width(curves[2].points)).toBeLessThan(width(curves[1].points));
    expect(curves.every((curve) => curve.reason === null)).toBe(true);
  });
});

describe('likelihoodMap', () => {
  it('has the rise at every point of a grid', () => {
    const map = likelihoodMap(
      likelihood,
      { parameter: 'x', from: -1, to: 3, points: 3 },
      { parameter: 'y', from: -4, to: -2, points: 5 },
    );
    expect(map.rise).toHaveLength(5);
    for (const [row, y] of map.y.at.entries()) {
      for (const [column, x] of map.x.at.entries()) {
        const [u, v] = [(x - 1) / 2, y + 3];
        expect(map.rise[row][column]).toBeCloseTo((u * u - 1.2 * u * v + v * v) / 0.64, 5);
      }
    }
    const axis = { parameter: 'x', from: 0, to: 1 };
    expect(() => likelihoodMap(likelihood, axis, axis)).toThrow(InvalidInput);
  });
});
