import type { DecayBlock, DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import type { Halo } from '../../experiments/experiment.ts';
import { cosTurns, exp, log, sinTurns } from '../../math/elementary.ts';
import { fillNormalPair, fillUniformPair, streamKey } from '../../math/random/index.ts';

/** Halo muons to be put into the events of a block. */
export interface HaloMuons {
  /** Draws the random numbers of `count` muons from number `first` on. */
  draw(first: number, count: number): void;
  /**
   * Writes the k-th muon drawn, momentum and origin, to row `row`, most often so that it passes the decay vertex of that
   * row; returns the natural density over the sampled one, at most three.
   */
  put(k: number, row: number): number;
}

/** Probability that a halo muon of that charge is in time with an event: rate × 2 × time window. */
export function haloProbability(halo: Halo, charge: number): number {
  const rate = (charge > 0 ? halo.positiveRate : halo.negativeRate).value as number;
  return rate * 2 * halo.timeWindow.value;
}

/**
 * Muons are drawn in equal shares as nature has them, and so that they point to the decay vertex within so many errors of
 * the angle that is measured of them: only those can be taken for a product of the decay.
 */
const NEAR = [1.5, 4];
/** Density of the magnitude of a standard normal number at 0. */
const HALF_NORMAL = Math.sqrt(2 / Math.PI);
const EACH = 1 / (NEAR.length + 1);

/**
 * Halo muons as a product of the decays of a block: exponential in momentum and in distance from the axis at the first
 * chamber, direction Gaussian around the axis, started at z = `upstream`. At most `capacity` are drawn at a time.
 */
export function haloMuons(
  halo: Halo,
  { vertex }: Pick<DecayBlock, 'vertex'>,
  product: DecayProduct,
  straw: Pick<Detector['straw'], 'z' | 'angleResolution'>,
  upstream: number,
  capacity: number,
  seed: number,
  stream: string,
): HaloMuons {
  const key = streamKey(seed, stream);
  const column = () => new Float64Array(capacity);
  const [momentum, radius, turn, choice] = [column(), column(), column(), column()];
  const [slopeX, slopeY, nearAxis, spare] = [column(), column(), column(), column()];
  const z = straw.z.value[0] as number;
  const scattering = straw.angleResolution.scattering.value;
  const constant = straw.angleResolution.constant.value as number;
  const scale = halo.radiusScale.value as number;
  const spread = halo.angleSpread.value as number;
  const density = (x: number, y: number, sigma: number): number =>
    exp((-0.5 * (x * x + y * y)) / (sigma * sigma)) / (sigma * sigma);
  const { mass, origin } = product;
  const { energy, px, py, pz } = product.momentum;
  return {
    draw(first, count) {
      fillUniformPair(key, first, count, 0, momentum, radius);
      fillUniformPair(key, first, count, 1, turn, choice);
      fillNormalPair(key, first, count, 2, slopeX, slopeY);
      fillNormalPair(key, first, count, 3, nearAxis, spare);
    },
    put(k, row) {
      const p = -halo.momentumScale.value * log(momentum[k]);
      const way = z - vertex.z[row];
      const aim = way > 0 ? Math.floor(choice[k] / EACH) : NEAR.length;
      const aimed = aim < NEAR.length;
      // A muon of the natural spread that passes the axis there comes from no farther.
      const width = spread * way;
      const r = aimed ? width * Math.abs(nearAxis[k]) : -scale * log(radius[k]);
      const atX = r * cosTurns(turn[k]);
      const atY = r * sinTurns(turn[k]);
      const aimX = (atX - vertex.x[row]) / way;
      const aimY = (atY - vertex.y[row]) / way;
      const error = Math.sqrt((scattering * scattering) / (p * p) + constant * constant);
      const sx = aimed ? aimX + NEAR[aim] * error * slopeX[k] : spread * slopeX[k];
      const sy = aimed ? aimY + NEAR[aim] * error * slopeY[k] : spread * slopeY[k];
      const along = p / Math.sqrt(1 + sx * sx + sy * sy);
      px[row] = sx * along;
      py[row] = sy * along;
      pz[row] = along;
      energy[row] = Math.sqrt(p * p + mass * mass);
      origin.x[row] = atX + sx * (upstream - z);
      origin.y[row] = atY + sy * (upstream - z);
      origin.z[row] = upstream;
      if (way <= 0) return 1;
      const natural = (exp(-r / scale) / scale) * density(sx, sy, spread);
      const pointing = (HALF_NORMAL / width) * exp((-0.5 * r * r) / (width * width));
      let sampled = natural;
      for (const near of NEAR) sampled += pointing * density(sx - aimX, sy - aimY, near * error);
      return natural / (EACH * sampled);
    },
  };
}
