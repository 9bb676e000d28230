import type { RingFacts } from '../../../experiments/hermetic.ts';
import { log } from '../../../math/elementary.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import { normalCdf } from '../../../math/special/normal.ts';

/** Radius (m) of the ring of a particle of `mass` and momentum `p` (GeV): √(R² − (mF/p)²); 0 below the threshold. */
export function ringRadius({ fullRadius, focalLength }: RingFacts, mass: number, p: number): number {
  const less = (mass * focalLength.value) / p;
  const square = fullRadius.value * fullRadius.value - less * less;
  return square > 0 ? Math.sqrt(square) : 0;
}

/** Error (m) of a measured radius: that of a hit over the root of their number, which grows as the radius squared. */
export const ringError = ({ fullRadius, fullHits, hitResolution }: RingFacts, radius: number): number =>
  (hitResolution.value * fullRadius.value) / (radius * Math.sqrt(fullHits.value));

/**
 * Probability that the ring of a particle of `mass` is taken for one of `taken`, both of momentum `p` (GeV), and not for one
 * of the lighter `other`: the likelihood of `other` is below the share `likelihoodRatio`. 0 without rings.
 */
export function ringPasses(ring: RingFacts, mass: number, taken: number, other: number, p: number): number {
  const own = ringRadius(ring, mass, p);
  const wanted = ringRadius(ring, taken, p);
  if (own === 0 || wanted === 0) return 0;
  const lighter = ringRadius(ring, other, p);
  const error = ringError(ring, wanted);
  const cut = (lighter + wanted) / 2 + (log(ring.likelihoodRatio.value) * error * error) / (lighter - wanted);
  return normalCdf((cut - own) / ringError(ring, own));
}

/**
 * Momentum (GeV) that a measured ring gives to a particle of `mass` and momentum `p`; Infinity for a radius above the full
 * one, 0 where there is no ring.
 */
export function ringMomentum(ring: RingFacts, mass: number, p: number, random: EventRandom): number {
  const radius = ringRadius(ring, mass, p);
  if (radius === 0) return 0;
  const measured = radius + ringError(ring, radius) * random.normal();
  const square = ring.fullRadius.value * ring.fullRadius.value - measured * measured;
  return square > 0 ? (mass * ring.focalLength.value) / Math.sqrt(square) : Number.POSITIVE_INFINITY;
}
