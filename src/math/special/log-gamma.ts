import { log, log1p } from '../elementary.ts';
import { requireDomain } from './domain.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_MINUS_EULER = 0.42278433509846713;

/** (−1)^k (ζ(k) − 1)/k for k = 2…31: the Taylor series of ln Γ(2 + z) beyond its linear term [computed, mpmath]. */
const ZETA_SERIES = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 0.00009945751278180853,
  -0.00004492623673813314, 0.00002050721277567069, -0.000009439488275268397, 0.000004374866789907488,
  -0.000002039215753801366, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7,
  4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9,
  -1.1921401405860912e-9, 5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
  3.1044247747322276e-11, -1.5021384080754142e-11,
];

/** ln Γ(2 + z) for |z| ≤ 1/2, exact to rounding at its zero z = 0. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_SERIES.length - 1; k >= 0; k--) sum = sum * z + ZETA_SERIES[k];
  return z * (ONE_MINUS_EULER + z * sum);
}

/** The remainder of Stirling's formula, ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x ≥ 10 (Bernoulli series). */
function stirlingSeries(x: number): number {
  const q = 1 / (x * x);
  return (
    (1 / 12 -
      q *
        (1 / 360 -
          q *
            (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - q * (691 / 360360 - q * (1 / 156 - (q * 3617) / 122400))))))) /
    x
  );
}

/**
 * ln Γ(x) for x > 0, to about 1e-15 relative (also next to its zeros at 1 and 2). +∞ for x = +∞. RangeError for
 * x ≤ 0 or NaN.
 */
export function logGamma(x: number): number {
  requireDomain(x > 0, 'logGamma', 'x > 0', x);
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 0.5) return logGammaNearTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  if (x <= 2.5) return logGammaNearTwo(x - 2);
  if (x < 10) {
    let product = 1;
    let y = x;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return logGammaNearTwo(y - 2) + log(product);
  }
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
}

/** ln Γ(1 + z) for |z| ≤ 1/2, with relative precision at z = 0. RangeError outside. */
export function logGamma1p(z: number): number {
  requireDomain(Math.abs(z) <= 0.5, 'logGamma1p', '|z| ≤ 1/2', z);
  return logGammaNearTwo(z) - log1p(z);
}

/**
 * What Stirling's formula leaves out: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0, to a few 1e-16 absolute.
 * The prefactors of the Poisson, gamma and binomial probabilities are built on it (Loader 2000, "Fast and accurate
 * computation of binomial probabilities").
 */
export function stirlingError(x: number): number {
  requireDomain(x > 0, 'stirlingError', 'x > 0', x);
  if (x >= 10) return stirlingSeries(x);
  if (x < 1) return logGamma(x + 1) - (x + 0.5) * log(x) + x - HALF_LOG_TWO_PI;
  let sum = 0;
  let y = x;
  while (y < 10) {
    sum += (y + 0.5) * log1p(1 / y) - 1;
    y += 1;
  }
  return sum + stirlingSeries(y);
}
