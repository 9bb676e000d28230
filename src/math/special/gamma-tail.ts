import { exp } from '../elementary.ts';
import { gaussLegendre } from '../quadrature.ts';
import { halfDevianceApart } from './deviance.ts';
import { requireDomain } from './domain.ts';
import { stirlingError } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;

/**
 * The smaller tail of the gamma distribution of large shape a > 100: P(a, x) for x < a, Q(a, x) for x ≥ a. The
 * density t^(a−1) e^(−t)/Γ(a) is integrated outwards from x by Gauss–Legendre panels whose width follows its decay.
 */
export function gammaTail(a: number, x: number): number {
  requireDomain(a > 100, 'gammaTail', 'a > 100', a);
  const { nodes, weights } = gaussLegendre(16);
  const outward = x < a ? -1 : 1;
  const width = Math.sqrt(a);
  const scale = exp(-stirlingError(a)) / Math.sqrt(TWO_PI / a);
  let sum = 0;
  // Everything is measured from the shape a: differences of large numbers would cost digits.
  let from = x - a;
  for (let panel = 0; panel < 60; panel++) {
    // The logarithmic slope of the density, in units of its Gaussian width, tells how fast the tail falls from here.
    const slope = (Math.abs(from) / (a + from)) * width;
    const length = (width * 2) / Math.max(1, slope * 0.5);
    const to = Math.max(-a, from + outward * length);
    const half = 0.5 * (to - from);
    const middle = 0.5 * (to + from);
    let part = 0;
    for (let i = 0; i < nodes.length; i++) {
      const d = middle + half * nodes[i];
      part += (weights[i] * exp(-halfDevianceApart(a, a + d, -d))) / (a + d);
    }
    part *= Math.abs(half);
    sum += part;
    if (part < 1e-17 * sum || to === -a) break;
    from = to;
  }
  return scale * sum;
}
