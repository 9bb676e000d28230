import type { DecayBlock, DecayProduct } from '../../events/decay-block.ts';
import type { Halo } from '../../experiments/experiment.ts';
import { cosTurns, log, sinTurns } from '../../math/elementary.ts';
import { fillNormalPair, fillUniformPair, streamKey } from '../../math/random/index.ts';

/** Adds one halo muon to every event of a block: momentum and origin of `product`. */
export type HaloMuons = (block: DecayBlock, product: DecayProduct) => void;

/** Probability that a halo muon of that charge is in time with an event: rate × 2 × time window. */
export function haloProbability(halo: Halo, charge: number): number {
  const rate = (charge > 0 ? halo.positiveRate : halo.negativeRate).value as number;
  return rate * 2 * halo.timeWindow.value;
}

/**
 * Halo muons: exponential in momentum and in distance from the axis at `z` (m), direction Gaussian
 * around the axis, started at z = `upstream`.
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
  const [momentum, radius, turn, slopeX, slopeY, unused] = [column(), column(), column(), column(), column(), column()];
  const spread = halo.angleSpread.value as number;
  return (block, product) => {
    const { count, firstEvent } = block;
    fillUniformPair(key, firstEvent, count, 0, momentum, radius);
    fillUniformPair(key, firstEvent, count, 1, turn, unused);
    fillNormalPair(key, firstEvent, count, 2, slopeX, slopeY);
    const { energy, px, py, pz } = product.momentum;
    const { x, y, z: z0 } = product.origin;
    for (let i = 0; i < count; i++) {
      const p = -halo.momentumScale.value * log(momentum[i]);
      const r = -halo.radiusScale.value * log(radius[i]);
      const sx = spread * slopeX[i];
      const sy = spread * slopeY[i];
      const along = p / Math.sqrt(1 + sx * sx + sy * sy);
      px[i] = sx * along;
      py[i] = sy * along;
      pz[i] = along;
      energy[i] = Math.sqrt(p * p + mass * mass);
      x[i] = r * cosTurns(turn[i]) + sx * (upstream - z);
      y[i] = r * sinTurns(turn[i]) + sy * (upstream - z);
      z0[i] = upstream;
    }
  };
}
