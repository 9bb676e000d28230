import { exp, log } from '../../math/elementary.ts';
import { logGammaQ } from '../../math/special/index.ts';
import type { AveragingPoints } from './averaging.ts';

/** Up to this count P(N ≤ n) is a polynomial in the signal, made once; below the shorter one for any mean. */
const LONGEST_POLYNOMIAL = 300;
const SHORT_POLYNOMIAL = 24;
/** Means up to here leave the powers of longer polynomials inside the range of a double. */
const LARGEST_MEAN = 600;

/**
 * ln P(N ≤ n) as a function of the expected signal x, for a Poisson count of mean efficiency·x + background averaged
 * over both distributions. Finite however improbable the count. Sums of positive terms only: for moderate n the average
 * over the background is e^(−x) Σ_l x^l/l! P(B ≤ n − l) with B the background count, whose coefficients are found once.
 */
export function logCountCdf(
  n: number,
  background: AveragingPoints,
  efficiency: AveragingPoints,
): (x: number) => number {
  let least = Number.POSITIVE_INFINITY;
  let largestEfficiency = 0;
  for (const value of background.values) least = Math.min(least, value);
  for (const value of efficiency.values) largestEfficiency = Math.max(largestEfficiency, value);
  const summed = summedCdf(n, background, efficiency);
  if (n <= SHORT_POLYNOMIAL) return polynomialCdf(n, least, background, efficiency);
  if (n > LONGEST_POLYNOMIAL || least > LARGEST_MEAN) return summed;
  const polynomial = polynomialCdf(n, least, background, efficiency);
  return (x) => (x * largestEfficiency <= LARGEST_MEAN ? polynomial(x) : summed(x));
}

function polynomialCdf(
  n: number,
  least: number,
  background: AveragingPoints,
  efficiency: AveragingPoints,
): (x: number) => number {
  const { values: b, weights: wb } = background;
  const { values: e, weights: we } = efficiency;
  let leastEfficiency = Number.POSITIVE_INFINITY;
  for (const value of e) leastEfficiency = Math.min(leastEfficiency, value);
  // P(B ≤ m) e^least
  const cumulative = new Float64Array(n + 1);
  for (let j = 0; j < b.length; j++) {
    let term = wb[j] * exp(least - b[j]);
    for (let m = 0; m <= n; m++) {
      cumulative[m] += term;
      term *= b[j] / (m + 1);
    }
  }
  for (let m = 1; m <= n; m++) cumulative[m] += cumulative[m - 1];
  return (x) => {
    const shift = leastEfficiency * x;
    let sum = 0;
    for (let k = 0; k < e.length; k++) {
      const y = e[k] * x;
      let value = cumulative[0];
      for (let l = n; l >= 1; l--) value = value * (y / l) + cumulative[n - l + 1];
      sum += we[k] * exp(shift - y) * value;
    }
    return log(sum) - shift - least;
  };
}

function summedCdf(n: number, background: AveragingPoints, efficiency: AveragingPoints): (x: number) => number {
  const { values: b, weights: wb } = background;
  const { values: e, weights: we } = efficiency;
  const logs = new Float64Array(b.length * e.length);
  return (x) => {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < e.length; k++) {
      for (let j = 0; j < b.length; j++) {
        const mean = e[k] * x + b[j];
        const value = mean === 0 ? 0 : logGammaQ(n + 1, mean);
        logs[k * b.length + j] = value;
        if (value > largest) largest = value;
      }
    }
    let sum = 0;
    for (let k = 0; k < e.length; k++) {
      let inner = 0;
      for (let j = 0; j < b.length; j++) inner += wb[j] * exp(logs[k * b.length + j] - largest);
      sum += we[k] * inner;
    }
    return log(sum) + largest;
  };
}
