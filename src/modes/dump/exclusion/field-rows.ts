import type { FieldRow } from '../../../interpretation/contour-rings.ts';
import { type CouplingRow, type ExclusionField, FLOOR } from '../../../interpretation/coupling-plane.ts';

/** Couplings 0 to count − 1, cut into intervals of `stride`; the last one may be shorter. */
export class CouplingIntervals {
  readonly count: number;
  readonly stride: number;
  /** Ends of the intervals, one more than there are. */
  readonly ends: Int32Array;

  constructor(count: number, stride: number) {
    this.count = count;
    this.stride = stride;
    const intervals = Math.ceil((count - 1) / stride);
    this.ends = Int32Array.from({ length: intervals + 1 }, (_, k) => Math.min(k * stride, count - 1));
  }
}

/**
 * The values of some rows at one mass: at the ends of all intervals and inside some of them, the same for all rows.
 * Inside the others a row is a straight line that does not change its sign.
 */
export class RowValues {
  readonly intervals: CouplingIntervals;
  /** First the values of all rows at the ends, row by row, then those inside. */
  readonly values: Float64Array;
  /** Values inside one row. */
  readonly inner: number;
  readonly rows: number;
  /** The first value inside interval k is this one of those inside; −1 for a straight line. */
  readonly begins: Int32Array;

  constructor(intervals: CouplingIntervals, atEnds: Float64Array, rows: number, begins: Int32Array, inner: number) {
    this.intervals = intervals;
    this.rows = rows;
    this.begins = begins;
    this.inner = inner;
    this.values = new Float64Array(atEnds.length + rows * inner);
    this.values.set(atEnds);
  }
}

/** One of the rows of some values. */
export class SparseRow implements CouplingRow {
  readonly changes: readonly number[];
  readonly most: number;
  private readonly of: RowValues;
  private readonly endsAt: number;
  private readonly insideAt: number;

  constructor(of: RowValues, row: number) {
    const { values, begins, intervals, inner, rows } = of;
    const { ends } = intervals;
    const endsAt = row * ends.length;
    const insideAt = rows * ends.length + row * inner;
    this.of = of;
    this.endsAt = endsAt;
    this.insideAt = insideAt;
    const changes: number[] = [];
    let before = values[endsAt] > 0;
    let most = Math.max(FLOOR, values[endsAt]);
    for (let k = 0; k < begins.length; k++) {
      const to = ends[k + 1];
      if (begins[k] >= 0) {
        const shift = insideAt + begins[k] - ends[k] - 1;
        for (let j = ends[k] + 1; j < to; j++) {
          const value = values[shift + j];
          if (value > most) most = value;
          if (value > 0 !== before) {
            changes.push(j);
            before = !before;
          }
        }
      }
      const end = values[endsAt + k + 1];
      if (end > most) most = end;
      if (end > 0 !== before) {
        changes.push(to);
        before = !before;
      }
    }
    this.changes = changes;
    this.most = most;
  }

  at(j: number): number {
    const { endsAt } = this;
    const { values, begins, intervals } = this.of;
    const { ends, stride } = intervals;
    const k = Math.min(Math.floor(j / stride), begins.length - 1);
    const low = ends[k];
    if (j === low) return values[endsAt + k];
    const high = ends[k + 1];
    if (j === high) return values[endsAt + k + 1];
    if (begins[k] >= 0) return values[this.insideAt + begins[k] + j - low - 1];
    return values[endsAt + k] + ((j - low) / (high - low)) * (values[endsAt + k + 1] - values[endsAt + k]);
  }
}

/** A field of rows; all its values are made when they are asked for. */
export class FieldOfRows implements ExclusionField {
  readonly logMass: Float64Array;
  readonly logCoupling: Float64Array;
  readonly rows: readonly CouplingRow[];
  private all: Float64Array | undefined;

  constructor(logMass: Float64Array, logCoupling: Float64Array, rows: readonly CouplingRow[]) {
    this.logMass = logMass;
    this.logCoupling = logCoupling;
    this.rows = rows;
  }

  get values(): Float64Array {
    if (this.all !== undefined) return this.all;
    const n = this.logCoupling.length;
    const values = new Float64Array(this.rows.length * n);
    this.rows.forEach((row, i) => {
      for (let j = 0; j < n; j++) values[i * n + j] = row.at(j);
    });
    this.all = values;
    return values;
  }
}

/** The least (or the largest) of some rows at every coupling. */
export function extremeRow(rows: readonly FieldRow[], extreme: 'least' | 'most'): FieldRow {
  const sign = extreme === 'least' ? 1 : -1;
  const at = (j: number): number => {
    let found = rows[0].at(j);
    for (let r = 1; r < rows.length; r++) {
      const value = rows[r].at(j);
      if (sign * (value - found) < 0) found = value;
    }
    return found;
  };
  const places: number[] = [];
  for (const { changes } of rows) for (let k = 0; k < changes.length; k++) places.push(changes[k]);
  places.sort((a, b) => a - b);
  const changes: number[] = [];
  let before = at(0) > 0;
  for (let k = 0; k < places.length; k++) {
    if (k > 0 && places[k] === places[k - 1]) continue;
    const positive = at(places[k]) > 0;
    if (positive !== before) changes.push(places[k]);
    before = positive;
  }
  return { at, changes };
}
