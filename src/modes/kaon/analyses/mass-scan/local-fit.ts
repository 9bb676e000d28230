import { exp, log } from '../../../../math/elementary.ts';

/** A point at which something was counted. */
export interface CountedPlace {
  /** Position in steps of the measured grid. */
  readonly position: readonly number[];
  /** Σ of the weights of its candidates, per decay, and Σ of their squares. */
  readonly sum: number;
  readonly squares: number;
}

/** The estimate at a position, and the places that make it. */
export interface LocalEstimate {
  readonly value: number;
  readonly relativeError: number;
  readonly places: readonly number[];
  /** Parts of the places in it, by distance alone; they sum to 1. */
  readonly shares: readonly number[];
}

/** Neighbourhoods grow to at most so many steps. */
const LARGEST_RADIUS = 7;
/** From so many steps on ln of the estimate is a parabola. */
const CURVED_RADIUS = 3;
const MOST_STEPS = 40;

/**
 * Local likelihood: counts of the places nearer than 1, 2, … 7 steps (tricube weights) are Poisson about a mean whose logarithm
 * is a straight line or plane in the position, from 3 steps on a parabola; as many steps as it takes until the estimate is as
 * good as `needed` candidates. A place alone is the estimate itself. `together` tells which places may join (not those
 * across a gap). Null when no place lies near enough, or none of them has a candidate.
 */
export function localFit(
  places: readonly CountedPlace[],
  at: readonly number[],
  needed: number,
  together: (index: number) => boolean,
): LocalEstimate | null {
  let best: LocalEstimate | null = null;
  const distances = places.map(({ position }) => position.reduce((far, x, k) => Math.max(far, Math.abs(x - at[k])), 0));
  const candidates = distances.flatMap((far, p) => (far / LARGEST_RADIUS < 1 - 1e-9 && together(p) ? [p] : []));
  for (let radius = 1; radius <= LARGEST_RADIUS; radius++) {
    const near: number[] = [];
    const kernel: number[] = [];
    for (const p of candidates) {
      const distance = distances[p] / radius;
      if (!(distance < 1 - 1e-9)) continue;
      const t = 1 - distance * distance * distance;
      near.push(p);
      kernel.push(t * t * t);
    }
    if (near.every((p) => !(places[p].sum > 0 && places[p].squares > 0))) continue;
    const fitted = likeliest(near, kernel, places, at, radius >= CURVED_RADIUS);
    if (fitted === null) continue;
    const all = kernel.reduce((sum, k) => sum + k, 0);
    const found = { ...fitted, places: near, shares: kernel.map((k) => k / all) };
    if (best === null || found.relativeError < best.relativeError) best = found;
    if (found.relativeError * found.relativeError * needed <= 1 + 1e-9) return found;
  }
  return best;
}

/** For each place a row of 1, the distances and, for a parabola, their products. */
function termsOf(near: readonly number[], places: readonly CountedPlace[], at: readonly number[], curved: boolean) {
  const axes = at.length;
  const size = 1 + axes + (curved ? (axes * (axes + 1)) / 2 : 0);
  const rows = new Float64Array(near.length * size);
  let next = 0;
  for (const p of near) {
    const { position } = places[p];
    rows[next++] = 1;
    for (let k = 0; k < axes; k++) rows[next++] = position[k] - at[k];
    if (!curved) continue;
    for (let k = 0; k < axes; k++)
      for (let l = k; l < axes; l++) rows[next++] = (position[k] - at[k]) * (position[l] - at[l]);
  }
  return { rows, size };
}

/** Newton's method for the weighted Poisson likelihood; null where it does not come to an end. */
function likeliest(
  near: readonly number[],
  kernel: readonly number[],
  places: readonly CountedPlace[],
  at: readonly number[],
  large: boolean,
): { readonly value: number; readonly relativeError: number } | null {
  const axes = at.length;
  const curved = large && near.length >= (axes + 1) * (axes + 2);
  const { rows, size } = termsOf(near, places, at, curved);
  // What one candidate stands for is common to a neighbourhood: each place's own would favour those that fluctuate down.
  const total = (of: (place: CountedPlace) => number) => near.reduce((sum, p, i) => sum + kernel[i] * of(places[p]), 0);
  const worth = total(({ squares }) => squares) / total(({ sum }) => sum);
  const counts = near.map((p) => places[p].sum / worth);
  let all = 0;
  let value = 0;
  kernel.forEach((k, i) => {
    all += k / worth;
    value += k * counts[i];
  });
  const beta = new Float64Array(size);
  beta[0] = log(value / all);
  const means = new Float64Array(near.length);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let step = 0; step < MOST_STEPS; step++) {
    gradient.fill(0);
    information.fill(0);
    for (let i = 0; i < means.length; i++) {
      const row = i * size;
      let exponent = 0;
      for (let a = 0; a < size; a++) exponent += rows[row + a] * beta[a];
      const mean = exp(exponent) / worth;
      means[i] = mean;
      for (let a = 0; a < size; a++) {
        gradient[a] += kernel[i] * (counts[i] - mean) * rows[row + a];
        const weighted = kernel[i] * mean * rows[row + a];
        const line = a * size;
        for (let b = 0; b < size; b++) information[line + b] += weighted * rows[row + b];
      }
    }
    // Places on one line, or without a candidate on one side, leave a slope open: the smallest one is taken.
    for (let a = 1; a < size; a++) information[a * size + a] += 1e-4 * information[0];
    for (let a = 1; a < size; a++) gradient[a] -= 1e-4 * information[0] * beta[a];
    const change = solveFor(information, gradient);
    let largest = 0;
    for (let a = 0; a < size; a++) largest = Math.max(largest, Math.abs(change[a]));
    const damped = Math.min(1, 2 / largest);
    for (let a = 0; a < size; a++) beta[a] += damped * change[a];
    if (largest > 1e-10) continue;
    const first = solveFor(
      information,
      gradient.map((_, a) => (a === 0 ? 1 : 0)),
    );
    return { value: exp(beta[0]), relativeError: Math.sqrt(varianceOf(first, rows, kernel, means)) };
  }
  return null;
}

/** Variance of a combination of the gradient's terms: each place varies as a Poisson count with its mean. */
function varianceOf(
  combination: Float64Array,
  rows: Float64Array,
  kernel: readonly number[],
  means: Float64Array,
): number {
  const size = combination.length;
  const spread = new Float64Array(size * size);
  for (let i = 0; i < means.length; i++) {
    const row = i * size;
    for (let a = 0; a < size; a++) {
      const weighted = kernel[i] * kernel[i] * means[i] * rows[row + a];
      for (let b = 0; b < size; b++) spread[a * size + b] += weighted * rows[row + b];
    }
  }
  let variance = 0;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) variance += combination[a] * spread[a * size + b] * combination[b];
  return variance;
}

/** Solves M·s = v for a positive definite matrix, row after row, by elimination. */
function solveFor(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const m = Float64Array.from(matrix);
  const solution = Float64Array.from(vector);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const factor = m[j * size + i] / m[i * size + i];
      for (let k = i; k < size; k++) m[j * size + k] -= factor * m[i * size + k];
      solution[j] -= factor * solution[i];
    }
  }
  for (let i = 0; i < size; i++) solution[i] /= m[i * size + i];
  return solution;
}
