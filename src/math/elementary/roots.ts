import { highIndex, numberView, productError, wordView } from './binary64.ts';

/** Cube root within 0.7 ulp, exact where the root is representable; keeps −0, ±∞ and NaN. */
export function cbrt(x: number): number {
  if (x === 0 || !(Math.abs(x) < Number.POSITIVE_INFINITY)) return x;
  let size = Math.abs(x);
  let unscale = 1;
  if (size < 1e-290) {
    size *= 2 ** 162;
    unscale = 2 ** -54;
  } else if (size > 1e290) {
    size *= 2 ** -162;
    unscale = 2 ** 54;
  }
  // A third of the exponent, and of the mantissa along with it, is the root within 6 %.
  numberView[0] = size;
  wordView[highIndex] = Math.floor(wordView[highIndex] / 3) + 715094163;
  let root = numberView[0];
  for (let i = 0; i < 3; i++) {
    const cube = root * root * root;
    root *= (cube + 2 * size) / (2 * cube + size);
  }
  const square = root * root;
  const squareLow = productError(root, root, square);
  const cube = square * root;
  const residual = size - cube - (productError(square, root, cube) + squareLow * root);
  root += residual / (3 * square);
  return x < 0 ? -root * unscale : root * unscale;
}

/** √(x² + y² + z²) within 2 ulp, without overflow or underflow on the way; ∞ if any is ±∞, else NaN if any is NaN. */
export function hypot(x: number, y: number, z = 0): number {
  const largest = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
  if (largest > 1e150 || largest < 1e-140 || Number.isNaN(largest)) return hypotOfExtremes(x, y, z, largest);
  return Math.sqrt(x * x + y * y + z * z);
}

function hypotOfExtremes(x: number, y: number, z: number, largest: number): number {
  for (const side of [x, y, z]) if (Math.abs(side) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (!(largest > 0)) return largest;
  const scale = largest > 1 ? 2 ** -600 : 2 ** 600;
  const a = x * scale;
  const b = y * scale;
  const c = z * scale;
  return Math.sqrt(a * a + b * b + c * c) / scale;
}
