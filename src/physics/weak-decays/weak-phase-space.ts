import { log } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { kallen } from '../production/kinematics.ts';
import { FERMI_CONSTANT } from '../production/standard-model.ts';

/** G_F² m⁵/192π³, GeV: the width of N → 3ν (all flavours) for U = 1, and the measure of all three-body widths. */
export function weakWidth(mass: number): number {
  const m5 = mass * mass * mass * mass * mass;
  return (FERMI_CONSTANT * FERMI_CONSTANT * m5) / (192 * Math.PI * Math.PI * Math.PI);
}

/** λ^{1/2}(1, x², y²), 0 when x + y ≥ 1. */
export function twoBodyRoot(x: number, y: number): number {
  return x + y >= 1 ? 0 : Math.sqrt(Math.max(0, kallen(1, x * x, y * y)));
}

/**
 * Width of N into three fermions of masses a, b, c by one charged current (V − A, N and a on one line), over `weakWidth`:
 * 12 ∫dx/x (x − c² − b²)(1 + a² − x) √λ(x, c², b²) √λ(1, x, a²) over (b + c)² < x < (1 − a)², masses over that of N.
 * Exactly 0 when a + b + c ≥ 1.
 */
export function chargedCurrent(a: number, b: number, c: number): number {
  if (a + b + c >= 1) return 0;
  const from = (b + c) * (b + c);
  const to = (1 - a) * (1 - a);
  return (
    12 *
    integrateFixed(
      (u) => {
        // Vanishing slope at both ends smooths the square roots.
        const x = from + (to - from) * u * u * (3 - 2 * u);
        const jacobian = (to - from) * 6 * u * (1 - u);
        const inner = Math.sqrt(Math.max(0, kallen(x, c * c, b * b)));
        const outer = Math.sqrt(Math.max(0, kallen(1, x, a * a)));
        return (jacobian / x) * (x - c * c - b * b) * (1 + a * a - x) * inner * outer;
      },
      0,
      1,
      96,
    )
  );
}

/**
 * Width of N → ν f f̄ over `weakWidth`, with couplings left and right of the pair (for a neutral current T₃ − Q s² and
 * −Q s²): (l² + r²) F₁ + 4 l r F₂ of x = m_f/m (arXiv:1805.08567, section 3). 0 when x ≥ ½.
 */
export function pairCurrent(x: number, left: number, right: number): number {
  if (x >= 0.5) return 0;
  const y = x * x;
  const s = Math.sqrt(1 - 4 * y);
  // The usual argument of the logarithm, multiplied out so that nothing cancels.
  const l = log((4 * y * y) / ((1 + s) * (1 - 3 * y + (1 - y) * s)));
  const first = (1 - 14 * y - 2 * y * y - 12 * y * y * y) * s + 12 * y * y * (y * y - 1) * l;
  const second = y * (2 + 10 * y - 12 * y * y) * s + 6 * y * y * (1 - 2 * y + 2 * y * y) * l;
  return Math.max(0, (left * left + right * right) * first + 4 * left * right * second);
}
