import { reduceByQuarterTurns, remainder } from './argument-reduction.ts';

const quarterPi = 0.7853981633974483;
const s1 = -0.16666666666666666;
const c1 = 0.041666666666666664;

/** The sine of y + tail for |y| ≤ π/4; coefficients of both kernels from scripts/fixtures/elementary-polynomials.py. */
function sineKernel(y: number, tail: number): number {
  const z = y * y;
  const cube = z * y;
  const rest =
    0.008333333333330948 +
    z *
      (-0.00019841269836756774 +
        z * (2.7557316101617874e-6 + z * (-2.505113165023518e-8 + z * 1.5918115263265974e-10)));
  return y - (z * (0.5 * tail - cube * rest) - tail - cube * s1);
}

function cosineKernel(y: number, tail: number): number {
  const z = y * y;
  const half = 0.5 * z;
  const w = 1 - half;
  const rest =
    c1 +
    z *
      (-0.0013888888888887398 +
        z *
          (2.480158729876456e-5 +
            z * (-2.7557317271145144e-7 + z * (2.087614614655861e-9 + z * -1.1382623647474604e-11))));
  return w + (1 - w - half + (z * z * rest - y * tail));
}

/** Sine of an angle in radians, within 1 ulp for every finite x; keeps −0; ±∞ and NaN give NaN. */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size < quarterPi) return size < 1e-8 ? x : sineKernel(x, 0);
  if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
  const quadrant = reduceByQuarterTurns(x);
  const value =
    (quadrant & 1) === 0 ? sineKernel(remainder[0], remainder[1]) : cosineKernel(remainder[0], remainder[1]);
  return (quadrant & 2) === 0 ? value : -value;
}

/** Cosine of an angle in radians, within 1 ulp for every finite x; ±∞ and NaN give NaN. */
export function cos(x: number): number {
  const size = Math.abs(x);
  if (size < quarterPi) return cosineKernel(x, 0);
  if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
  const quadrant = reduceByQuarterTurns(x);
  const value =
    (quadrant & 1) === 0 ? cosineKernel(remainder[0], remainder[1]) : sineKernel(remainder[0], remainder[1]);
  return ((quadrant + 1) & 2) === 0 ? value : -value;
}

/** Tangent of an angle in radians, within 2 ulp for every finite x; keeps −0; ±∞ and NaN give NaN. */
export function tan(x: number): number {
  const size = Math.abs(x);
  if (size < quarterPi) return size < 1e-8 ? x : sineKernel(x, 0) / cosineKernel(x, 0);
  if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
  const quadrant = reduceByQuarterTurns(x);
  const sine = sineKernel(remainder[0], remainder[1]);
  const cosine = cosineKernel(remainder[0], remainder[1]);
  return (quadrant & 1) === 0 ? sine / cosine : -cosine / sine;
}
