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
  for (let radius = 1; radius <= LARGEST_RADIUS; radius++) {
    const near: number[] = [];
    const kernel: number[] = [];
    places.forEach(({ position }, p) => {
      const distance = position.reduce((far, x, k) => Math.max(far, Math.abs(x - at[k])), 0) / radius;
      if (!(distance < 1 - 1e-9) || !together(p)) return;
      const t = 1 - distance * distance * distance;
      near.push(p);
      kernel.push(t * t * t);
    });
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

/** 1, the distances and, for a parabola, their products. */
function termsOf(position: readonly number[], at: readonly number[], curved: boolean): number[] {
  const steps = position.map((x, k) => x - at[k]);
  return [1, ...steps, ...(curved ? steps.flatMap((x, k) => steps.slice(k).map((y) => x * y)) : [])];
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
  const rows = near.map((p) => termsOf(places[p].position, at, curved));
  // What one candidate stands for is common to a neighbourhood: each place's own would favour those that fluctuate down.
  const total = (of: (place: CountedPlace) => number) => near.reduce((sum, p, i) => sum + kernel[i] * of(places[p]), 0);
  const worth = total(({ squares }) => squares) / total(({ sum }) => sum);
  const counts = near.map((p) => places[p].sum / worth);
  const size = rows[0].length;
  let all = 0;
  let value = 0;
  kernel.forEach((k, i) => {
    all += k / worth;
    value += k * counts[i];
  });
  const beta = [log(value / all), ...new Array<number>(size - 1).fill(0)];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Array<number>(size).fill(0);
    const spread = gradient.map(() => new Array<number>(size).fill(0));
    const information = gradient.map(() => new Array<number>(size).fill(0));
    rows.forEach((row, i) => {
      const mean = exp(row.reduce((sum, x, k) => sum + x * beta[k], 0)) / worth;
      for (let a = 0; a < size; a++) {
        gradient[a] += kernel[i] * (counts[i] - mean) * row[a];
        for (let b = 0; b < size; b++) {
          information[a][b] += kernel[i] * mean * row[a] * row[b];
          spread[a][b] += kernel[i] * kernel[i] * mean * row[a] * row[b];
        }
      }
    });
    // Places on one line, or without a candidate on one side, leave a slope open: the smallest one is taken.
    for (let k = 1; k < size; k++) information[k][k] += 1e-4 * information[0][0];
    for (let k = 1; k < size; k++) gradient[k] -= 1e-4 * information[0][0] * beta[k];
    const change = solveFor(information, gradient);
    const largest = change.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const damped = Math.min(1, 2 / largest);
    for (let k = 0; k < size; k++) beta[k] += damped * change[k];
    if (largest > 1e-10) continue;
    const first = solveFor(
      information,
      gradient.map((_, k) => (k === 0 ? 1 : 0)),
    );
    let variance = 0;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) variance += first[a] * spread[a][b] * first[b];
    return { value: exp(beta[0]), relativeError: Math.sqrt(variance) };
  }
  return null;
}

/** Solves M·s = v for a positive definite matrix by elimination. */
function solveFor(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const size = matrix.length;
  const m = matrix.map((row, i) => [...row, vector[i]]);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const factor = m[j][i] / m[i][i];
      for (let k = i; k <= size; k++) m[j][k] -= factor * m[i][k];
    }
  }
  return m.map((row, i) => row[size] / row[i]);
}
