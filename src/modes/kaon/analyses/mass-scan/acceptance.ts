import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { quadrature } from '../../../../stages/normalisation/normalise.ts';
import { centralWidth } from '../../../../stages/selection/central-width.ts';
import type { SampleSummary, SummarySpectrum } from '../../../../stages/selection/summary.ts';
import type { Estimate } from '../../../../statistics/estimate.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import { atThreshold, besideExcluded, type MassPoint, simulatedPoints } from './grid.ts';
import { type LeavingOneOut, leaveOneOut } from './leave-one-out.ts';
import { type CountedPlace, localFit } from './local-fit.ts';
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

interface Node {
  readonly masses: readonly number[];
  /** Selected, and those of them in the window. */
  readonly selected: CountedPlace;
  readonly inWindow: CountedPlace;
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
  const position = point.index.map((i) => i / section.simulated.every);
  const decays = summary.generated.weight;
  const place = (sum: number, squares: number): CountedPlace => ({
    position,
    sum: sum / decays,
    squares: squares / (decays * decays),
  });
  const [inWindow, inWindowSquares] = windowSums(section, summary, point.masses);
  return {
    masses: point.masses,
    selected: place(summary.selected.weight, summary.selected.squares),
    inWindow: place(inWindow, inWindowSquares),
    widths: point.masses.map((_, axis) => {
      const spectrum = summary.spectra[massSpectrum(axis)];
      const width = spectrum === undefined ? 0 : centralWidth(spectrum).value;
      return width > 0 ? width : null;
    }),
    loose: loose === undefined ? 0 : loose.summary.selected.weight,
    kept: loose === undefined ? 0 : loose.summary.regions[KEPT].weight,
  };
}

/** The signal at every hypothesis, and how well a simulated one is found from the others. */
export interface ScannedSignal {
  /** Null where no candidate survives near a hypothesis. */
  readonly signals: readonly (SignalAt | null)[];
  readonly leavingOneOut: LeavingOneOut | null;
}

/**
 * The signal at every hypothesis from the simulated ones: local fits over neighbours (see `localFit`), which never reach
 * across an excluded range; masses beside one, and pairs of masses without room for motion, are estimated among
 * themselves. What leaving out simulated masses shows beyond their statistics is an error of every estimate that more than
 * one of them makes.
 */
export function signalAtHypotheses(
  section: MassScan,
  points: readonly MassPoint[],
  samples: readonly ReadSample[],
): ScannedSignal {
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
  const selected = nodes.map((node) => node.selected);
  const inWindow = nodes.map((node) => node.inWindow);
  const estimateOf = (
    places: readonly CountedPlace[],
    at: readonly number[],
    masses: readonly number[],
    without?: number,
  ) => localFit(places, at, section.simulated.candidates, (p) => p !== without && !apart(nodes[p].masses, masses));
  const leavingOneOut = leaveOneOut(inWindow, (p) => estimateOf(inWindow, inWindow[p].position, nodes[p].masses, p));
  const signals = points.map((point): SignalAt | null => {
    const at = point.index.map((i) => i / section.simulated.every);
    const all = estimateOf(selected, at, point.masses);
    const inside = estimateOf(inWindow, at, point.masses);
    if (all === null || inside === null) return null;
    const { places, shares } = all;
    const sum = (pick: (node: Node) => number): number => places.reduce((s, p, i) => s + shares[i] * pick(nodes[p]), 0);
    const loose = sum((node) => node.loose);
    const errorOf = ({ places: made, relativeError }: typeof all): number =>
      quadrature([relativeError, made.length === 1 ? 0 : (leavingOneOut?.beyond ?? 0)]);
    return {
      acceptance: { value: all.value, error: all.value * errorOf(all) },
      efficiency: Math.min(1, inside.value / all.value),
      relativeError: errorOf(inside),
      resolution: point.masses.map((_, axis) => {
        const known = places.every((p) => nodes[p].widths[axis] !== null);
        return known ? sum((node) => node.widths[axis] ?? 0) : null;
      }),
      cost: loose > 0 ? Math.max(0, 1 - sum((node) => node.kept) / loose) : null,
    };
  });
  return { signals, leavingOneOut };
}
