import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contour } from './contour.ts';
import { hesse } from './hesse.ts';
import fixture from './minimise.fixture.json' with { type: 'json' };
import { minimise } from './minimise.ts';
import { minos } from './minos.ts';
import type { MinimisationProblem } from './problem.ts';

const gauss = (x: number, mean: number, sigma: number) =>
  Math.exp(-0.5 * ((x - mean) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));
const poisson = (n: readonly number[], mu: (i: number) => number) =>
  n.reduce((sum, ni, i) => {
    const m = mu(i);
    return sum + (m > 0 ? m - ni * Math.log(m) : Number.POSITIVE_INFINITY);
  }, 0);

/** The functions of scripts/fixtures/minimise.py. */
const models: Record<string, (data: readonly number[]) => (x: Float64Array) => number> = {
  toy: (n) => (x) => poisson(n, (i) => x[0] * gauss(i + 0.5, 5, 1.2) + x[1]),
  peak: (n) => (x) =>
    poisson(n, (i) => {
      const at = (i + 0.5) / n.length;
      return (x[0] * gauss(at, x[1], x[2]) + x[3] * (1 + x[4] * (at - 0.5))) / n.length;
    }),
  line: (y) => (x) => y.reduce((sum, yi, i) => sum + ((yi - x[0] - x[1] * i * 0.5) / 0.3) ** 2, 0),
  decay: (y) => (x) => y.reduce((sum, yi, i) => sum + (yi - x[0] * Math.exp((-i * 0.4) / x[1]) - x[2]) ** 2 / 4, 0),
  rosenbrock: () => (x) => 100 * (x[1] - x[0] * x[0]) ** 2 + (1 - x[0]) ** 2,
  wood: () => (x) =>
    100 * (x[1] - x[0] * x[0]) ** 2 +
    (1 - x[0]) ** 2 +
    90 * (x[3] - x[2] * x[2]) ** 2 +
    (1 - x[2]) ** 2 +
    10.1 * ((x[1] - 1) ** 2 + (x[3] - 1) ** 2) +
    19.8 * (x[1] - 1) * (x[3] - 1),
  wave: (y) => (x) => y.reduce((sum, yi, i) => sum + ((yi - x[0] * Math.sin(x[1] * 0.25 * i + x[2])) / 0.2) ** 2, 0),
  counting:
    ([n, b0, sb]) =>
    (x) => {
      const mu = x[0] * x[2] + x[1];
      if (mu <= 0) return Number.POSITIVE_INFINITY;
      return 2 * (mu - n * Math.log(mu)) + ((x[1] - b0) / sb) ** 2 + ((x[2] - 1) / 0.1) ** 2;
    },
};

function problemOf(entry: (typeof fixture.fits)[number]): MinimisationProblem {
  const bound = (list: readonly (number | null)[] | undefined, absent: number) => list?.map((b) => b ?? absent);
  return {
    names: entry.names,
    start: entry.start,
    errors: entry.errors,
    up: entry.up,
    lower: bound(entry.lower as (number | null)[] | undefined, Number.NEGATIVE_INFINITY),
    upper: bound(entry.upper as (number | null)[] | undefined, Number.POSITIVE_INFINITY),
    fixed: entry.fixed,
    value: models[entry.model](entry.data),
  };
}

const toy = (): MinimisationProblem => problemOf(fixture.fits[0]);

describe('minimise against iminuit', () => {
  for (const entry of fixture.fits)
    it(entry.id, () => {
      const problem = problemOf(entry);
      const found = minimise(problem);
      expect(found.reason).toBeNull();
      expect(found.valid).toBe(true);
      expect(found.value).toBeLessThan(entry.fit.value + 1e-9);
      expect(Math.abs(found.value - entry.fit.value)).toBeLessThan(1e-7 * entry.up);
      const free = entry.names.map((_, i) => i).filter((i) => entry.fixed?.[i] !== true);
      const errors = minos(problem, found);
      free.forEach((i, a) => {
        const sigma = Math.sqrt(entry.fit.covariance[a][a]);
        expect(Math.abs(found.values[i] - entry.fit.values[i]) / sigma).toBeLessThan(1e-4);
        free.forEach((j, b) => {
          const scale = sigma * Math.sqrt(entry.fit.covariance[b][b]);
          const cov = found.covariance[i * entry.names.length + j];
          expect(Math.abs(cov - entry.fit.covariance[a][b]) / scale).toBeLessThan(1e-3);
        });
        const [lower, upper] = (entry.fit.minos as Record<string, number[]>)[entry.names[i]];
        expect(errors[a].valid).toBe(true);
        expect(Math.abs(errors[a].lower - lower) / sigma).toBeLessThan(1e-3);
        expect(Math.abs(errors[a].upper - upper) / sigma).toBeLessThan(1e-3);
      });
    });
});

describe('the ten-bin toy', () => {
  const exact = fixture.exactToy;
  it('agrees with 40-digit arithmetic to 1e-5 in values, HESSE and MINOS errors', () => {
    const problem = toy();
    const found = minimise(problem);
    const sides = minos(problem, found);
    const full = hesse(problem, exact.values);
    expect(Math.abs(found.value - exact.value)).toBeLessThan(1e-9);
    for (let i = 0; i < 2; i++) {
      expect(Math.abs(found.values[i] / exact.values[i] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(found.errors[i] / exact.errors[i] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(full.errors[i] / exact.errors[i] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(sides[i].lower / exact.minos[i][0] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(sides[i].upper / exact.minos[i][1] - 1)).toBeLessThan(1e-5);
    }
    expect(Math.abs(found.covariance[1] / exact.covariance - 1)).toBeLessThan(1e-5);
  });

  it('is lower than the values MIGRAD stops at with its default tolerance, and within that tolerance of them', () => {
    // iminuit 2.11.2, strategy 1, tol 0.1: EDM goal 1e-4 for up = 0.5.
    const found = minimise(toy());
    expect(found.value).toBeLessThan(-63.6557847);
    expect(found.value).toBeGreaterThan(-63.6557847 - 1e-4);
    expect(Math.abs(found.values[0] - 29.572083) / 7.857055).toBeLessThan(2e-2);
    expect(Math.abs(found.values[1] - 3.440613) / 0.815073).toBeLessThan(2e-2);
    expect(Math.abs(found.errors[0] / 7.857055 - 1)).toBeLessThan(2e-3);
    expect(Math.abs(found.errors[1] / 0.815073 - 1)).toBeLessThan(2e-3);
  });

  it('gives the same fit with an analytic gradient, in fewer calls', () => {
    const numeric = minimise(toy());
    const n = fixture.fits[0].data;
    const analytic = minimise({
      ...toy(),
      gradient(x, out) {
        out.fill(0);
        n.forEach((ni, i) => {
          const g = gauss(i + 0.5, 5, 1.2);
          const r = 1 - ni / (x[0] * g + x[1]);
          out[0] += r * g;
          out[1] += r;
        });
      },
    });
    expect(analytic.valid).toBe(true);
    expect(Math.abs(analytic.values[0] - numeric.values[0])).toBeLessThan(1e-5);
    expect(analytic.calls).toBeLessThan(numeric.calls);
  });
});

describe('bounds', () => {
  it('stops at a bound, names it, and gives the cost of moving inwards as error', () => {
    const problem = { ...toy(), lower: [0, 0], upper: [25, 100] };
    const found = minimise(problem);
    expect(found.valid).toBe(true);
    expect(found.atLimit).toEqual(['s']);
    expect(found.values[0]).toBeCloseTo(25, 6);
    expect(found.covariance[0]).toBe(0);
    const sides = minos(problem, found);
    expect(sides[0].upperAtLimit).toBe(true);
    expect(sides[0].lower).toBeLessThan(-3);
    // With s held at its bound, b is that of the fit with s fixed there.
    const held = minimise({ ...toy(), start: [25, 2], fixed: [true, false] });
    expect(Math.abs(found.values[1] - held.values[1])).toBeLessThan(1e-5);
    expect(Math.abs(found.errors[1] / held.errors[1] - 1)).toBeLessThan(1e-4);
  });

  it('leaves a bound that it starts on when the function falls inwards', () => {
    const found = minimise({ ...toy(), start: [0, 0.5], lower: [0, 0.1], upper: [100, 0.5].map((u) => u * 4) });
    expect(found.valid).toBe(true);
    expect(found.values[0]).toBeGreaterThan(20);
  });

  it('never calls the function outside of them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (target, width) => {
          let outside = 0;
          const found = minimise({
            names: ['x', 'y'],
            start: [0, 0],
            lower: [-1, -width],
            upper: [1, Number.POSITIVE_INFINITY],
            value: (x) => {
              if (x[0] < -1 || x[0] > 1 || x[1] < -width) outside++;
              return (x[0] - target) ** 2 + 2 * (x[1] - x[0] - target) ** 2;
            },
          });
          expect(outside).toBe(0);
          expect(found.valid).toBe(true);
          // Independent answer: a fine scan.
          let best = Number.POSITIVE_INFINITY;
          for (let k = 0; k <= 2000; k++) {
            const x = -1 + k / 1000;
            const y = Math.max(-width, x + target);
            best = Math.min(best, (x - target) ** 2 + 2 * (y - x - target) ** 2);
          }
          expect(found.value).toBeLessThan(best + 1e-7);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('failure is said, never passed off as a fit', () => {
  const one = (value: (x: number) => number) =>
    minimise({ names: ['x'], start: [1], value: (x) => value(x[0]) }, { maxCalls: 3000 });

  it.each([
    ['a constant', () => 5, /does not determine parameter 'x'/],
    ['no lower bound', (x: number) => x, /calls|unbounded|does not determine|no lower bound/],
    ['NaN at the start', () => Number.NaN, /not finite at the start/],
    ['falling for ever', (x: number) => -x * x, /calls|does not determine|no lower bound|unbounded/],
  ])('%s', (_, value, reason) => {
    const found = one(value);
    expect(found.valid).toBe(false);
    expect(found.reason).toMatch(reason);
  });

  it('names parameters that the function does not determine', () => {
    const found = minimise({
      names: ['x', 'y', 'z'],
      start: [1, 1, 0],
      value: (x) => (x[0] + x[1] - 3) ** 2 + x[2] ** 2,
    });
    expect(found.valid).toBe(false);
    expect(found.reason).toMatch(/'x', 'y'/);
    expect(found.reason).not.toMatch(/'z'/);
  });

  it('out of calls', () => {
    const found = minimise(problemOf(fixture.fits[11]), { maxCalls: 30 });
    expect(found.valid).toBe(false);
    expect(found.reason).toMatch(/within 30 calls/);
  });

  it('steps back from where the function is not defined', () => {
    const found = minimise({
      names: ['x'],
      start: [5],
      errors: [10],
      value: (x) => (x[0] > 0 ? x[0] - Math.log(x[0]) : Number.NaN),
      up: 0.5,
    });
    expect(found.valid).toBe(true);
    expect(found.values[0]).toBeCloseTo(1, 5);
    expect(found.errors[0]).toBeCloseTo(1, 4);
  });

  it('a saddle at the start is left', () => {
    const found = minimise({ names: ['x', 'y'], start: [0, 0], value: (x) => x[0] ** 4 - x[0] ** 2 + x[1] ** 2 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.values[0])).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it('MINOS tells a lower minimum from an error', () => {
    // A double well: from the shallow minimum the profile falls into the deep one.
    const problem: MinimisationProblem = {
      names: ['x'],
      start: [1],
      errors: [0.1],
      value: (x) => 0.1 * (x[0] ** 2 - 1) ** 2 + 0.05 * x[0],
    };
    const found = minimise(problem);
    expect(found.valid).toBe(true);
    const [side] = minos(problem, found);
    expect(side.valid).toBe(false);
    expect(side.reason).toMatch(/lower minimum/);
  });
});

describe('input', () => {
  const good: MinimisationProblem = { names: ['x', 'y'], start: [0, 0], value: (x) => x[0] ** 2 + x[1] ** 2 };
  it.each([
    [{ names: ['x', 'x'] }, /'x' is given twice/],
    [{ start: [0] }, /1 entries, but there are 2/],
    [{ start: [0, Number.NaN] }, /start\.y: NaN/],
    [{ lower: [1, 0], upper: [1, 1] }, /x: bounds \[1, 1\] leave no room/],
    [{ lower: [2, 0], upper: [1, 1] }, /bounds \[2, 1\]/],
    [{ lower: [1, -1] }, /start\.x: 0 is outside the bounds \[1, Infinity\]/],
    [{ errors: [0, 1] }, /errors\.x: 0 is not a positive/],
    [{ up: 0 }, /up: 0/],
  ])('%o', (change, message) => {
    expect(() => minimise({ ...good, ...change } as MinimisationProblem)).toThrow(message);
  });
  it('minos and contour name the parameter nearest to a wrong one', () => {
    const found = minimise(toy());
    expect(() => minos(toy(), found, { parameters: ['S'] })).toThrow(/Did you mean 's'/);
    expect(() => contour(toy(), found, 's', 'bb')).toThrow(/Did you mean 'b'/);
    expect(() => contour(toy(), found, 's', 's')).toThrow(/twice/);
  });
});

describe('contour', () => {
  it('of a correlated parabola is the ellipse, and of the toy reaches the MINOS errors at rise 1', () => {
    const parabola: MinimisationProblem = {
      names: ['x', 'y'],
      start: [3, 3],
      value: (x) => (x[0] ** 2 - 1.6 * x[0] * x[1] + x[1] ** 2) / 0.36,
    };
    const ellipse = contour(parabola, minimise(parabola), 'x', 'y', { cl: 0.9, points: 12 });
    expect(ellipse.rise).toBeCloseTo(4.60517, 5);
    for (const [x, y] of ellipse.points) expect((x * x - 1.6 * x * y + y * y) / 0.36).toBeCloseTo(4.60517, 4);

    const problem = toy();
    const found = minimise(problem);
    const curve = contour(problem, found, 's', 'b', { rise: 1, points: 180 });
    expect(curve.valid).toBe(true);
    const right = Math.max(...curve.points.map((p) => p[0])) - found.values[0];
    expect(Math.abs(right / fixture.exactToy.minos[0][1] - 1)).toBeLessThan(1e-3);
    for (const [s, b] of curve.points) expect(problem.value(Float64Array.of(s, b)) - found.value).toBeCloseTo(0.5, 5);
  });
});

it('random well-conditioned parabolas in up to 8 parameters: values and MINOS are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 1e6 }), (n, seed) => {
      const draw = (k: number) => Math.sin(12.9898 * (seed + k) + 78.233 * k * k);
      const a = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => draw(i * n + j) + (i === j ? 3 : 0)),
      );
      const centre = Array.from({ length: n }, (_, i) => 5 * draw(100 + i));
      const value = (x: Float64Array) =>
        a.reduce((sum, row) => sum + row.reduce((dot, aij, j) => dot + aij * (x[j] - centre[j]), 0) ** 2, 7);
      const problem = { names: centre.map((_, i) => `p${i}`), start: new Float64Array(n), value };
      const found = minimise(problem);
      expect(found.valid).toBe(true);
      const sides = minos(problem, found);
      for (let i = 0; i < n; i++) {
        expect(Math.abs(found.values[i] - centre[i])).toBeLessThan(1e-4 * found.errors[i]);
        expect(Math.abs(sides[i].upper / found.errors[i] - 1)).toBeLessThan(1e-4);
      }
    }),
    { seed: 5, numRuns: 40 },
  );
});
