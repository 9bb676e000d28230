import { exp, expm1 } from './exponential.ts';

/** e^x/2 for x up to 710.47, where e^x itself has overflown. */
function halfExponential(x: number): number {
  const root = exp(0.5 * x);
  return 0.5 * root * root;
}

/** Hyperbolic sine, within 2 ulp; keeps −0; ±∞ give ±∞, NaN gives NaN. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-8 || size === Number.POSITIVE_INFINITY) return x;
  let value: number;
  if (size > 22) value = size < 709 ? 0.5 * exp(size) : halfExponential(size);
  else {
    const t = expm1(size);
    value = size < 1 ? 0.5 * (2 * t - (t * t) / (t + 1)) : 0.5 * (t + t / (t + 1));
  }
  return x < 0 ? -value : value;
}

/** Hyperbolic cosine, within 1.5 ulp; ±∞ give ∞, NaN gives NaN. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return size < 709 ? 0.5 * exp(size) : halfExponential(size);
  if (size < 0.34) {
    const t = expm1(size);
    return 1 + (0.5 * t * t) / (1 + t);
  }
  const t = exp(size);
  return 0.5 * t + 0.5 / t;
}

/** Hyperbolic tangent, within 2 ulp; keeps −0; ±∞ give ±1, NaN gives NaN. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-8) return x;
  let value: number;
  if (size > 22) value = 1;
  else if (size < 1) {
    const t = expm1(-2 * size);
    value = -t / (t + 2);
  } else value = 1 - 2 / (expm1(2 * size) + 2);
  return x < 0 ? -value : Number.isNaN(x) ? Number.NaN : value;
}
