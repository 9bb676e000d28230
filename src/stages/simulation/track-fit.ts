import { exp, log } from '../../math/elementary.ts';
import { scatteringWidth } from '../../physics/passage/index.ts';
import { cholesky, choleskyInverse } from '../../statistics/minimise/cholesky.ts';
import { countOf } from './chamber-hits.ts';

/** Momentum bins of the weights: their number, the first momentum (GeV), the step in ln p. */
const BINS = 120;
const FIRST = 1.5;
const STEP = 0.04;

/** What a spectrometer is to a track fit: planes along z (m), those before the thin magnet first. */
export interface FitPlanes {
  readonly z: readonly number[];
  readonly magnetZ: number;
  /** Error of a point, per coordinate (m), and thickness of a chamber in radiation lengths. */
  readonly positionError: number;
  readonly thickness: number;
}

/** Linear estimates from the points of some chambers at one momentum. */
interface Weights {
  /** Rows: value at the magnet, slope before it, slope behind it; a column per chamber. */
  readonly bending: Float64Array;
  /** Rows: value at the magnet, slope. */
  readonly straight: Float64Array;
  /** Quadratic forms that give the χ² of the points. */
  readonly bendingResidual: Float64Array;
  readonly straightResidual: Float64Array;
  /** Standard error of the bend and of the slope before the magnet. */
  readonly bendError: number;
  readonly slopeError: number;
}

/**
 * Fit of a track through chambers and a thin magnet: in x two lines that meet in the magnet, in y one line, by least
 * squares with the errors of the points and the correlated ones of scattering in the chambers. Estimates are linear in
 * the points, so errors of points that are Gaussian shift them by Gaussian numbers independent of the χ²: `fit` is
 * given where the particle truly was, and what it returns is the bias and the non-central χ² of the kinks on its way.
 */
export class TrackFit {
  /** Slopes before the magnet, slope in x behind it, position in the first plane. */
  slopeX = 0;
  slopeY = 0;
  slopeBehind = 0;
  firstX = 0;
  firstY = 0;
  /** χ² of the points without their errors, and the number of constraints that it is for. */
  chiSquare = 0;
  constraints = 0;
  readonly #planes: FitPlanes;
  readonly #known = new Map<number, Weights>();
  readonly #every: number;
  /** The chambers before the magnet. */
  readonly #before: number;

  constructor(planes: FitPlanes) {
    this.#planes = planes;
    this.#every = (1 << planes.z.length) - 1;
    this.#before = planes.z.reduce((set, z, i) => (z < planes.magnetZ ? set | (1 << i) : set), 0);
  }

  /** The set that holds every chamber; bit i is chamber i. */
  get every(): number {
    return this.#every;
  }

  /** Whether the points of the set determine a track: three in all, on both sides of the magnet. */
  determines(set: number): boolean {
    const before = countOf(set & this.#before);
    const behind = countOf(set & ~this.#before);
    return before >= 1 && behind >= 1 && before + behind >= 3;
  }

  /** Fits points x, y of the chambers of `set` with the weights of momentum `p` (GeV). */
  fit(x: Float64Array, y: Float64Array, set: number, p: number): void {
    const { bending, straight, bendingResidual, straightResidual } = this.#weights(set, p);
    const { z, magnetZ } = this.#planes;
    const n = z.length;
    let x0 = 0;
    let y0 = 0;
    let chiSquare = 0;
    this.slopeX = 0;
    this.slopeY = 0;
    this.slopeBehind = 0;
    for (let i = 0; i < n; i++) {
      x0 += bending[i] * x[i];
      this.slopeX += bending[n + i] * x[i];
      this.slopeBehind += bending[2 * n + i] * x[i];
      y0 += straight[i] * y[i];
      this.slopeY += straight[n + i] * y[i];
      for (let j = 0; j < n; j++) {
        chiSquare += x[i] * bendingResidual[i * n + j] * x[j] + y[i] * straightResidual[i * n + j] * y[j];
      }
    }
    const points = countOf(set);
    this.constraints = points - 3 + (points - 2);
    this.chiSquare = Math.max(0, chiSquare);
    this.firstX = x0 + this.slopeX * (z[0] - magnetZ);
    this.firstY = y0 + this.slopeY * (z[0] - magnetZ);
  }

  /** Errors of bend and slope with the chambers of `set`, over those with every chamber. */
  errorsRelativeToAll(set: number, p: number): { readonly bend: number; readonly slope: number } {
    const some = this.#weights(set, p);
    const all = this.#weights(this.#every, p);
    return { bend: some.bendError / all.bendError, slope: some.slopeError / all.slopeError };
  }

  #weights(set: number, p: number): Weights {
    const bin = Math.max(0, Math.min(BINS - 1, Math.round(log(p / FIRST) / STEP)));
    const key = set * BINS + bin;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = weightsOf(this.#planes, set, FIRST * exp(STEP * bin));
    this.#known.set(key, made);
    return made;
  }
}

function weightsOf({ z, magnetZ, positionError, thickness }: FitPlanes, set: number, p: number): Weights {
  const used = z.flatMap((_, i) => ((set & (1 << i)) === 0 ? [] : [i]));
  const angle = scatteringWidth(thickness, p);
  const covariance = (i: number, j: number): number => {
    let sum = i === j ? positionError * positionError : 0;
    for (let k = 0; k < Math.min(i, j); k++) sum += angle * angle * (z[i] - z[k]) * (z[j] - z[k]);
    return sum;
  };
  const points = used.length;
  const inverse = inverted(points, (a, b) => covariance(used[a], used[b]));
  const bendingDesign = used.map((i) => {
    const d = z[i] - magnetZ;
    return d < 0 ? [1, d, 0] : [1, 0, d];
  });
  const straightDesign = used.map((i) => [1, z[i] - magnetZ]);
  const bending = estimates(inverse, bendingDesign);
  const straight = estimates(inverse, straightDesign);
  const spread = (rows: number, matrix: Float64Array): Float64Array => {
    const wide = new Float64Array(rows * z.length);
    for (let r = 0; r < rows; r++)
      for (let a = 0; a < points; a++) wide[r * z.length + used[a]] = matrix[r * points + a];
    return wide;
  };
  const square = (matrix: Float64Array): Float64Array => {
    const wide = new Float64Array(z.length * z.length);
    for (let a = 0; a < points; a++)
      for (let b = 0; b < points; b++) wide[used[a] * z.length + used[b]] = matrix[a * points + b];
    return wide;
  };
  const error = bending.covariance;
  return {
    bending: spread(3, bending.gain),
    straight: spread(2, straight.gain),
    bendingResidual: square(bending.residual),
    straightResidual: square(straight.residual),
    bendError: Math.sqrt(error[4] + error[8] - 2 * error[5]),
    slopeError: Math.sqrt(error[4]),
  };
}

function inverted(n: number, element: (i: number, j: number) => number): Float64Array {
  const matrix = Float64Array.from({ length: n * n }, (_, k) => element(Math.floor(k / n), k % n));
  if (cholesky(matrix, n) >= 0) throw new RangeError('the points do not determine a track');
  const inverse = new Float64Array(n * n);
  choleskyInverse(matrix, n, inverse);
  return inverse;
}

/** Least squares with weight matrix W and design H: (HᵀWH)⁻¹HᵀW, (HᵀWH)⁻¹ and W − WH(HᵀWH)⁻¹HᵀW. */
function estimates(
  weight: Float64Array,
  design: readonly (readonly number[])[],
): { gain: Float64Array; covariance: Float64Array; residual: Float64Array } {
  const n = design.length;
  const m = design[0].length;
  const weighted = new Float64Array(m * n);
  for (let r = 0; r < m; r++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) weighted[r * n + i] += design[j][r] * weight[j * n + i];
  const covariance = inverted(m, (r, s) => design.reduce((sum, row, i) => sum + weighted[r * n + i] * row[s], 0));
  const gain = new Float64Array(m * n);
  for (let r = 0; r < m; r++)
    for (let s = 0; s < m; s++)
      for (let i = 0; i < n; i++) gain[r * n + i] += covariance[r * m + s] * weighted[s * n + i];
  const residual = Float64Array.from(weight);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let r = 0; r < m; r++) residual[i * n + j] -= weighted[r * n + i] * gain[r * n + j];
  return { gain, covariance, residual };
}
