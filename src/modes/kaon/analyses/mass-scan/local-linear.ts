/** A point at which something was measured, with the number of candidates behind it. */
export interface MeasuredPlace {
  /** Position in steps of the measured grid. */
  readonly position: readonly number[];
  readonly candidates: number;
}

/** Weights of the measured places whose weighted sum is the estimate at a position. */
export interface LocalEstimate {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** Neighbourhoods grow to at most so many steps. */
const LARGEST_RADIUS = 5;

/**
 * Local linear regression (tricube weights): the measured places nearer than 1, 2, … 5 steps, as many steps as it
 * takes until `needed` candidates stand behind the estimate. Between two neighbouring places that have enough it is
 * linear interpolation, on such a place the place itself. `together` tells which places may join (not those across a
 * gap). Null when no place lies near enough.
 */
export function localLinear(
  places: readonly MeasuredPlace[],
  at: readonly number[],
  needed: number,
  together: (place: MeasuredPlace) => boolean,
): LocalEstimate | null {
  for (let radius = 1; ; radius++) {
    const near: number[] = [];
    const kernel: number[] = [];
    let candidates = 0;
    places.forEach((place, p) => {
      const distance = place.position.reduce((most, x, k) => Math.max(most, Math.abs(x - at[k])), 0) / radius;
      if (!(distance < 1 - 1e-9) || !together(place)) return;
      const t = 1 - distance * distance * distance;
      near.push(p);
      kernel.push(t * t * t);
      candidates += place.candidates;
    });
    if (candidates < needed && radius < LARGEST_RADIUS) continue;
    if (near.length === 0) return null;
    return { places: near, weights: regressionWeights(near, kernel, places, at) };
  }
}

/** Weights l_i with Σ l_i y_i = value at `at` of the weighted straight-line (or plane) fit to the y_i. */
function regressionWeights(
  near: readonly number[],
  kernel: readonly number[],
  places: readonly MeasuredPlace[],
  at: readonly number[],
): number[] {
  const size = at.length + 1;
  const rows = near.map((p) => [1, ...places[p].position.map((x, k) => x - at[k])]);
  const matrix = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => rows.reduce((sum, row, i) => sum + kernel[i] * row[a] * row[b], 0)),
  );
  // Places on one line leave a slope open: the smallest one is taken.
  for (let k = 1; k < size; k++) matrix[k][k] += 1e-9 * matrix[0][0];
  const solution = solveFor(matrix);
  return rows.map((row, i) => kernel[i] * row.reduce((sum, x, k) => sum + x * solution[k], 0));
}

/** Solves M·s = (1, 0, …) for a positive definite matrix by elimination. */
function solveFor(matrix: number[][]): number[] {
  const size = matrix.length;
  const m = matrix.map((row, i) => [...row, i === 0 ? 1 : 0]);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const factor = m[j][i] / m[i][i];
      for (let k = i; k <= size; k++) m[j][k] -= factor * m[i][k];
    }
  }
  return m.map((row, i) => row[size] / row[i]);
}
