import { cosTurns, sinTurns } from '../../../math/elementary.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import type { PhotonSilence } from './photon-silence.ts';
import { Silence } from './silence.ts';

/** Directions of the pair that are averaged over, one in each stratum of the cosine. */
const DIRECTIONS = 16;

/**
 * Multiplies the probability that nothing sees either photon of a spinless particle into a silence: the mean over the
 * directions of its decay, in strata that crowd where one photon is soft (cosine 1 − u³, weight 3u²). Its four-momentum is
 * (energy, px, py, pz), its mass `mass` (GeV), its origin (x, y, z).
 */
export type PhotonPairSilence = (
  x: number,
  y: number,
  z: number,
  px: number,
  py: number,
  pz: number,
  energy: number,
  mass: number,
  random: EventRandom,
  into: Silence,
) => void;

export function photonPairSilence(silent: PhotonSilence): PhotonPairSilence {
  const one = new Silence();
  return (x, y, z, px, py, pz, energy, mass, random, into) => {
    const p = Math.sqrt(px * px + py * py + pz * pz);
    const gamma = energy / mass;
    const q = mass / 2;
    const across = Math.sqrt(px * px + py * py);
    // Two directions across the flight; any will do for a particle along the axis.
    const [ax, ay] = across > 0 ? [-py / across, px / across] : [1, 0];
    const [ux, uy, uz] = p > 0 ? [px / p, py / p, pz / p] : [0, 0, 1];
    const [bx, by, bz] = [-uz * ay, uz * ax, ux * ay - uy * ax];
    let central = 0;
    let low = 0;
    let high = 0;
    for (let k = 0; k < DIRECTIONS; k++) {
      const u = (k + random.uniform()) / DIRECTIONS;
      const turns = random.uniform();
      const cosine = 1 - u * u * u;
      const sine = q * Math.sqrt(1 - cosine * cosine);
      const along = gamma * q * cosine + (p * q) / mass;
      const a = sine * cosTurns(turns);
      const b = sine * sinTurns(turns);
      const kx = along * ux + a * ax + b * bx;
      const ky = along * uy + a * ay + b * by;
      const kz = along * uz + b * bz;
      const first = gamma * q + ((p * q) / mass) * cosine;
      one.reset();
      silent(x, y, z, kx, ky, kz, first, one);
      silent(x, y, z, px - kx, py - ky, pz - kz, energy - first, one);
      const weight = 3 * u * u;
      central += weight * one.central;
      low += weight * one.low;
      high += weight * one.high;
    }
    into.times(central / DIRECTIONS, low / DIRECTIONS, high / DIRECTIONS);
  };
}
