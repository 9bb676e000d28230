import { pow } from '../../../math/elementary.ts';
import type { BackgroundModel } from './background-model.ts';

type Asymmetric = Extract<BackgroundModel, { kind: 'asymmetric' }>;

/**
 * The background at z standard deviations of an asymmetric error value (+up −down), cut off at zero.
 * - `shifted-lognormal`: value + up·down/(up − down)·[(up/down)^z − 1]; meets the three quoted quantiles exactly.
 * - `bifurcated`: value + up·z above, value + down·z below (two half Gaussians of equal weight).
 * - `piecewise-lognormal`: value·(1 + up/value)^z above, value·(1 − down/value)^(−z) below.
 * - `quadratic`: value + ½(up + down) z + ½(up − down) z² (Barlow, physics/0406120); not monotone in the far tail.
 */
export function asymmetricBackground({ value, up, down, form = 'shifted-lognormal' }: Asymmetric, z: number): number {
  let b: number;
  if (form === 'bifurcated') b = value + (z > 0 ? up : down) * z;
  else if (form === 'piecewise-lognormal')
    b = z > 0 ? value * pow(1 + up / value, z) : value * pow(1 - down / value, -z);
  else if (form === 'quadratic') b = value + 0.5 * (up + down) * z + 0.5 * (up - down) * z * z;
  else if (Math.abs(up - down) <= 1e-9 * (up + down)) b = value + up * z;
  else b = value + ((up * down) / (up - down)) * (pow(up / down, z) - 1);
  return Math.max(0, b);
}
