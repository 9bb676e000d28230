import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { centralWidth } from '../../../../stages/selection/central-width.ts';
import type { SampleSummary, SummarySpectrum } from '../../../../stages/selection/summary.ts';
import type { Estimate } from '../../../../statistics/estimate.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import { atThreshold, besideExcluded, type MassPoint, simulatedPoints } from './grid.ts';
import { localLinear, type MeasuredPlace } from './local-linear.ts';
import { KEPT, massSpectrum, sampleName, WINDOW, withoutName } from './samples.ts';

/** What the simulation says of the signal at one hypothesis. */
export interface SignalAt {
  readonly acceptance: Estimate;
  /** Fraction of the selected events in the window, and the relative error of what is in it. */
  readonly efficiency: number;
  readonly relativeError: number;
  readonly resolution: readonly (number | null)[];
  readonly cost: number | null;
}

interface Node extends MeasuredPlace {
  readonly masses: readonly number[];
  readonly selected: number;
  readonly selectedSquares: number;
  readonly inWindow: number;
  readonly inWindowSquares: number;
  readonly widths: readonly (number | null)[];
  /** Selected without the cuts of `without`, and those of them that pass these cuts. */
  readonly loose: number;
  readonly kept: number;
}

/** Σ of a column of a spectrum between two values; bins cut by an edge count by their part. */
function between({ axes }: SummarySpectrum, column: Float64Array, from: number, to: number): number {
  const [axis] = axes;
  const width = (axis.to - axis.from) / axis.bins;
  let sum = 0;
  for (let bin = 0; bin < axis.bins; bin++) {
    const low = Math.max(from, axis.from + bin * width);
    const high = Math.min(to, axis.from + (bin + 1) * width);
    if (high > low) sum += (column[bin] * (high - low)) / width;
  }
  return sum;
}

function windowSums(
  section: MassScan,
  { regions, spectra }: SampleSummary,
  masses: readonly number[],
): [number, number] {
  const { window: width } = section;
  if (width !== 'signal region' && 'sigmas' in width) {
    const spectrum = spectra[massSpectrum(0)];
    const half = width.sigmas * centralWidth(spectrum).value;
    const [from, to] = [masses[0] - half, masses[0] + half];
    return [between(spectrum, spectrum.contents, from, to), between(spectrum, spectrum.squares, from, to)];
  }
  const windows = Object.entries(regions).filter(([name]) => name.startsWith(WINDOW));
  return [
    windows.reduce((sum, [, { weight }]) => sum + weight, 0),
    windows.reduce((sum, [, { squares }]) => sum + squares, 0),
  ];
}

/** Everything summed over one hypothesis sample, per generated decay. */
function nodeOf(section: MassScan, point: MassPoint, { summary }: ReadSample, loose: ReadSample | undefined): Node {
  const perDecay = 1 / summary.generated.weight;
  const [inWindow, inWindowSquares] = windowSums(section, summary, point.masses);
  return {
    position: point.index.map((i) => i / section.simulated.every),
    masses: point.masses,
    candidates: summary.selected.candidates,
    selected: summary.selected.weight * perDecay,
    selectedSquares: summary.selected.squares * perDecay * perDecay,
    inWindow: inWindow * perDecay,
    inWindowSquares: inWindowSquares * perDecay * perDecay,
    widths: point.masses.map((_, axis) => {
      const spectrum = summary.spectra[massSpectrum(axis)];
      const width = spectrum === undefined ? 0 : centralWidth(spectrum).value;
      return width > 0 ? width : null;
    }),
    loose: loose === undefined ? 0 : loose.summary.selected.weight,
    kept: loose === undefined ? 0 : loose.summary.regions[KEPT].weight,
  };
}

/**
 * The signal at every hypothesis from the simulated ones: local linear estimates over neighbours (see `localLinear`),
 * which never reach across an excluded range; masses beside one, and pairs of masses without room for motion, are
 * estimated among themselves. Null where no candidate survives near a hypothesis.
 */
export function signalAtHypotheses(
  section: MassScan,
  points: readonly MassPoint[],
  samples: readonly ReadSample[],
): (SignalAt | null)[] {
  const byName = new Map(samples.map((sample) => [sample.plan.name, sample]));
  const nodes = simulatedPoints(section).map((point) => {
    const sample = byName.get(sampleName(section, point));
    if (sample === undefined) throw new RangeError(`the run has no sample '${sampleName(section, point)}'`);
    return nodeOf(section, point, sample, byName.get(withoutName(section, point)));
  });
  const axes = Object.values(section.masses);
  const apart = (a: readonly number[], b: readonly number[]): boolean =>
    atThreshold(section, a) !== atThreshold(section, b) ||
    besideExcluded(section, a) !== besideExcluded(section, b) ||
    axes.some(({ excluded = [] }, axis) =>
      excluded.some(({ from, to }) => (a[axis] < from && b[axis] > to) || (b[axis] < from && a[axis] > to)),
    );
  return points.map((point) => {
    const at = point.index.map((i) => i / section.simulated.every);
    const estimate = localLinear(
      nodes,
      at,
      section.simulated.candidates,
      (place) => !apart((place as Node).masses, point.masses),
    );
    if (estimate === null) return null;
    const { places, weights } = estimate;
    const sum = (pick: (node: Node) => number): number =>
      places.reduce((s, p, i) => s + weights[i] * pick(nodes[p]), 0);
    const variance = (pick: (node: Node) => number): number =>
      places.reduce((s, p, i) => s + weights[i] * weights[i] * pick(nodes[p]), 0);
    const selected = sum((node) => node.selected);
    const inWindow = sum((node) => node.inWindow);
    if (!(selected > 0 && inWindow > 0)) return null;
    const loose = sum((node) => node.loose);
    return {
      acceptance: { value: selected, error: Math.sqrt(variance((node) => node.selectedSquares)) },
      efficiency: Math.min(1, inWindow / selected),
      relativeError: Math.sqrt(variance((node) => node.inWindowSquares)) / inWindow,
      resolution: point.masses.map((_, axis) => {
        const known = places.every((p) => nodes[p].widths[axis] !== null);
        const width = known ? sum((node) => node.widths[axis] ?? 0) : 0;
        // A straight line through few events can end below zero.
        return width > 0 ? width : null;
      }),
      cost: loose > 0 ? Math.max(0, 1 - sum((node) => node.kept) / loose) : null,
    };
  });
}
