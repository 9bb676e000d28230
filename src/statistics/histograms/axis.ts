import { InvalidInput } from '../../schema/index.ts';

/** An axis as it stands in JSON, in the field names of the UHI histogram serialisation (scikit-hep/uhi, schema 1). */
export type AxisDocument = {
  underflow: true;
  overflow: true;
  circular: false;
  metadata?: { name: string };
} & ({ type: 'regular'; lower: number; upper: number; bins: number } | { type: 'variable'; edges: number[] });

/**
 * A continuous axis of half-open bins [edge i, edge i+1). Slot 0 is the underflow, slots 1…bins the bins and slot
 * bins + 1 the overflow, which holds x ≥ the last edge.
 */
export class Axis {
  readonly name: string;
  readonly bins: number;
  /** bins + 1 ascending edges. */
  readonly edges: Float64Array;
  readonly regular: boolean;
  private readonly lower: number;
  private readonly upper: number;
  private readonly perUnit: number;

  private constructor(name: string, edges: Float64Array, regular: boolean) {
    this.name = name;
    this.edges = edges;
    this.bins = edges.length - 1;
    this.regular = regular;
    this.lower = edges[0];
    this.upper = edges[this.bins];
    this.perUnit = this.bins / (this.upper - this.lower);
  }

  /** `bins` equal bins from `lower` to `upper`. Throws InvalidInput unless lower < upper are finite and bins ≥ 1 is whole. */
  static regular(bins: number, lower: number, upper: number, name = ''): Axis {
    if (!Number.isInteger(bins) || bins < 1) throw new InvalidInput('axis.bins', `${bins} is not a whole number ≥ 1`);
    if (!(lower < upper) || !Number.isFinite(upper - lower)) {
      throw new InvalidInput('axis', `the range ${lower} to ${upper} is not finite and ascending`);
    }
    const edges = new Float64Array(bins + 1);
    for (let i = 0; i <= bins; i++) edges[i] = lower + ((upper - lower) * i) / bins;
    edges[bins] = upper;
    return new Axis(name, ascending(edges), true);
  }

  /** Bins between the given edges. Throws InvalidInput unless there are at least two, finite and strictly ascending. */
  static variable(edges: ArrayLike<number>, name = ''): Axis {
    if (edges.length < 2) throw new InvalidInput('axis.edges', 'at least two edges are needed');
    return new Axis(name, ascending(Float64Array.from(edges)), false);
  }

  /** The slot of x: 0 underflow, 1…bins, bins + 1 overflow. x must not be NaN; callers check. */
  slot(x: number): number {
    if (x < this.lower) return 0;
    if (x >= this.upper) return this.bins + 1;
    const edges = this.edges;
    if (!this.regular) {
      let low = 0;
      let high = this.bins;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (x < edges[middle]) high = middle;
        else low = middle;
      }
      return low + 1;
    }
    let i = Math.min(this.bins - 1, Math.floor((x - this.lower) * this.perUnit));
    // The product may round across an edge; the edges decide.
    if (x < edges[i]) i--;
    else if (x >= edges[i + 1]) i++;
    return i + 1;
  }

  /** Centre of bin i (0-based). */
  centre(i: number): number {
    return 0.5 * (this.edges[i] + this.edges[i + 1]);
  }

  /** Width of bin i (0-based). */
  width(i: number): number {
    return this.edges[i + 1] - this.edges[i];
  }

  /** True when both axes have the same edges, to the bit. */
  equals(other: Axis): boolean {
    return this.bins === other.bins && this.edges.every((edge, i) => edge === other.edges[i]);
  }

  toJSON(): AxisDocument {
    const flags = { underflow: true, overflow: true, circular: false } as const;
    const metadata = this.name === '' ? {} : { metadata: { name: this.name } };
    return this.regular
      ? { type: 'regular', lower: this.lower, upper: this.upper, bins: this.bins, ...flags, ...metadata }
      : { type: 'variable', edges: Array.from(this.edges), ...flags, ...metadata };
  }

  /** The axis of a UHI document: `regular` or `variable`, with both flow bins. Throws InvalidInput saying where. */
  static fromJSON(document: unknown, where = 'axis'): Axis {
    const axis = (document ?? {}) as Record<string, unknown>;
    if (axis['underflow'] !== true || axis['overflow'] !== true || axis['circular'] === true) {
      throw new InvalidInput(where, 'only axes with underflow and overflow that are not circular are read');
    }
    const named = (axis['metadata'] as { name?: unknown } | undefined)?.name;
    const name = typeof named === 'string' ? named : '';
    if (axis['type'] === 'regular') {
      return Axis.regular(Number(axis['bins']), Number(axis['lower']), Number(axis['upper']), name);
    }
    if (axis['type'] === 'variable' && Array.isArray(axis['edges'])) return Axis.variable(axis['edges'], name);
    throw new InvalidInput(where, `axis type '${String(axis['type'])}' is not read. Allowed: regular, variable.`);
  }
}

function ascending(edges: Float64Array): Float64Array {
  for (let i = 0; i < edges.length; i++) {
    if (!Number.isFinite(edges[i])) throw new InvalidInput(`axis.edges[${i}]`, `${edges[i]} is not finite`);
    if (i > 0 && !(edges[i] > edges[i - 1])) {
      throw new InvalidInput(`axis.edges[${i}]`, `${edges[i]} does not lie above the edge before it (${edges[i - 1]})`);
    }
  }
  return edges;
}
