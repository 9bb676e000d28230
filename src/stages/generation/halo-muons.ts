import type { DecayBlock, DecayProduct } from '../../events/decay-block.ts';
import type { Halo } from '../../experiments/experiment.ts';
import { cosTurns, exp, log, sinTurns } from '../../math/elementary.ts';
import { fillNormalPair, fillUniformPair, streamKey } from '../../math/random/index.ts';

/** Adds one halo muon to every event of a block: momentum and origin of `product`. */
export type HaloMuons = (block: DecayBlock, product: DecayProduct) => void;

/** Probability that a halo muon of that charge is in time with an event: rate × 2 × time window. */
export function haloProbability(halo: Halo, charge: number): number {
  const rate = (charge > 0 ? halo.positiveRate : halo.negativeRate).value as number;
  return rate * 2 * halo.timeWindow.value;
}

/**
 * Muons are drawn in equal shares as nature has them, and so that they pass the decay vertex within these distances (m):
 * only those that pass it can be taken for a product of the decay.
 */
const NEAR = [0.005, 0.015, 0.06];
const EACH = 1 / (NEAR.length + 1);

/**
 * Halo muons: exponential in momentum and in distance from the axis at `z` (m), direction Gaussian around the axis,
 * started at z = `upstream`. Most are aimed at the decay vertex; the block's weights are multiplied by the natural
 * density over the sampled one, at most four.
 */
export function haloMuons(
  halo: Halo,
  mass: number,
  z: number,
  upstream: number,
  capacity: number,
  seed: number,
  stream: string,
): HaloMuons {
  const key = streamKey(seed, `${stream}/halo`);
  const column = () => new Float64Array(capacity);
  const [momentum, radius, turn, slopeX, slopeY, choice] = [column(), column(), column(), column(), column(), column()];
  const spread = halo.angleSpread.value as number;
  const density = (x: number, y: number, sigma: number): number =>
    exp((-0.5 * (x * x + y * y)) / (sigma * sigma)) / (sigma * sigma);
  return (block, product) => {
    const { count, firstEvent } = block;
    fillUniformPair(key, firstEvent, count, 0, momentum, radius);
    fillUniformPair(key, firstEvent, count, 1, turn, choice);
    fillNormalPair(key, firstEvent, count, 2, slopeX, slopeY);
    const { energy, px, py, pz } = product.momentum;
    const { x, y, z: z0 } = product.origin;
    for (let i = 0; i < count; i++) {
      const p = -halo.momentumScale.value * log(momentum[i]);
      const r = -halo.radiusScale.value * log(radius[i]);
      const atX = r * cosTurns(turn[i]);
      const atY = r * sinTurns(turn[i]);
      const way = z - block.vertex.z[i];
      const aimX = (atX - block.vertex.x[i]) / way;
      const aimY = (atY - block.vertex.y[i]) / way;
      const aim = way > 0 ? Math.floor(choice[i] / EACH) : NEAR.length;
      const sx = aim < NEAR.length ? aimX + (NEAR[aim] / way) * slopeX[i] : spread * slopeX[i];
      const sy = aim < NEAR.length ? aimY + (NEAR[aim] / way) * slopeY[i] : spread * slopeY[i];
      if (way > 0) {
        const natural = density(sx, sy, spread);
        let sampled = natural;
        for (const near of NEAR) sampled += density(sx - aimX, sy - aimY, near / way);
        block.weight[i] *= natural / (EACH * sampled);
      }
      const along = p / Math.sqrt(1 + sx * sx + sy * sy);
      px[i] = sx * along;
      py[i] = sy * along;
      pz[i] = along;
      energy[i] = Math.sqrt(p * p + mass * mass);
      x[i] = atX + sx * (upstream - z);
      y[i] = atY + sy * (upstream - z);
      z0[i] = upstream;
    }
  };
}
