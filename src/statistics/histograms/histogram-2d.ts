import { InvalidInput } from '../../schema/index.ts';
import { Axis, type AxisDocument } from './axis.ts';
import { Histogram1D } from './histogram-1d.ts';
import { addColumn, readWeightedStorage } from './weighted-storage.ts';

/** A two-dimensional histogram as JSON: UHI serialisation, schema 1; rows are slots of the first axis, flow included. */
export type Histogram2DDocument = {
  uhi_schema: 1;
  axes: [AxisDocument, AxisDocument];
  storage: { type: 'weighted'; values: number[][]; variances: number[][] };
};

/**
 * Weighted histogram in two variables, stored row by row: slot = ix·(y.bins + 2) + iy with ix, iy counting the
 * underflow as 0. Filling allocates nothing; NaN and infinite weights are refused with InvalidInput.
 */
export class Histogram2D {
  readonly x: Axis;
  readonly y: Axis;
  readonly sumw: Float64Array;
  readonly sumw2: Float64Array;

  constructor(x: Axis, y: Axis, sumw?: Float64Array, sumw2?: Float64Array) {
    const slots = (x.bins + 2) * (y.bins + 2);
    this.x = x;
    this.y = y;
    this.sumw = sumw ?? new Float64Array(slots);
    this.sumw2 = sumw2 ?? new Float64Array(slots);
    if (this.sumw.length !== slots || this.sumw2.length !== slots) {
      throw new InvalidInput('histogram', `${x.bins} × ${y.bins} bins need columns of ${slots} slots`);
    }
  }

  /** Adds one entry; infinite coordinates go to flow bins, NaN is refused. */
  fill(x: number, y: number, weight = 1): void {
    if (Number.isNaN(x) || Number.isNaN(y) || !Number.isFinite(weight)) refuse(x, y, weight);
    const slot = this.x.slot(x) * (this.y.bins + 2) + this.y.slot(y);
    this.sumw[slot] += weight;
    this.sumw2[slot] += weight * weight;
  }

  /** Adds rows [first, last) of two columns, each with its weight (1 when no weights are given), in order. */
  fillColumns(x: Float64Array, y: Float64Array, weights?: Float64Array, first = 0, last = x.length): void {
    const { sumw, sumw2 } = this;
    const stride = this.y.bins + 2;
    for (let row = first; row < last; row++) {
      const weight = weights === undefined ? 1 : weights[row];
      if (Number.isNaN(x[row]) || Number.isNaN(y[row]) || !Number.isFinite(weight)) refuse(x[row], y[row], weight);
      const slot = this.x.slot(x[row]) * stride + this.y.slot(y[row]);
      sumw[slot] += weight;
      sumw2[slot] += weight * weight;
    }
  }

  /** Sum of weights in bin (i, j), 0-based, without flow. */
  value(i: number, j: number): number {
    return this.sumw[(i + 1) * (this.y.bins + 2) + j + 1];
  }

  /** Sum of squared weights in bin (i, j), 0-based, without flow. */
  variance(i: number, j: number): number {
    return this.sumw2[(i + 1) * (this.y.bins + 2) + j + 1];
  }

  /** Sum of weights of all bins, with the flow bins when asked. */
  total(flow = false): number {
    let sum = 0;
    if (flow) for (const value of this.sumw) sum += value;
    else for (let i = 0; i < this.x.bins; i++) for (let j = 0; j < this.y.bins; j++) sum += this.value(i, j);
    return sum;
  }

  /** Adds another histogram with the same edges. Throws InvalidInput when the edges differ. */
  merge(other: Histogram2D): this {
    if (!this.x.equals(other.x) || !this.y.equals(other.y)) {
      throw new InvalidInput('histogram', 'axes with different edges cannot be merged');
    }
    addColumn(this.sumw, other.sumw);
    addColumn(this.sumw2, other.sumw2);
    return this;
  }

  /** The sum over all slots of the other axis (flow included), so that totals with flow agree. */
  project(onto: 'x' | 'y'): Histogram1D {
    const stride = this.y.bins + 2;
    const projection = new Histogram1D(onto === 'x' ? this.x : this.y);
    for (let slot = 0; slot < this.sumw.length; slot++) {
      const target = onto === 'x' ? Math.floor(slot / stride) : slot % stride;
      projection.sumw[target] += this.sumw[slot];
      projection.sumw2[target] += this.sumw2[slot];
    }
    return projection;
  }

  toJSON(): Histogram2DDocument {
    const stride = this.y.bins + 2;
    const rows = (column: Float64Array) =>
      Array.from({ length: this.x.bins + 2 }, (_, i) => Array.from(column.subarray(i * stride, (i + 1) * stride)));
    return {
      uhi_schema: 1,
      axes: [this.x.toJSON(), this.y.toJSON()],
      storage: { type: 'weighted', values: rows(this.sumw), variances: rows(this.sumw2) },
    };
  }

  /** Reads what `toJSON` wrote, to the bit. Throws InvalidInput with the path of the first thing wrong. */
  static fromJSON(document: unknown, where = 'histogram'): Histogram2D {
    const { axes, storage } = (document ?? {}) as Partial<Histogram2DDocument>;
    if (!Array.isArray(axes) || axes.length !== 2)
      throw new InvalidInput(`${where}.axes`, 'exactly two axes are needed');
    if (storage?.type !== 'weighted' || !Array.isArray(storage.values) || !Array.isArray(storage.variances)) {
      throw new InvalidInput(`${where}.storage`, 'a weighted storage with values and variances is needed');
    }
    const x = Axis.fromJSON(axes[0], `${where}.axes[0]`);
    const y = Axis.fromJSON(axes[1], `${where}.axes[1]`);
    for (const rows of [storage.values, storage.variances]) {
      if (rows.length !== x.bins + 2 || rows.some((row) => !Array.isArray(row) || row.length !== y.bins + 2)) {
        throw new InvalidInput(`${where}.storage`, `${x.bins + 2} rows of ${y.bins + 2} numbers are needed`);
      }
    }
    const slots = (x.bins + 2) * (y.bins + 2);
    const columns = readWeightedStorage(storage.values.flat(), storage.variances.flat(), slots, `${where}.storage`);
    return new Histogram2D(x, y, columns.sumw, columns.sumw2);
  }
}

function refuse(x: number, y: number, weight: number): never {
  throw new InvalidInput('histogram', `an entry at (${x}, ${y}) with weight ${weight} is not a number`);
}
