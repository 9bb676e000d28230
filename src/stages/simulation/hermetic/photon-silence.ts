import type { Detector } from '../../../experiments/detector-types.ts';
import type { Hermetic } from '../../../experiments/hermetic.ts';
import { inefficiencyTable } from './inefficiency-table.ts';
import type { Silence } from './silence.ts';

/** Multiplies the probability that nothing sees a photon from (x, y, z) with this momentum (GeV) into a silence. */
export type PhotonSilence = (
  x: number,
  y: number,
  z: number,
  px: number,
  py: number,
  pz: number,
  energy: number,
  into: Silence,
) => void;

/**
 * A photon ends in the first large-angle ring that it meets, else in the small-angle counters or in the calorimeter around
 * them; one that goes backward or meets none stays unseen. Straight lines; what it does on the way is left out: a pair made
 * before the calorimeter is seen as well.
 */
export function photonSilence({ vetoes, calorimeter }: Detector, { photons }: Hermetic): PhotonSilence {
  const rings = vetoes.largeAngle.value.map(({ z, innerRadius, outerRadius }) => ({
    z: z as number,
    inner: innerRadius * innerRadius,
    outer: outerRadius * outerRadius,
  }));
  const inRing = inefficiencyTable(photons.largeAngle.value);
  const inCalorimeter = inefficiencyTable(photons.calorimeter.value);
  const inSmallAngle = inefficiencyTable(photons.smallAngle.value);
  const { smallAngle } = vetoes;
  const smallRadius = smallAngle.outerRadius.value * smallAngle.outerRadius.value;
  // What passes the last ring is within its hole, and the calorimeter is larger than that.
  const largest = Math.max(...rings.map(({ inner }) => inner), calorimeter.apothem.value * calorimeter.apothem.value);
  return (x0, y0, z0, px, py, pz, energy, into) => {
    if (pz <= 0 || z0 > calorimeter.z.value) return;
    const slopeX = px / pz;
    const slopeY = py / pz;
    for (const { z, inner, outer } of rings) {
      if (z < z0) continue;
      const x = x0 + slopeX * (z - z0);
      const y = y0 + slopeY * (z - z0);
      const r2 = x * x + y * y;
      if (r2 > inner && r2 < outer) {
        inRing(energy, into);
        return;
      }
    }
    const sx = x0 + slopeX * (smallAngle.z.value - z0) - smallAngle.centreX.value;
    const sy = y0 + slopeY * (smallAngle.z.value - z0);
    if (sx * sx + sy * sy < smallRadius) {
      inSmallAngle(energy, into);
      return;
    }
    const x = x0 + slopeX * (calorimeter.z.value - z0);
    const y = y0 + slopeY * (calorimeter.z.value - z0);
    if (x * x + y * y < largest) inCalorimeter(energy, into);
  };
}
