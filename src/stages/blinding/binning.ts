/** Equal bins on one axis of the discriminant. */
export interface BinnedAxis {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** Number of bins of a binning in one or more axes. */
export const binCount = (axes: readonly BinnedAxis[]): number => axes.reduce((product, { bins }) => product * bins, 1);

type Ranges = readonly (readonly [number, number])[];

/** Bins (flat index, last axis fastest) whose centre lies in the box, given as one range per axis. */
export const binsInBox = (axes: readonly BinnedAxis[], box: Ranges): number[] =>
  binsWhere(axes, (from, to, a) => (from + to) / 2 > box[a][0] && (from + to) / 2 < box[a][1]);

/** Bins of which any part lies in the box; edges that agree to a millionth of a bin count as equal. */
export const binsTouchingBox = (axes: readonly BinnedAxis[], box: Ranges): number[] =>
  binsWhere(axes, (from, to, a) => {
    const tolerance = 1e-6 * (to - from);
    return to > box[a][0] + tolerance && from < box[a][1] - tolerance;
  });

function binsWhere(axes: readonly BinnedAxis[], holds: (from: number, to: number, axis: number) => boolean): number[] {
  const inside = axes.map(({ from, to, bins }, a) => {
    const width = (to - from) / bins;
    return Array.from({ length: bins }, (_, i) => holds(from + i * width, from + (i + 1) * width, a));
  });
  const found: number[] = [];
  const total = binCount(axes);
  for (let flat = 0; flat < total; flat++) {
    let rest = flat;
    let within = true;
    for (let a = axes.length - 1; a >= 0 && within; a--) {
      within = inside[a][rest % axes[a].bins];
      rest = Math.floor(rest / axes[a].bins);
    }
    if (within) found.push(flat);
  }
  return found;
}
