import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { Histogram1D } from '../histograms/histogram-1d.ts';
import type { CheckedPeakScan } from './checked-peak-scan.ts';
import type { MassResolution } from './mass-resolution.ts';
import {
  finishScan,
  type LookElsewhere,
  type PeakScan,
  type PreparedScan,
  type ToyPart,
  toysOf,
} from './prepared-scan.ts';
import type { ScanToys } from './scan-toys.ts';
import { shapeScan } from './shape-scan.ts';
import type { SidebandOptions } from './sideband-background.ts';
import { SortedMasses } from './sorted-masses.ts';
import { windowPeakScan } from './window-peak-scan.ts';

/** Simulated background: masses with weights to the data's size, or a histogram; smooth in the shape method. */
export interface SimulatedBackground {
  readonly kind: 'simulation';
  readonly masses: ArrayLike<number> | Histogram1D;
  readonly weights?: ArrayLike<number>;
  /** Relative error of the normalisation, common to all hypotheses. */
  readonly relativeError?: number;
}

/** Background from the data themselves: a polynomial through the sidebands, or fitted with the peak (shape method). */
export interface SidebandBackground extends SidebandOptions {
  readonly kind: 'sidebands';
}

/** A spectrum, the masses to test and what is known of signal and background. */
export interface PeakScanInput {
  /** Hypothesised masses, strictly ascending. */
  readonly masses: ArrayLike<number>;
  /** What the mass is called in the result; default 'mass'. */
  readonly name?: string;
  readonly resolution: MassResolution;
  /** Reconstructed masses of data or pseudo-data, or their histogram in bins much finer than σ; null while blind. */
  readonly observed: ArrayLike<number> | Histogram1D | null;
  readonly background: SimulatedBackground | SidebandBackground;
  /**
   * `window` (default): counts in |m − m₀| < kσ, exact CLs. `shape`: binned likelihood of a Gaussian peak,
   * asymptotic CLs, for ten events under the peak or more.
   */
  readonly method?: 'window' | 'shape';
  /** k of the window method; default 1.5. */
  readonly halfWidth?: number;
  /** The range of masses that was reconstructed; from the first to the last mass with 12σ beyond when left out. */
  readonly range?: readonly [low: number, high: number];
  /** Fraction of the signal in each window, from simulation; the Gaussian fraction when left out (window method). */
  readonly efficiency?: ArrayLike<number>;
  /** Branching fraction per signal event, for all masses or one for each; limits are in signal events without. */
  readonly ses?: number | ArrayLike<number>;
  /** Its relative error. */
  readonly sesError?: number | ArrayLike<number>;
  /** Confidence level; default 0.9. */
  readonly level?: number;
  /** Toys for the global p-value; left out, none are made. */
  readonly lookElsewhere?: LookElsewhere;
}

/**
 * Scans mass hypotheses for a narrow peak: per hypothesis the CLs limit, its expected band and the local p-value, and
 * for the largest excess the global p-value by toys and by up-crossings. One pass over sorted columns serves all
 * hypotheses. Throws InvalidInput for masses out of order, a blind scan with sidebands (they are data), or columns
 * that do not fit. Sources: Read, J. Phys. G 28 (2002) 2693; Gross and Vitells, Eur. Phys. J. C 70 (2010) 525.
 */
export function peakScan(input: PeakScanInput): PeakScan {
  return finishScan(prepare(input), input.lookElsewhere ?? null);
}

/** Toys `first` … `first + toys − 1` of a peak scan: parts are joined by `joinScanToys` and given as `made`. */
export function peakScanToys(input: PeakScanInput, part: ToyPart): ScanToys {
  return toysOf(prepare(input), part);
}

function prepare(input: PeakScanInput): PreparedScan {
  const method = input.method ?? 'window';
  if (method !== 'window' && method !== 'shape') throw unknownName('method', 'method', method, ['window', 'shape']);
  const checked = checkPeakScan(input);
  return method === 'window' ? windowPeakScan(checked) : shapeScan(checked);
}

function checkPeakScan(input: PeakScanInput): CheckedPeakScan {
  const masses = Float64Array.from(input.masses);
  if (masses.length === 0) throw new InvalidInput('masses', 'there are no hypotheses');
  for (let h = 0; h < masses.length; h++) {
    if (!Number.isFinite(masses[h]) || (h > 0 && !(masses[h] > masses[h - 1]))) {
      throw new InvalidInput(`masses[${h}]`, `${masses[h]} does not stand in ascending order`);
    }
  }
  const sigmas = masses.map(input.resolution);
  const bad = sigmas.findIndex((sigma) => !(sigma > 0) || !Number.isFinite(sigma));
  if (bad >= 0) throw new InvalidInput('resolution', `gives ${sigmas[bad]} at mass ${masses[bad]}`);
  const column = (given: number | ArrayLike<number> | undefined, name: string): Float64Array | null => {
    if (given === undefined) return null;
    const out = typeof given === 'number' ? new Float64Array(masses.length).fill(given) : Float64Array.from(given);
    if (out.length !== masses.length) {
      throw new InvalidInput(name, `${out.length} entries do not match ${masses.length} hypotheses`);
    }
    const wrong = out.findIndex((value) => !(value >= 0) || !Number.isFinite(value));
    if (wrong >= 0) throw new InvalidInput(`${name}[${wrong}]`, `${out[wrong]} is not a number ≥ 0`);
    return out;
  };
  const { background, level = 0.9, halfWidth = 1.5 } = input;
  if (!(level > 0 && level < 1)) throw new InvalidInput('level', `${level} is not between 0 and 1`);
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) throw new InvalidInput('halfWidth', `${halfWidth} is not > 0`);
  if (background.kind !== 'simulation' && background.kind !== 'sidebands') {
    throw unknownName('background.kind', 'background', (background as { kind: string }).kind, [
      'simulation',
      'sidebands',
    ]);
  }
  if (background.kind === 'sidebands' && input.observed === null) {
    throw new InvalidInput('background', 'sidebands are data, which a blind scan has not; give a simulated background');
  }
  const relativeError = background.kind === 'simulation' ? (background.relativeError ?? 0) : 0;
  if (!(relativeError >= 0) || !Number.isFinite(relativeError)) {
    throw new InvalidInput('background.relativeError', `${relativeError} is not a number ≥ 0`);
  }
  const last = masses.length - 1;
  const range = input.range ?? [masses[0] - 12 * sigmas[0], masses[last] + 12 * sigmas[last]];
  if (!(range[0] < masses[0] && range[1] > masses[last]) || !Number.isFinite(range[1] - range[0])) {
    throw new InvalidInput('range', `[${range}] does not hold all masses, ${masses[0]} to ${masses[last]}`);
  }
  return {
    masses,
    sigmas,
    name: input.name ?? 'mass',
    observed: input.observed === null ? null : new SortedMasses(input.observed, undefined, 'observed'),
    simulated:
      background.kind === 'simulation' ? new SortedMasses(background.masses, background.weights, 'background') : null,
    relativeError,
    sidebands: checkSidebands(background.kind === 'sidebands' ? background : {}, halfWidth),
    halfWidth,
    range,
    efficiency: column(input.efficiency, 'efficiency'),
    ses: column(input.ses, 'ses'),
    sesErrors: column(input.sesError, 'sesError'),
    level,
  };
}

function checkSidebands(options: SidebandOptions, halfWidth: number): Required<SidebandOptions> {
  const { degree = 2, reach = 12 } = options;
  const gap = options.gap ?? Math.max(3, halfWidth);
  if (![0, 1, 2, 3].includes(degree)) throw new InvalidInput('background.degree', `${degree} is not 0, 1, 2 or 3`);
  if (!(gap >= halfWidth && reach > gap) || !Number.isFinite(reach)) {
    throw new InvalidInput('background', `the sidebands from ${gap}σ to ${reach}σ do not lie outside ${halfWidth}σ`);
  }
  return { degree, reach, gap };
}
