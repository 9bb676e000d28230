import { exp, expm1, log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { KinematicGrid } from './kinematic-grid.ts';

/**
 * Bins of s = (z − z₀)/p_z, which is proper decay length over mass (m/GeV): 64 per factor of two, of equal width between
 * powers of two, so that a bin is read off the bits of s.
 */
export interface DepthAxis {
  /** Upper half of the bits of s, without the last 14, of the first bin. */
  readonly first: number;
  readonly bins: number;
}

const PER_OCTAVE = 64;
const bits = new Float64Array(1);
const halves = new Int32Array(bits.buffer);
/** Which half of a double is the upper one on this machine. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

const label = (s: number): number => {
  bits[0] = s;
  return halves[UPPER] >> 14;
};

/** Middle of a bin. */
export function depthOfBin({ first }: DepthAxis, bin: number): number {
  const n = first + bin;
  const octave = Math.floor(n / PER_OCTAVE);
  let power = 1;
  for (let k = octave - 1023; k > 0; k--) power *= 2;
  for (let k = octave - 1023; k < 0; k++) power *= 0.5;
  return power * (1 + (n - octave * PER_OCTAVE + 0.5) / PER_OCTAVE);
}

/** Bins that hold all decay points between `near` and `far` metres from production and momenta from `pMin` to `pMax`. */
export function depthAxis(near: number, far: number, pMin: number, pMax: number): DepthAxis {
  const first = label(near / pMax) - 1;
  return { first, bins: label(far / pMin) + 2 - first };
}

/**
 * Ends of accepted decay intervals, by node of a kinematic grid and by s: +weight where an interval begins and −weight
 * where it ends. For a lifetime cτ the accepted decays are Σ ±w exp(−s m/cτ), so that one histogram serves all lifetimes;
 * its size does not grow with events.
 */
export class DepthHistogram {
  readonly axis: DepthAxis;
  readonly grid: KinematicGrid;
  private readonly values: Float64Array;
  private readonly firstBin: Int32Array;
  private readonly lastBin: Int32Array;
  private node = 0;
  private w00 = 0;
  private w01 = 0;
  private w10 = 0;
  private w11 = 0;

  constructor(grid: KinematicGrid, axis: DepthAxis) {
    this.grid = grid;
    this.axis = axis;
    const nodes = grid.momenta * grid.angles;
    this.values = new Float64Array(nodes * axis.bins);
    this.firstBin = new Int32Array(nodes);
    this.lastBin = new Int32Array(nodes);
    this.clear();
  }

  clear(): void {
    this.values.fill(0);
    this.firstBin.fill(this.axis.bins);
    this.lastBin.fill(-1);
  }

  /** Goes to the event with this ln p and θ. */
  at(logMomentum: number, theta: number): void {
    const { grid } = this;
    const u = (logMomentum - grid.logMomentumMin) / grid.logMomentumStep;
    const v = theta / grid.angleStep;
    const i = Math.min(Math.max(Math.floor(u), 0), grid.momenta - 2);
    const j = Math.min(Math.max(Math.floor(v), 0), grid.angles - 2);
    const a = u - i;
    const b = v - j;
    this.node = i * grid.angles + j;
    this.w00 = (1 - a) * (1 - b);
    this.w01 = (1 - a) * b;
    this.w10 = a * (1 - b);
    this.w11 = a * b;
  }

  /** Adds an accepted interval of s for the event gone to. */
  add(from: number, to: number, weight: number): void {
    this.edge(from, weight);
    this.edge(to, -weight);
  }

  private edge(s: number, weight: number): void {
    const { axis, node } = this;
    bits[0] = s;
    const bin = (halves[UPPER] >> 14) - axis.first;
    if (!(bin >= 0 && bin < axis.bins)) throw new InvalidInput('decay point', `s = ${s} lies outside the histogram`);
    const angles = this.grid.angles;
    this.deposit(node, bin, weight * this.w00);
    this.deposit(node + 1, bin, weight * this.w01);
    this.deposit(node + angles, bin, weight * this.w10);
    this.deposit(node + angles + 1, bin, weight * this.w11);
  }

  private deposit(node: number, bin: number, weight: number): void {
    this.values[node * this.axis.bins + bin] += weight;
    if (bin < this.firstBin[node]) this.firstBin[node] = bin;
    if (bin > this.lastBin[node]) this.lastBin[node] = bin;
  }

  /** out[bin] = Σ_nodes density[node] · value[node, bin]: the edges for one production spectrum on the grid's nodes. */
  project(density: Float64Array, out: Float64Array): void {
    out.fill(0);
    const { values, firstBin, lastBin } = this;
    const bins = this.axis.bins;
    for (let node = 0; node < density.length; node++) {
      const d = density[node];
      if (d === 0) continue;
      const row = node * bins;
      const last = lastBin[node];
      for (let bin = firstBin[node]; bin <= last; bin++) out[bin] += d * values[row + bin];
    }
  }
}

/** Logarithmic grid of y = cτ/m (m/GeV) on which yields are kept. */
export interface LifetimeGrid {
  readonly logMin: number;
  readonly step: number;
  readonly count: number;
}

/** Lifetimes from where 10⁻¹⁹ of the hardest particles survive to where decays are flat in z to 10⁻⁴. */
export function lifetimeGrid(axis: DepthAxis): LifetimeGrid {
  const logMin = log(depthOfBin(axis, 0) / 45);
  const logMax = log(depthOfBin(axis, axis.bins - 1) * 1e4);
  const step = 0.14;
  return { logMin, step, count: Math.ceil((logMax - logMin) / step) + 1 };
}

/**
 * Turns edges into accepted decays at every lifetime of a grid: out[j] = Σ_bins edges[bin] exp(−s_bin/y_j), never negative.
 * The exponentials are tabulated once per axis.
 */
export class LifetimeTransform {
  readonly grid: LifetimeGrid;
  private readonly bins: number;
  private readonly table: Float64Array;

  constructor(axis: DepthAxis, grid = lifetimeGrid(axis)) {
    this.grid = grid;
    this.bins = axis.bins;
    this.table = new Float64Array(grid.count * axis.bins);
    for (let j = 0; j < grid.count; j++) {
      const y = exp(grid.logMin + j * grid.step);
      // exp(−s/y) − 1: the edges sum to zero, so the 1 does not matter, and long lifetimes keep their digits.
      for (let bin = 0; bin < axis.bins; bin++) this.table[j * axis.bins + bin] = expm1(-depthOfBin(axis, bin) / y);
    }
  }

  apply(edges: Float64Array, out: Float64Array, at = 0): void {
    const { table, bins, grid } = this;
    for (let j = 0; j < grid.count; j++) {
      const row = j * bins;
      let sum = 0;
      for (let bin = 0; bin < bins; bin++) sum += edges[bin] * table[row + bin];
      out[at + j] = Math.max(0, sum);
    }
  }
}
