import type { CheckedCandidates } from './candidates.ts';

/** For each coordinate the centre and half-width of the window of every hypothesis. */
export interface Windows {
  readonly hypotheses: number;
  readonly centres: readonly Float64Array[];
  readonly halfWidths: readonly Float64Array[];
}

/** Which events lie in which windows: those of event e are members[offsets[e] … offsets[e + 1] − 1]. */
export interface WindowMembership {
  readonly hypotheses: number;
  readonly offsets: Int32Array;
  readonly members: Int32Array;
  readonly weights: Float64Array;
}

/** Finds the windows of every event: |x − centre| < half-width in every coordinate of at least one of its rows. */
export function windowMembership(windows: Windows, candidates: CheckedCandidates): WindowMembership {
  const { hypotheses, centres, halfWidths } = windows;
  const { coordinates, offsets: rows, weights } = candidates;
  const dimensions = coordinates.length;
  const events = weights.length;
  const ascending = centres[0].every((centre, h) => h === 0 || centre >= centres[0][h - 1]);
  const widest = halfWidths[0].reduce((most, width) => Math.max(most, width), 0);
  const offsets = new Int32Array(events + 1);
  let members = new Int32Array(Math.max(16, 4 * events));
  let filled = 0;
  for (let e = 0; e < events; e++) {
    // Where the first masses ascend only those near the event's rows can hold it.
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (ascending) {
      low = Number.POSITIVE_INFINITY;
      high = Number.NEGATIVE_INFINITY;
      for (let row = rows[e]; row < rows[e + 1]; row++) {
        low = Math.min(low, coordinates[0][row] - widest);
        high = Math.max(high, coordinates[0][row] + widest);
      }
    }
    for (let h = firstAtLeast(centres[0], low, ascending); h < hypotheses && !(centres[0][h] > high); h++) {
      let inside = false;
      for (let row = rows[e]; row < rows[e + 1] && !inside; row++) {
        inside = true;
        for (let c = 0; c < dimensions && inside; c++) {
          inside = Math.abs(coordinates[c][row] - centres[c][h]) < halfWidths[c][h];
        }
      }
      if (!inside) continue;
      if (filled === members.length) {
        const larger = new Int32Array(2 * members.length);
        larger.set(members);
        members = larger;
      }
      members[filled++] = h;
    }
    offsets[e + 1] = filled;
  }
  return { hypotheses, offsets, members: members.subarray(0, filled), weights };
}

function firstAtLeast(centres: Float64Array, x: number, ascending: boolean): number {
  let low = 0;
  let high = ascending ? centres.length : 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (centres[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sum of weights and of squared weights in every window. */
export function windowSums({ hypotheses, offsets, members, weights }: WindowMembership): {
  sum: Float64Array;
  squares: Float64Array;
} {
  const sum = new Float64Array(hypotheses);
  const squares = new Float64Array(hypotheses);
  for (let e = 0; e < weights.length; e++) {
    for (let k = offsets[e]; k < offsets[e + 1]; k++) {
      sum[members[k]] += weights[e];
      squares[members[k]] += weights[e] * weights[e];
    }
  }
  return { sum, squares };
}
