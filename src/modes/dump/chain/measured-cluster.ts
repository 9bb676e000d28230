import type { Calorimeter } from '../../../experiments/detector-types.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import type { ProductColumns } from '../../../stages/generation/dump-decays.ts';

/** What a calorimeter knows of a photon: position (m) and energy (GeV). */
export interface MeasuredCluster {
  x: number;
  y: number;
  energy: number;
}

export const emptyCluster = (): MeasuredCluster => ({ x: 0, y: 0, energy: 0 });

/** The cluster at `planeZ` of photon i of a block, born at (x, y, z): three normal numbers smear energy and position. */
export function measureCluster(
  { energyResolution, positionResolution }: Calorimeter,
  planeZ: number,
  x: number,
  y: number,
  z: number,
  product: ProductColumns,
  i: number,
  random: EventRandom,
  out: MeasuredCluster,
): void {
  const px = product.px[i];
  const py = product.py[i];
  const pz = product.pz[i];
  const energy = Math.sqrt(px * px + py * py + pz * pz);
  const stochastic: number = energyResolution.stochastic.value;
  const noise = energyResolution.noise.value / energy;
  const constant: number = energyResolution.constant.value;
  const spread = Math.sqrt((stochastic * stochastic) / energy + noise * noise + constant * constant);
  const position: number = positionResolution.value;
  const lever = planeZ - z;
  out.energy = energy * (1 + spread * random.normal());
  out.x = x + (px / pz) * lever + position * random.normal();
  out.y = y + (py / pz) * lever + position * random.normal();
}
