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

/** A row that is known at the ends of all intervals and inside some of them; inside the others it is a straight line. */
export class SparseRow implements CouplingRow {
  readonly changes: readonly number[];
  readonly most: number;
  private readonly intervals: CouplingIntervals;
  private readonly atEnds: Float64Array;
  private readonly inside: Float64Array;
  private readonly begins: Int32Array;

  /** `inside[begins[k]]` is the first value inside interval k, where `begins[k]` is not −1. Lines must not change sign. */
  constructor(intervals: CouplingIntervals, atEnds: Float64Array, inside: Float64Array, begins: Int32Array) {
    this.intervals = intervals;
    this.atEnds = atEnds;
    this.inside = inside;
    this.begins = begins;
    const { ends } = intervals;
    const changes: number[] = [];
    let before = atEnds[0] > 0;
    let most = Math.max(FLOOR, atEnds[0]);
    for (let k = 0; k < begins.length; k++) {
      const to = ends[k + 1];
      if (begins[k] >= 0) {
        const shift = begins[k] - ends[k] - 1;
        for (let j = ends[k] + 1; j < to; j++) {
          const value = inside[shift + j];
          if (value > most) most = value;
          if (value > 0 !== before) {
            changes.push(j);
            before = !before;
          }
        }
      }
      if (atEnds[k + 1] > most) most = atEnds[k + 1];
      if (atEnds[k + 1] > 0 !== before) {
        changes.push(to);
        before = !before;
      }
    }
    this.changes = changes;
    this.most = most;
  }

  at(j: number): number {
    const { atEnds, begins } = this;
    const { ends, stride } = this.intervals;
    const k = Math.min(Math.floor(j / stride), begins.length - 1);
    const low = ends[k];
    if (j === low) return atEnds[k];
    const high = ends[k + 1];
    if (j === high) return atEnds[k + 1];
    if (begins[k] >= 0) return this.inside[begins[k] + j - low - 1];
    return atEnds[k] + ((j - low) / (high - low)) * (atEnds[k + 1] - atEnds[k]);
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
  const pick = extreme === 'least' ? Math.min : Math.max;
  const at = (j: number): number => {
    let found = rows[0].at(j);
    for (let r = 1; r < rows.length; r++) found = pick(found, rows[r].at(j));
    return found;
  };
  const places = new Set<number>();
  for (const { changes } of rows) for (let k = 0; k < changes.length; k++) places.add(changes[k]);
  const changes: number[] = [];
  let before = at(0) > 0;
  for (const j of [...places].sort((a, b) => a - b)) {
    const positive = at(j) > 0;
    if (positive !== before) changes.push(j);
    before = positive;
  }
  return { at, changes };
}
