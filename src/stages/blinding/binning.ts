/** Equal bins on one axis of the discriminant. */
export interface BinnedAxis {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** Number of bins of a binning in one or more axes. */
export const binCount = (axes: readonly BinnedAxis[]): number => axes.reduce((product, { bins }) => product * bins, 1);

/** Bins (flat index, last axis fastest) whose centre lies in the box, given as one range per axis. */
export function binsInBox(axes: readonly BinnedAxis[], box: readonly (readonly [number, number])[]): number[] {
  const inside = axes.map(({ from, to, bins }, a) => {
    const width = (to - from) / bins;
    return Array.from({ length: bins }, (_, i) => {
      const centre = from + (i + 0.5) * width;
      return centre > box[a][0] && centre < box[a][1];
    });
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
