import { cos } from './elementary.ts';

const PI = Math.PI;

export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

/**
 * Nodes and weights of the n-point Gauss–Legendre rule on [−1, 1], nodes ascending; exact for polynomials up to degree
 * 2n − 1. Computed by Newton's method once per n and kept. RangeError unless n is a whole number in 1…1000.
 */
export function gaussLegendre(n: number): QuadratureRule {
  const known = rules.get(n);
  if (known !== undefined) return known;
  if (!(Number.isInteger(n) && n >= 1 && n <= 1000))
    throw new RangeError(`gaussLegendre: needs n in 1…1000, found ${n}`);
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < (n + 1) >> 1; i++) {
    let x = cos((PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 20; iteration++) {
      let p0 = 1;
      let p1 = x;
      for (let k = 2; k <= n; k++) {
        const p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
        p0 = p1;
        p1 = p2;
      }
      slope = (n * (x * p1 - p0)) / (x * x - 1);
      const step = p1 / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    const weight = 2 / ((1 - x * x) * slope * slope);
    nodes[i] = -x;
    nodes[n - 1 - i] = 2 * i + 1 === n ? 0 : x;
    weights[n - 1 - i] = weight;
    weights[i] = weight;
  }
  const rule = { nodes, weights };
  rules.set(n, rule);
  return rule;
}

/** ∫ f over [from, to] by one n-point Gauss–Legendre rule (no error estimate; from > to changes the sign). */
export function integrateFixed(f: (x: number) => number, from: number, to: number, n = 32): number {
  const { nodes, weights } = gaussLegendre(n);
  const half = 0.5 * (to - from);
  const middle = 0.5 * (to + from);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i] * f(middle + half * nodes[i]);
  return sum * half;
}

export interface Integral {
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
  /** False when the tolerance was not reached within the allowed number of panels. */
  readonly converged: boolean;
}

/**
 * ∫ f over the finite interval [from, to] by bisection of the panel with the largest difference between a 10- and a
 * 21-point Gauss–Legendre rule, until the summed differences are below max(absolute, relative·|value|). A value of f
 * that is not finite throws RangeError naming the point.
 */
export function integrateAdaptive(
  f: (x: number) => number,
  from: number,
  to: number,
  { relative = 1e-10, absolute = 0, maxPanels = 2000 } = {},
): Integral {
  const checked = (x: number): number => {
    const y = f(x);
    if (!Number.isFinite(y)) throw new RangeError(`integrateAdaptive: integrand is ${y} at ${x}`);
    return y;
  };
  const panel = (a: number, b: number) => {
    const value = integrateFixed(checked, a, b, 21);
    return { a, b, value, error: Math.abs(value - integrateFixed(checked, a, b, 10)) };
  };
  const panels = [panel(from, to)];
  for (;;) {
    let value = 0;
    let error = 0;
    let worst = 0;
    for (let i = 0; i < panels.length; i++) {
      value += panels[i].value;
      error += panels[i].error;
      if (panels[i].error > panels[worst].error) worst = i;
    }
    if (error <= Math.max(absolute, relative * Math.abs(value))) return { value, error, converged: true };
    if (panels.length >= maxPanels) return { value, error, converged: false };
    const { a, b } = panels[worst];
    const middle = 0.5 * (a + b);
    panels[worst] = panel(a, middle);
    panels.push(panel(middle, b));
  }
}
