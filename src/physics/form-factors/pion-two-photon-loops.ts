import { asin, log } from '../../math/elementary.ts';

/**
 * Loop functions of K → πγγ over x = z/r² (0 < x), both analytic through the two-pion threshold x = 4:
 * F = 1 − (4/x) arcsin²(√x/2) and R = −1/6 + 2/x − (2/x)√(4/x − 1) arcsin(√x/2) below,
 * F = 1 + (ℓ + iπ)²/x and R = −1/6 + 2/x + (β/x)(ℓ + iπ) above, β = √(1 − 4/x), ℓ = ln((1 − β)/(1 + β)).
 * Writes Re F, Im F, Re R, Im R into `out`; series below 0.02.
 * Sources: G. Ecker, A. Pich, E. de Rafael, Nucl. Phys. B 303 (1988) 665; G. D'Ambrosio, J. Portoles, hep-ph/9606213.
 */
export function twoPhotonLoops(x: number, out: Float64Array): void {
  out[1] = 0;
  out[3] = 0;
  if (x < 0.02) {
    out[0] = -x * (1 / 12 + x * (1 / 90 + x * (1 / 560 + x / 3150)));
    out[2] = x * (1 / 60 + x * (1 / 420 + x * (1 / 2520 + x / 13860)));
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
