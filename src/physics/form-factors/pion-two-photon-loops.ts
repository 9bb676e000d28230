import { asin, log } from '../../math/elementary.ts';

/** −F = Σ 2xⁿ⁻¹/(n² C(2n, n)), n ≥ 2. */
const F_SERIES = [1 / 12, 1 / 90, 1 / 560, 1 / 3150, 1 / 16632, 1 / 84084, 1 / 411840, 1 / 1969110];
const R_SERIES = [1 / 60, 1 / 420, 1 / 2520, 1 / 13860, 1 / 72072, 1 / 360360, 1 / 1750320, 1 / 8314020];

function horner(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k];
  return sum;
}

/**
 * Loop functions of K → πγγ over x = z/r² (0 < x), both analytic through the two-pion threshold x = 4:
 * F = 1 − (4/x) arcsin²(√x/2) and R = −1/6 + 2/x − (2/x)√(4/x − 1) arcsin(√x/2) below,
 * F = 1 + (ℓ + iπ)²/x and R = −1/6 + 2/x + (β/x)(ℓ + iπ) above, β = √(1 − 4/x), ℓ = ln((1 − β)/(1 + β)).
 * Writes Re F, Im F, Re R, Im R into `out`; series below 0.1, where the closed forms cancel.
 * Sources: G. Ecker, A. Pich, E. de Rafael, Nucl. Phys. B 303 (1988) 665; G. D'Ambrosio, J. Portoles, hep-ph/9606213.
 */
export function twoPhotonLoops(x: number, out: Float64Array): void {
  out[1] = 0;
  out[3] = 0;
  if (x < 0.1) {
    out[0] = -x * horner(x, F_SERIES);
    out[2] = x * horner(x, R_SERIES);
  } else if (x <= 4) {
    const angle = asin(Math.sqrt(x) / 2);
    out[0] = 1 - (4 / x) * angle * angle;
    out[2] = -1 / 6 + 2 / x - (2 / x) * Math.sqrt(4 / x - 1) * angle;
  } else {
    const beta = Math.sqrt(1 - 4 / x);
    const l = log((1 - beta) / (1 + beta));
    out[0] = 1 + (l * l - Math.PI * Math.PI) / x;
    out[1] = (2 * Math.PI * l) / x;
    out[2] = -1 / 6 + 2 / x + (beta * l) / x;
    out[3] = (beta * Math.PI) / x;
  }
}
