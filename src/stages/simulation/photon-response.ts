import type { DecayProduct } from '../../events/decay-block.ts';
import type { PhotonColumns } from '../../events/response-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import type { EventRandom } from '../../math/random/index.ts';
import { conversionProbability } from '../../physics/passage/index.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';

/** Sends the photon of `row` to the calorimeter and the vetoes, into row `kept`; returns 1 for an accepted cluster. */
export type PhotonResponse = (row: number, kept: number, random: EventRandom) => number;

/** Response to the photon `product`, written to `photon`. Probabilities of a silent veto multiply station by station. */
export function photonResponse(detector: Detector, product: DecayProduct, photon: PhotonColumns): PhotonResponse {
  const { calorimeter, vetoes, straw, magnet } = detector;
  // Pairs made behind the magnet stay one cluster.
  const thickness = straw.z.value.filter((z) => z < magnet.z.value).length * straw.thickness.value;
  const found = (1 - conversionProbability(thickness)) * calorimeter.clusterEfficiency.value;
  const inLkr = inCalorimeter(calorimeter);
  const { stochastic, noise, constant } = calorimeter.energyResolution;
  const { origin, momentum } = product;
  const smallAngleZ = vetoes.smallAngle.z.value as number;
  const smallAngleX = vetoes.smallAngle.centreX.value as number;
  const smallAngleRadius = vetoes.smallAngle.outerRadius.value as number;

  return (row, kept, random) => {
    const energy = momentum.energy[row];
    const pz = momentum.pz[row];
    photon.reconstructed[kept] = 0;
    photon.survival[kept] = 1;
    photon.largeAngleSurvival[kept] = 1;
    if (pz <= 0) return 0;
    const slopeX = momentum.px[row] / pz;
    const slopeY = momentum.py[row] / pz;
    const x0 = origin.x[row];
    const y0 = origin.y[row];
    const z0 = origin.z[row];
    if (z0 > calorimeter.z.value) return 0;

    let largeAngle = 1;
    if (energy > vetoes.largeAngleThreshold.value) {
      for (const { z, innerRadius, outerRadius } of vetoes.largeAngle.value) {
        if (z < z0) continue;
        const x = x0 + slopeX * (z - z0);
        const y = y0 + slopeY * (z - z0);
        const r2 = x * x + y * y;
        if (r2 > innerRadius * innerRadius && r2 < outerRadius * outerRadius) {
          largeAngle = vetoes.largeAngleInefficiency.value;
          break;
        }
      }
    }
    photon.largeAngleSurvival[kept] = largeAngle;
    if (largeAngle < 1) {
      photon.survival[kept] = largeAngle;
      return 0;
    }

    const x = x0 + slopeX * (calorimeter.z.value - z0);
    const y = y0 + slopeY * (calorimeter.z.value - z0);
    if (inLkr(x, y) && energy > vetoes.clusterThreshold.value) {
      const a = stochastic.value / Math.sqrt(energy);
      const b = noise.value / energy;
      const resolution = Math.sqrt(a * a + b * b + constant.value * constant.value);
      photon.reconstructed[kept] = 1;
      photon.found[kept] = found;
      photon.energy[kept] = energy * (1 + resolution * random.normal());
      photon.calorimeterX[kept] = x + calorimeter.positionResolution.value * random.normal();
      photon.calorimeterY[kept] = y + calorimeter.positionResolution.value * random.normal();
      photon.survival[kept] = vetoes.clusterInefficiency.value;
      return 1;
    }
    const sx = x0 + slopeX * (smallAngleZ - z0) - smallAngleX;
    const sy = y0 + slopeY * (smallAngleZ - z0);
    if (sx * sx + sy * sy < smallAngleRadius * smallAngleRadius) {
      photon.survival[kept] = vetoes.smallAngleInefficiency.value;
    }
    return 0;
  };
}
