import type { Detector } from '../../experiments/detector-types.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';

/** Where a particle of an accidental decay ends: bits. */
export const HIT = { largeAngle: 1, smallAngle: 2, calorimeter: 4 } as const;

/** What a particle from (x, y, z) with momentum (px, py, pz), charge and energy hits, as bits of `HIT`; 0 for nothing. */
export type AccidentalHits = (
  x: number,
  y: number,
  z: number,
  px: number,
  py: number,
  pz: number,
  charge: number,
  energy: number,
) => number;

/**
 * Straight lines, for charged particles with the kick of the magnet: into a large-angle veto above its threshold (a photon
 * ends there, a charged particle goes on), the calorimeter, or the small-angle calorimeters. Geometry alone: showers,
 * decays in flight and material are left out.
 */
export function accidentalHits(detector: Detector, largeAngleThreshold: number): AccidentalHits {
  const { vetoes, calorimeter, magnet } = detector;
  const inLkr = inCalorimeter(calorimeter);
  const { smallAngle } = vetoes;
  const outer = smallAngle.outerRadius.value * smallAngle.outerRadius.value;
  return (x0, y0, z0, px0, py, pz0, charge, energy) => {
    if (pz0 <= 0) return 0;
    const turns = charge !== 0 && z0 < magnet.z.value;
    const magnetX = x0 + (px0 / pz0) * (magnet.z.value - z0);
    const px1 = px0 - charge * magnet.kick.value;
    const left = px0 * px0 + pz0 * pz0 - px1 * px1;
    const pz1 = left > 0 ? Math.sqrt(left) : 0;
    const xAt = (z: number): number =>
      turns && z > magnet.z.value
        ? pz1 > 0
          ? magnetX + (px1 / pz1) * (z - magnet.z.value)
          : Number.POSITIVE_INFINITY
        : x0 + (px0 / pz0) * (z - z0);
    const yAt = (z: number): number => y0 + (py / pz0) * (z - z0);
    let hits = 0;
    if (energy > largeAngleThreshold) {
      for (const { z, innerRadius, outerRadius } of vetoes.largeAngle.value) {
        if (z < z0) continue;
        const x = xAt(z);
        const y = yAt(z);
        const r2 = x * x + y * y;
        if (!(r2 > innerRadius * innerRadius && r2 < outerRadius * outerRadius)) continue;
        if (charge === 0) return HIT.largeAngle;
        hits |= HIT.largeAngle;
      }
    }
    const z = calorimeter.z.value;
    if (z < z0) return hits;
    if (inLkr(xAt(z), yAt(z))) hits |= HIT.calorimeter;
    else {
      const dx = xAt(smallAngle.z.value) - smallAngle.centreX.value;
      const dy = yAt(smallAngle.z.value);
      if (dx * dx + dy * dy < outer) hits |= HIT.smallAngle;
    }
    return hits;
  };
}
