import { InvalidInput } from '../../schema/index.ts';
import { type Candidates, checkCandidates } from './candidates.ts';
import { countingScan } from './counting-scan.ts';
import type { MassPairs } from './mass-hypotheses.ts';
import type { MassResolution } from './mass-resolution.ts';
import {
  finishScan,
  type LookElsewhere,
  type PeakScan,
  type PreparedScan,
  type ToyPart,
  toysOf,
} from './prepared-scan.ts';
import { type ScanToy, type ScanToys, windowToy } from './scan-toys.ts';
import { windowEfficiency } from './signal-window.ts';
import { type Windows, windowMembership, windowSums } from './window-membership.ts';

/** One reconstructed quantity that a window is cut on: which mass it measures and how well. */
export interface WindowCoordinate {
  /** Name of the hypothesised mass that it reconstructs. */
  readonly mass: string;
  readonly resolution: MassResolution;
}

/** Counts in windows around each hypothesis, and what is known of the background there. */
export interface WindowScanInput {
  /** The hypothesised masses by name, one entry per hypothesis; one mass ascending, or two from `massPairs`. */
  readonly masses: Readonly<Record<string, ArrayLike<number>>>;
  /** The grid of a scan in two masses, for the look-elsewhere effect. */
  readonly pairs?: MassPairs;
  /** The window in each reconstructed coordinate. */
  readonly coordinates: readonly WindowCoordinate[];
  /** Half-width of the windows in standard deviations; default 1.5. */
  readonly halfWidth?: number;
  /** Data or pseudo-data; null while blind. */
  readonly observed: Candidates | null;
  /** Simulated background with weights to the data's size. */
  readonly background: Candidates;
  /** Relative error of the background's normalisation, common to all windows. */
  readonly relativeError?: number;
  /** Fraction of the signal in each window; the Gaussian fraction, one factor per coordinate, when left out. */
  readonly efficiency?: ArrayLike<number>;
  readonly ses?: ArrayLike<number>;
  readonly sesErrors?: ArrayLike<number>;
  readonly level?: number;
  readonly lookElsewhere?: LookElsewhere;
}

/** Limits and p-values of all hypotheses of a scan; plain JSON. */
/**
 * A scan of counting windows around each hypothesis, in one or two masses and any number of reconstructed coordinates
 * (several readings of one event count once). The background of a window is the sum of simulated weights in it, its
 * error their statistical one and the common relative one; where no simulated event falls, the error is that of one
 * event of mean weight. Limits are exact CLs, p-values Poisson ones averaged over the background error.
 * Throws InvalidInput for columns that do not match, unknown masses, negative weights, or toys of two masses without
 * `pairs`.
 */
export function windowScan(input: WindowScanInput): PeakScan {
  return finishScan(prepare(input), input.lookElsewhere ?? null);
}

/** Toys `first` … `first + toys − 1` of a window scan: parts are joined by `joinScanToys` and given as `made`. */
export function windowScanToys(input: WindowScanInput, part: ToyPart): ScanToys {
  return toysOf(prepare({ ...input, lookElsewhere: part }), part);
}

function prepare(input: WindowScanInput): PreparedScan {
  const { masses, pairs, coordinates, halfWidth = 1.5, relativeError = 0, level = 0.9, lookElsewhere } = input;
  const names = Object.keys(masses);
  if (names.length === 0 || coordinates.length === 0) throw new InvalidInput('masses', 'at least one is needed');
  if (!(relativeError >= 0) || !Number.isFinite(relativeError)) {
    throw new InvalidInput('relativeError', `${relativeError} is not a number ≥ 0`);
  }
  const hypotheses = masses[names[0]].length;
  if (hypotheses === 0) throw new InvalidInput('masses', 'there are no hypotheses');
  const centres = coordinates.map(({ mass }, c) => {
    const column = masses[mass];
    if (column === undefined) throw new InvalidInput(`coordinates[${c}]`, `'${mass}' is not one of ${names}`);
    if (column.length !== hypotheses) throw new InvalidInput(`masses.${mass}`, `has not ${hypotheses} entries`);
    return Float64Array.from(column);
  });
  if (names.length === 1 && lookElsewhere !== undefined && !isAscending(masses[names[0]])) {
    throw new InvalidInput(`masses.${names[0]}`, 'must ascend for the look-elsewhere effect');
  }
  const kept = windowEfficiency(halfWidth);
  const windows: Windows = {
    hypotheses,
    centres,
    halfWidths: coordinates.map(({ resolution }, c) => centres[c].map((mass) => halfWidth * resolution(mass))),
  };
  const simulated = windowMembership(windows, checkCandidates(input.background, coordinates.length, 'background'));
  const { sum, squares } = windowSums(simulated);
  const typical = meanWeight(simulated.weights);
  const errors = sum.map((value, h) => {
    const common = relativeError * value;
    return value > 0 ? Math.sqrt(squares[h] + common * common) : typical;
  });
  let gaussian = 1;
  for (let c = 0; c < coordinates.length; c++) gaussian *= kept;
  const observed =
    input.observed === null
      ? null
      : windowSums(windowMembership(windows, checkCandidates(input.observed, coordinates.length, 'observed'))).sum;
  const { hypotheses: rows, pValues } = countingScan({
    masses,
    observed,
    background: sum,
    backgroundErrors: errors,
    efficiency: input.efficiency ?? new Float64Array(hypotheses).fill(gaussian),
    level,
    ...(input.ses === undefined ? {} : { ses: input.ses }),
    ...(input.sesErrors === undefined ? {} : { sesErrors: input.sesErrors }),
  });
  const notes: string[] = [];
  const empty = sum.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  if (empty > 0) {
    notes.push(`${empty} of ${hypotheses} windows hold no simulated background; its error there is that of one event.`);
  }
  if (names.length > 1 && pairs === undefined && lookElsewhere !== undefined) {
    throw new InvalidInput('pairs', 'the grid of a scan in two masses is needed for toys');
  }
  const quantity = input.ses === undefined ? 'signalEvents' : 'branchingRatio';
  const toy = (): ScanToy => windowToy(simulated, relativeError, pValues);
  const grid = pairs === undefined ? {} : { pairs };
  return { method: 'window', level, quantity, hypotheses: rows, notes, ...grid, standardToys: 1000, toy };
}

/** Σw²/Σw: the weight of a typical event; 0 for none. */
function meanWeight(weights: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return sum > 0 ? squares / sum : 0;
}

function isAscending(column: ArrayLike<number>): boolean {
  for (let h = 1; h < column.length; h++) if (!(column[h] > column[h - 1])) return false;
  return true;
}
