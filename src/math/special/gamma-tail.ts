import { exp, log } from '../elementary.ts';
import { halfDevianceApart } from './deviance.ts';
import { requireDomain } from './domain.ts';
import { erfcScaled } from './error-function.ts';

const TWO_PI = 2 * Math.PI;
const TERMS = 28;
/** Coefficients 0…3 of Stirling's series of Γ (DLMF 5.11.4). */
const STIRLING = [1, 1 / 12, 1 / 288, -139 / 51840];

/** Rows k = 0…3 of Taylor coefficients of cₖ(η), by the recursions of DLMF 8.12.11 and 8.12.12. */
const COEFFICIENTS: readonly Float64Array[] = coefficients();

function coefficients(): Float64Array[] {
  const order = TERMS + 2 * STIRLING.length;
  const alpha = new Float64Array(order + 3);
  alpha[1] = 1;
  for (let n = 2; n < alpha.length; n++) {
    let sum = alpha[n - 1];
    for (let j = 2; j < n; j++) sum -= j * alpha[j] * alpha[n - j + 1];
    alpha[n] = sum / (n + 1);
  }
  const first = Float64Array.from({ length: order }, (_, n) => (n === 0 ? -1 / 3 : (n + 2) * alpha[n + 2]));
  const rows = [first];
  for (let k = 1; k < STIRLING.length; k++) {
    const before = rows[k - 1];
    const sign = k % 2 === 0 ? 1 : -1;
    rows.push(
      Float64Array.from({ length: order - 2 * k }, (_, n) => sign * STIRLING[k] * first[n] + (n + 2) * before[n + 2]),
    );
  }
  return rows.map((row) => row.subarray(0, TERMS));
}

/** Half the deviance D = ½ a η² of x from the shape a, and what e^D times the smaller tail is. */
function scaledTail(a: number, x: number): { readonly deviance: number; readonly scaled: number } {
  const deviance = halfDevianceApart(a, x, a - x);
  const outside = x >= a ? 1 : -1;
  const eta = outside * Math.sqrt((2 * deviance) / a);
  const terms = Math.abs(eta) < 0.05 ? 9 : Math.abs(eta) < 0.25 ? 14 : TERMS;
  let sum = 0;
  for (let k = a < 1e6 ? 3 : 2; k >= 0; k--) {
    const row = COEFFICIENTS[k];
    let c = 0;
    for (let n = terms - 1; n >= 0; n--) c = c * eta + row[n];
    sum = sum / a + c;
  }
  return { deviance, scaled: 0.5 * erfcScaled(Math.sqrt(deviance)) + (outside * sum) / Math.sqrt(TWO_PI * a) };
}

/** True where the uniform expansion of `gammaTail` holds to rounding: a ≥ 1000 and x from 0.35 a to 2.3 a. */
export const isTailUniform = (a: number, x: number): boolean => a >= 1000 && x > 0.35 * a && x < 2.3 * a;

function requireUniform(name: string, a: number, x: number): void {
  if (!isTailUniform(a, x)) requireDomain(false, name, 'a ≥ 1000 and 0.35 a < x < 2.3 a', `a = ${a}, x = ${x}`);
}

/**
 * The smaller tail of the gamma distribution of large shape: P(a, x) for x < a, Q(a, x) for x ≥ a, by Temme's uniform
 * asymptotic expansion (SIAM J. Math. Anal. 10 (1979) 757; DLMF 8.12), whose cost does not grow with a. RangeError
 * outside of `isTailUniform`.
 */
export function gammaTail(a: number, x: number): number {
  requireUniform('gammaTail', a, x);
  const { deviance, scaled } = scaledTail(a, x);
  return exp(-deviance) * scaled;
}

/** The logarithm of `gammaTail`, finite however small the tail is. RangeError outside of `isTailUniform`. */
export function logGammaTail(a: number, x: number): number {
  requireUniform('logGammaTail', a, x);
  const { deviance, scaled } = scaledTail(a, x);
  return log(scaled) - deviance;
}
