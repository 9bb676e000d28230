/** A stack whose worst-known bins are merged with their neighbours, written out per bin again. */
export interface MergedBins {
  /** Contributions per bin, the mean over the bins merged. */
  stacks: number[][];
  total: number[];
  error: number[];
  /** True where the sum is known to worse than 100 % even so. */
  uncertain: boolean[];
}

interface Group {
  from: number;
  to: number;
  sum: number;
  variance: number;
}

/** A bin known to worse than this fraction of itself is merged, until it is known to the next one. */
const poor = 0.5;
const known = 0.35;
/** One event of whatever weight has an error as large as itself. */
const unknown = 0.999;

/**
 * Merges every bin whose sum is known to worse than 50 % with its neighbours until it is known to 35 %, or is a tenth of
 * the spectrum wide, so that a single event of large weight does not stand as a spike. Bins are never merged
 * across `walls` (bin indices that begin a new stretch: the ends of masked regions). Sums are kept exactly up to
 * rounding; errors are added in squares. Empty bins stay empty unless a neighbour takes them in.
 */
export function mergeUncertainBins(
  stacks: readonly (readonly number[])[],
  error: readonly number[],
  walls: ReadonlySet<number>,
): MergedBins {
  const bins = error.length;
  const sumOf = (i: number): number => stacks.reduce((sum, counts) => sum + counts[i], 0);
  const groups: Group[] = Array.from({ length: bins }, (_, i) => ({
    from: i,
    to: i + 1,
    sum: sumOf(i),
    variance: error[i] * error[i],
  }));
  const widest = Math.max(3, Math.round(bins / 10));
  const relative = (group: Group): number => (group.sum > 0 ? Math.sqrt(group.variance) / group.sum : 0);
  for (let g = 0; g < groups.length; g++) {
    if (relative(groups[g]) < poor) continue;
    while (relative(groups[g]) > known && groups[g].to - groups[g].from < widest) {
      const left = g > 0 && !walls.has(groups[g].from) ? groups[g - 1] : undefined;
      const right = g + 1 < groups.length && !walls.has(groups[g].to) ? groups[g + 1] : undefined;
      if (left === undefined && right === undefined) break;
      const toLeft = right === undefined || (left !== undefined && left.sum > right.sum);
      const first = toLeft ? g - 1 : g;
      const [a, b] = [groups[first], groups[first + 1]];
      groups.splice(first, 2, { from: a.from, to: b.to, sum: a.sum + b.sum, variance: a.variance + b.variance });
      g = first;
    }
  }
  const merged: MergedBins = {
    stacks: stacks.map(() => new Array<number>(bins).fill(0)),
    total: new Array<number>(bins).fill(0),
    error: new Array<number>(bins).fill(0),
    uncertain: new Array<boolean>(bins).fill(false),
  };
  for (const group of groups) {
    const size = group.to - group.from;
    for (let i = group.from; i < group.to; i++) {
      merged.total[i] = group.sum / size;
      merged.error[i] = Math.sqrt(group.variance) / size;
      merged.uncertain[i] = relative(group) >= unknown;
      stacks.forEach((counts, s) => {
        let sum = 0;
        for (let k = group.from; k < group.to; k++) sum += counts[k];
        merged.stacks[s][i] = sum / size;
      });
    }
  }
  return merged;
}
