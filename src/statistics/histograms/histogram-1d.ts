import { InvalidInput } from '../../schema/index.ts';
import { Axis, type AxisDocument } from './axis.ts';
import { addColumn, readWeightedStorage } from './weighted-storage.ts';

/** A one-dimensional histogram as JSON: UHI serialisation, schema 1, weighted storage, flow bins included. */
export type Histogram1DDocument = {
  uhi_schema: 1;
  axes: [AxisDocument];
  storage: { type: 'weighted'; values: number[]; variances: number[] };
};

/**
 * Weighted histogram: per slot (underflow, bins, overflow) the sum of weights and the sum of squared weights.
 * Filling allocates nothing; NaN and infinite weights are refused with InvalidInput.
 */
export class Histogram1D {
  readonly axis: Axis;
  /** Sum of weights, bins + 2 slots. */
  readonly sumw: Float64Array;
  /** Sum of squared weights, bins + 2 slots. */
  readonly sumw2: Float64Array;

  constructor(axis: Axis, sumw?: Float64Array, sumw2?: Float64Array) {
    this.axis = axis;
    this.sumw = sumw ?? new Float64Array(axis.bins + 2);
    this.sumw2 = sumw2 ?? new Float64Array(axis.bins + 2);
    if (this.sumw.length !== axis.bins + 2 || this.sumw2.length !== axis.bins + 2) {
      throw new InvalidInput('histogram', `${axis.bins} bins need columns of ${axis.bins + 2} slots`);
    }
  }

  /** Adds one entry. An infinite x goes to a flow bin; a NaN x is refused. */
  fill(x: number, weight = 1): void {
    if (Number.isNaN(x) || !Number.isFinite(weight)) refuse(x, weight);
    const slot = this.axis.slot(x);
    this.sumw[slot] += weight;
    this.sumw2[slot] += weight * weight;
  }

  /** Adds rows [first, last) of a column, each with its weight (1 when no weights are given), in order. */
  fillColumn(x: Float64Array, weights?: Float64Array, first = 0, last = x.length): void {
    const { axis, sumw, sumw2 } = this;
    for (let row = first; row < last; row++) {
      const value = x[row];
      const weight = weights === undefined ? 1 : weights[row];
      if (Number.isNaN(value) || !Number.isFinite(weight)) refuse(value, weight);
      const slot = axis.slot(value);
      sumw[slot] += weight;
      sumw2[slot] += weight * weight;
    }
  }

  /** The bins without flow: a view of length `axis.bins`, not a copy. */
  get values(): Float64Array {
    return this.sumw.subarray(1, this.axis.bins + 1);
  }

  /** Sum of squared weights of the bins without flow: a view. */
  get variances(): Float64Array {
    return this.sumw2.subarray(1, this.axis.bins + 1);
  }

  /** Sum of weights of all bins, with the flow bins when asked. */
  total(flow = false): number {
    let sum = 0;
    for (const value of flow ? this.sumw : this.values) sum += value;
    return sum;
  }

  /** Effective number of unweighted entries (Σw)²/Σw², flow included; 0 for an empty histogram. */
  effectiveEntries(): number {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < this.sumw.length; i++) {
      sum += this.sumw[i];
      squares += this.sumw2[i];
    }
    return squares === 0 ? 0 : (sum * sum) / squares;
  }

  /** Adds another histogram with the same edges. Throws InvalidInput when the edges differ. */
  merge(other: Histogram1D): this {
    if (!this.axis.equals(other.axis))
      throw new InvalidInput('histogram', 'axes with different edges cannot be merged');
    addColumn(this.sumw, other.sumw);
    addColumn(this.sumw2, other.sumw2);
    return this;
  }

  /** A copy with all weights multiplied by `factor`. */
  scaled(factor: number): Histogram1D {
    if (!Number.isFinite(factor)) throw new InvalidInput('histogram', `the factor ${factor} is not finite`);
    return new Histogram1D(
      this.axis,
      this.sumw.map((value) => value * factor),
      this.sumw2.map((value) => value * factor * factor),
    );
  }

  toJSON(): Histogram1DDocument {
    return {
      uhi_schema: 1,
      axes: [this.axis.toJSON()],
      storage: { type: 'weighted', values: Array.from(this.sumw), variances: Array.from(this.sumw2) },
    };
  }

  /** Reads what `toJSON` wrote, to the bit. Throws InvalidInput with the path of the first thing wrong. */
  static fromJSON(document: unknown, where = 'histogram'): Histogram1D {
    const { axes, storage } = (document ?? {}) as Partial<Histogram1DDocument>;
    if (!Array.isArray(axes) || axes.length !== 1)
      throw new InvalidInput(`${where}.axes`, 'exactly one axis is needed');
    if (storage?.type !== 'weighted' || !Array.isArray(storage.values) || !Array.isArray(storage.variances)) {
      throw new InvalidInput(`${where}.storage`, 'a weighted storage with values and variances is needed');
    }
    const axis = Axis.fromJSON(axes[0], `${where}.axes[0]`);
    const columns = readWeightedStorage(storage.values, storage.variances, axis.bins + 2, `${where}.storage`);
    return new Histogram1D(axis, columns.sumw, columns.sumw2);
  }
}

function refuse(x: number, weight: number): never {
  throw new InvalidInput('histogram', `an entry at ${x} with weight ${weight} is not a number`);
}
