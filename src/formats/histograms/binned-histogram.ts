/** An axis: edges of bins, or categories; with a slot below and above where it has them. */
export type BinnedAxis =
  | {
      readonly kind: 'edges';
      readonly name: string;
      readonly edges: readonly number[];
      readonly underflow: boolean;
      readonly overflow: boolean;
    }
  | {
      readonly kind: 'categories';
      readonly name: string;
      readonly categories: readonly (string | number)[];
      readonly overflow: boolean;
    };

/** A histogram: slots of all axes, the last axis fastest, flow slots where the axis has them. */
export interface BinnedHistogram {
  readonly title: string;
  readonly axes: readonly BinnedAxis[];
  readonly values: readonly number[];
  /** Null where the file has none: counts then. */
  readonly variances: readonly number[] | null;
}

/** Slots of an axis, flow included. */
export function slotsOf(axis: BinnedAxis): number {
  if (axis.kind === 'categories') return axis.categories.length + (axis.overflow ? 1 : 0);
  return axis.edges.length - 1 + (axis.underflow ? 1 : 0) + (axis.overflow ? 1 : 0);
}

/** Bins of an axis, without flow. */
export const binsOf = (axis: BinnedAxis): number =>
  axis.kind === 'categories' ? axis.categories.length : axis.edges.length - 1;

/** Contents of the bins without flow, last axis fastest. */
export function innerBins({ axes }: BinnedHistogram, column: readonly number[]): number[] {
  const pick = (axis: number, at: number): number[] => {
    if (axis === axes.length) return [column[at]];
    const one = axes[axis];
    const first = one.kind === 'edges' && one.underflow ? 1 : 0;
    return Array.from({ length: binsOf(one) }, (_, k) => pick(axis + 1, at * slotsOf(one) + first + k)).flat();
  };
  return pick(0, 0);
}
