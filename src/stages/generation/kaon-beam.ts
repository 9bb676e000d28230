import type { DecayBlock } from '../../events/decay-block.ts';
import type { KaonBeam } from '../../experiments/experiment.ts';
import { exp, expm1, log1p } from '../../math/elementary.ts';
import { fillNormalPair, fillUniformPair, streamKey } from '../../math/random/index.ts';

/** Decays of beam particles in flight: fills weight, parent momentum and decay vertex of `count` events from `firstEvent`. */
export type BeamGenerator = (block: DecayBlock, firstEvent: number, count: number) => void;

/**
 * Beam particles alive at the start of the fiducial volume that decay in it: momentum and direction Gaussian, flat
 * profile, decay point from the exponential truncated to the volume (z = z₁ − λ ln(1 − u(1 − e^(−L/λ)))). The weight is
 * the probability to decay in the volume relative to that at the central momentum.
 */
export function kaonBeam(
  beam: KaonBeam,
  mass: number,
  ctau: number,
  capacity: number,
  seed: number,
  stream: string,
): BeamGenerator {
  const key = streamKey(seed, `${stream}/beam`);
  const columns = Array.from({ length: 6 }, () => new Float64Array(capacity));
  const [momentum, slopeX, slopeY, profileX, profileY, depth] = columns;
  const unused = new Float64Array(capacity);
  const central = beam.momentum.value as number;
  const spread = beam.momentumSpread.value;
  const divergence = beam.divergence.value as number;
  const profileZ = beam.profile.z.value as number;
  const [from, to] = beam.fiducial.value;
  const length = to - from;
  const centralProbability = expm1((-length * mass) / (central * ctau));

  return (block, firstEvent, count) => {
    fillNormalPair(key, firstEvent, count, 0, momentum, slopeX);
    fillNormalPair(key, firstEvent, count, 1, slopeY, unused);
    fillUniformPair(key, firstEvent, count, 2, profileX, profileY);
    fillUniformPair(key, firstEvent, count, 3, depth, unused);
    const { energy, px, py, pz } = block.parent;
    const { x, y, z } = block.vertex;
    for (let i = 0; i < count; i++) {
      const p = central * (1 + spread * momentum[i]);
      const sx = beam.slopeX.value + divergence * slopeX[i];
      const sy = beam.slopeY.value + divergence * slopeY[i];
      const longitudinal = p / Math.sqrt(1 + sx * sx + sy * sy);
      const range = (p / mass) * ctau;
      px[i] = sx * longitudinal;
      py[i] = sy * longitudinal;
      pz[i] = longitudinal;
      energy[i] = Math.sqrt(p * p + mass * mass);
      const decayed = expm1(-length / range);
      block.weight[i] = decayed / centralProbability;
      const path = -range * log1p(depth[i] * decayed);
      z[i] = from + path;
      x[i] = beam.profile.halfX.value * (2 * profileX[i] - 1) + sx * (z[i] - profileZ);
      y[i] = beam.profile.halfY.value * (2 * profileY[i] - 1) + sy * (z[i] - profileZ);
    }
    block.firstEvent = firstEvent;
    block.count = count;
  };
}

/** Way to the decay of a particle that decays within `length`, when its mean range is `range`, of a uniform number. */
export const decayPath = (range: number, length: number, uniform: number): number =>
  -range * log1p(uniform * expm1(-length / range));

/** Fraction of beam particles alive at the start of the fiducial volume that decay inside, at the central momentum. */
export function decayFraction(beam: KaonBeam, mass: number, ctau: number): number {
  const range = (beam.momentum.value / mass) * ctau;
  const [from, to] = beam.fiducial.value;
  return 1 - exp(-(to - from) / range);
}
