import { cos } from './elementary.ts';

const POINTS = 14;
const DEEPEST = 24;

/** cos(π (k + ½)/N) and cos(π j (k + ½)/N), for the nodes and their transform. */
const nodes = Float64Array.from({ length: POINTS }, (_, k) => cos((Math.PI * (k + 0.5)) / POINTS));
const transform = Float64Array.from({ length: POINTS * POINTS }, (_, i) => {
  const j = Math.floor(i / POINTS);
  return cos((Math.PI * j * ((i % POINTS) + 0.5)) / POINTS);
});

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly depth: number;
  /** Null once the piece has been halved, undefined before it was looked at. */
  coefficients: Float64Array | null | undefined;
  halves: readonly [Piece, Piece] | null;
}

/**
 * A smooth but costly function on [low, high], replaced by Chebyshev polynomials on pieces that are halved until their
 * last coefficients are below `tolerance`. Only the pieces that are asked for are made.
 */
export class PiecewiseChebyshev {
  readonly #f: (x: number) => number;
  readonly #tolerance: number;
  readonly #whole: Piece;

  constructor(f: (x: number) => number, low: number, high: number, tolerance: number) {
    if (!(low < high) || !(tolerance > 0))
      throw new RangeError('PiecewiseChebyshev: needs low < high and tolerance > 0');
    this.#f = f;
    this.#tolerance = tolerance;
    this.#whole = { low, high, depth: 0, coefficients: undefined, halves: null };
  }

  /** The function at x within the tolerance. RangeError outside [low, high]. */
  at(x: number): number {
    let piece = this.#whole;
    if (!(x >= piece.low && x <= piece.high)) throw new RangeError(`PiecewiseChebyshev: ${x} is out of range`);
    for (;;) {
      if (piece.coefficients === undefined) this.#look(piece);
      if (piece.coefficients)
        return clenshaw(piece.coefficients, (2 * x - piece.low - piece.high) / (piece.high - piece.low));
      const [left, right] = piece.halves!;
      piece = x <= left.high ? left : right;
    }
  }

  #look(piece: Piece): void {
    const { low, high, depth } = piece;
    const [middle, half] = [0.5 * (low + high), 0.5 * (high - low)];
    const values = nodes.map((t) => this.#f(middle + half * t));
    const coefficients = new Float64Array(POINTS);
    for (let j = 0; j < POINTS; j++) {
      let sum = 0;
      for (let k = 0; k < POINTS; k++) sum += values[k] * transform[j * POINTS + k];
      coefficients[j] = (sum * (j === 0 ? 1 : 2)) / POINTS;
    }
    const left =
      Math.abs(coefficients[POINTS - 1]) + Math.abs(coefficients[POINTS - 2]) + Math.abs(coefficients[POINTS - 3]);
    if (left <= this.#tolerance || depth >= DEEPEST || !(middle > low && middle < high)) {
      piece.coefficients = coefficients;
      return;
    }
    piece.coefficients = null;
    const part = (a: number, b: number): Piece => ({
      low: a,
      high: b,
      depth: depth + 1,
      coefficients: undefined,
      halves: null,
    });
    piece.halves = [part(low, middle), part(middle, high)];
  }
}

function clenshaw(coefficients: Float64Array, t: number): number {
  let [b1, b2] = [0, 0];
  for (let j = coefficients.length - 1; j >= 1; j--) {
    const b0 = 2 * t * b1 - b2 + coefficients[j];
    b2 = b1;
    b1 = b0;
  }
  return t * b1 - b2 + coefficients[0];
}
