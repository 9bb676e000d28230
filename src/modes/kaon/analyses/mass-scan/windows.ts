import { normalCdf } from '../../../../math/special/index.ts';
import type { Box, SearchDocument } from '../../../../search/kaon-search.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { binCount, binsInBox } from '../../../../stages/blinding/binning.ts';
import { checkCandidates } from '../../../../statistics/peaks/candidates.ts';
import { type WindowMembership, windowMembership } from '../../../../statistics/peaks/window-membership.ts';
import type { MassPoint } from './grid.ts';

/** Which bins of the discriminant count for which hypothesis. */
export interface ScanWindows {
  /** Per axis the half-width of each hypothesis; null when the signal region is the window. */
  readonly halfWidths: readonly Float64Array[] | null;
  membership(column: ArrayLike<number>): WindowMembership;
  /** What whole bins make of a Gaussian's part in the window: the factor on the efficiency. */
  readonly edgeFactors: Float64Array;
}

/** Sum of a column over the bins of every window. */
export function sumsIn({ offsets, members, weights, hypotheses }: WindowMembership): Float64Array {
  const sum = new Float64Array(hypotheses);
  for (let e = 0; e < weights.length; e++) {
    for (let k = offsets[e]; k < offsets[e + 1]; k++) sum[members[k]] += weights[e];
  }
  return sum;
}

/** The windows of a scan in whole bins: a bin counts when its centre lies inside. */
export function scanWindows(
  section: MassScan,
  search: SearchDocument,
  points: readonly MassPoint[],
  resolutions: readonly (number | null)[],
): ScanWindows {
  const axes = search.discriminant;
  const edgeFactors = new Float64Array(points.length).fill(1);
  if (section.window === 'signal region') {
    const regions: Readonly<Record<string, Box>> = search.regions;
    const names = typeof search.signalRegion === 'string' ? [search.signalRegion] : search.signalRegion;
    const inside = new Float64Array(binCount(axes));
    for (const name of names as readonly string[]) for (const bin of binsInBox(axes, regions[name])) inside[bin] = 1;
    const windows = {
      hypotheses: points.length,
      centres: [new Float64Array(points.length).fill(1)],
      halfWidths: [new Float64Array(points.length).fill(0.5)],
    };
    return {
      halfWidths: null,
      edgeFactors,
      membership: (column) =>
        windowMembership(windows, checkCandidates({ values: [inside], weights: column }, 1, 'windows')),
    };
  }
  const { window: width } = section;
  const halfWidths = axes.map((_, axis) =>
    Float64Array.from(points, (_point, h) =>
      'energy' in width ? width.energy : axis === 0 ? width.sigmas * (resolutions[h] ?? 0) : 0,
    ),
  );
  const centres = axes.map((_, axis) => Float64Array.from(points, ({ masses }) => masses[axis]));
  if ('sigmas' in width) {
    const { from, to, bins } = axes[0];
    const step = (to - from) / bins;
    const plain = 2 * normalCdf(width.sigmas) - 1;
    points.forEach(({ masses: [mass] }, h) => {
      const sigma = resolutions[h] ?? 0;
      if (!(sigma > 0)) return;
      // Bins with centres in (mass − half, mass + half) reach from the first to the last whole edge.
      const low = from + step * Math.ceil((mass - halfWidths[0][h] - from) / step - 0.5);
      const high = from + step * Math.floor((mass + halfWidths[0][h] - from) / step + 0.5);
      edgeFactors[h] = (normalCdf((high - mass) / sigma) - normalCdf((low - mass) / sigma)) / plain;
    });
  }
  const values = centresOfBins(axes);
  const windows = { hypotheses: points.length, centres, halfWidths };
  return {
    halfWidths,
    edgeFactors,
    membership: (column) =>
      windowMembership(windows, checkCandidates({ values, weights: column }, axes.length, 'windows')),
  };
}

/** Centre of every bin of a binning, a column per axis, last axis fastest. */
function centresOfBins(axes: readonly { from: number; to: number; bins: number }[]): Float64Array[] {
  const total = binCount(axes);
  const columns = axes.map(() => new Float64Array(total));
  for (let flat = 0; flat < total; flat++) {
    let rest = flat;
    for (let a = axes.length - 1; a >= 0; a--) {
      const { from, to, bins } = axes[a];
      columns[a][flat] = from + ((rest % bins) + 0.5) * ((to - from) / bins);
      rest = Math.floor(rest / bins);
    }
  }
  return columns;
}
