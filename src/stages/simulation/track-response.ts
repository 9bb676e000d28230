import type { DecayProduct } from '../../events/decay-block.ts';
import { SPECIES, type TrackColumns } from '../../events/response-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import type { EventRandom } from '../../math/random/index.ts';
import { particle } from '../../physics/particles/index.ts';
import { scatteringTail } from '../../physics/passage/index.ts';
import { ChamberHits, type ChambersNeeded, countOf } from './chamber-hits.ts';
import { ChannelChoice, FLYING } from './decay-channels.ts';
import { downstream } from './downstream.ts';
import { DECAY_LAWS, type DecayLaw, Flight, type PreferredDecays } from './flight.ts';
import { HardScatter } from './hard-scatter.ts';
import { Radiation } from './radiation.ts';
import { strawAcceptance } from './straw-acceptance.ts';
import { TrackFit } from './track-fit.ts';
import { TrackPath } from './track-path.ts';

/** Simulation of one charged product: first where it goes, then, for events worth it, what is measured. */
export interface TrackResponse {
  /** Density of what happened to the particle last sent in an event that prefers decays, over the natural one. */
  readonly preference: number;
  /** Natural over drawn density of the hard scatters and photons of the particle last sent. */
  readonly weight: number;
  /** The same for decays upstream, and for late ones. */
  readonly upstream: number;
  readonly late: number;
  /**
   * Sends the particle of `row` through the detector into row `kept`, decays in flight by one of the laws;
   * returns its charge when enough chambers see it, else 0.
   */
  propagate(row: number, kept: number, law: DecayLaw, random: EventRandom): number;
  /** Smears row `kept`. */
  measure(kept: number, random: EventRandom): void;
}

/** What a track needs, and how its decays are drawn. */
export interface TrackOptions {
  readonly chambers: ChambersNeeded;
  readonly preferredDecays?: PreferredDecays;
  /** Share of the particles that scatter hard for certain; 0 when absent. */
  readonly preferredScatters?: number;
  /** Share of the electrons that radiate much before the magnet for certain; 0 when absent. */
  readonly preferredRadiation?: number;
}

const PION = SPECIES.indexOf('pi');
const MUON = SPECIES.indexOf('mu');
const ELECTRON = SPECIES.indexOf('e');

/**
 * Response to the charged particle `product`, written to `track`. On its way it may decay in flight, scatter hard in a
 * chamber, or, as an electron, radiate in a chamber. Then its points are fitted; otherwise they lie on the track, and
 * the measurement is the truth with the Gaussian resolutions.
 */
export function trackResponse(
  detector: Detector,
  product: DecayProduct,
  track: TrackColumns,
  { chambers, preferredDecays, preferredScatters = 0, preferredRadiation = 0 }: TrackOptions,
): TrackResponse {
  const { straw, magnet, calorimeter } = detector;
  const inStraw = strawAcceptance(straw);
  const planes = Float64Array.from(straw.z.value);
  const last = planes.length - 1;
  const magnetZ = magnet.z.value as number;
  const behind = planes.findIndex((z) => z > magnetZ);
  const kick = magnet.kick.value * track.charge;
  const flies = FLYING[product.name];
  const flying = particle(flies?.parent ?? 'pi+');
  const path = new TrackPath(flying.mass);
  const electrons = preferredDecays?.electrons ?? 0;
  const prefersNone = product.name.startsWith('mu') && electrons === 0;
  const flight = new Flight(flying.ctau / flying.mass, prefersNone ? undefined : preferredDecays);
  const channel = new ChannelChoice(flies?.channels ?? [], electrons);
  const species = product.name.startsWith('e') ? ELECTRON : product.name.startsWith('mu') ? MUON : PION;
  const tail = scatteringTail(straw.thickness.value, straw.atomicNumber.value);
  const scatter = new HardScatter(tail, last, preferredScatters);
  // Only what is radiated before the magnet changes the measured momentum; behind it the photon stays in the cluster.
  const radiation = new Radiation(straw.thickness.value, species === ELECTRON ? behind : 0, preferredRadiation);
  const fit = new TrackFit({
    z: straw.z.value,
    magnetZ,
    positionError: straw.positionResolution.value,
    thickness: straw.thickness.value,
  });
  const hits = new ChamberHits(straw.chamberEfficiency.value, chambers.hit);
  const mayMiss = planes.length - chambers.crossed;
  const hitX = new Float64Array(planes.length);
  const hitY = new Float64Array(planes.length);
  const bendScale = new Float64Array(track.px.length);
  const slopeScale = new Float64Array(track.px.length);
  const { follow, deposit } = downstream(detector, track, path);
  const { origin, momentum } = product;

  const angleError = (p: number): number => {
    const scattering = straw.angleResolution.scattering.value / p;
    const constant = straw.angleResolution.constant.value as number;
    return Math.sqrt(scattering * scattering + constant * constant);
  };

  /** Momentum (GeV) of a track that turns from `slopeX` to `slopeBehind`; not above zero where it turns the wrong way. */
  const momentumFrom = (slopeX: number, slopeY: number, slopeBehind: number): number =>
    kick /
    (slopeX / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY) -
      slopeBehind / Math.sqrt(1 + slopeBehind * slopeBehind + slopeY * slopeY));

  const response = {
    preference: 1,
    weight: 1,
    upstream: 1,
    late: 1,
    propagate(row: number, kept: number, law: DecayLaw, random: EventRandom): number {
      response.preference = 1;
      response.weight = 1;
      response.upstream = 1;
      response.late = 1;
      track.reconstructed[kept] = 0;
      track.species[kept] = species;
      track.reached[kept] = 0;
      const px = momentum.px[row];
      const py = momentum.py[row];
      const pz = momentum.pz[row];
      const z0 = origin.z[row];
      if (pz <= 0 || z0 > planes[last]) return 0;
      path.start(origin.x[row], origin.y[row], z0, px, py, pz);
      let vanishes = Number.POSITIVE_INFINITY;
      if (flies !== undefined) {
        const p = Math.sqrt(px * px + py * py + pz * pz);
        flight.draw(p, z0, pz / p, ((calorimeter.z.value - z0) * p) / pz, law, random, px, py);
        response.preference = flight.preference;
        response.upstream = flight.upstream;
        response.late = flight.late;
        if (flight.distance < Number.POSITIVE_INFINITY) {
          channel.draw(law === DECAY_LAWS.anywhere, () => random.uniform());
          response.preference *= channel.preference;
          path.decayAfter(flight.distance, flight.cosTheta, flight.turns, channel.momentum, channel.energy);
          if (channel.species < 0) vanishes = path.decayZ;
        }
      }
      scatter.draw(random);
      const { layer: scattersAt, angle } = scatter;
      radiation.draw(random);
      response.weight = scatter.weight * radiation.weight;

      let crossed = 0;
      let missed = 0;
      for (let i = 0; i <= last; i++) {
        if (planes[i] < z0) {
          // Where the track would come from: the fit reads its points as if they lay on a line.
          if (++missed > mayMiss) return 0;
          hitX[i] = path.x + (px / pz) * (planes[i] - z0);
          hitY[i] = path.y + (py / pz) * (planes[i] - z0);
          continue;
        }
        if (i === behind) {
          path.advance(magnetZ);
          path.kick(-kick);
        }
        path.advance(planes[i]);
        hitX[i] = path.x;
        hitY[i] = path.y;
        if (path.pz > 0 && planes[i] < vanishes && inStraw(i, path.x, path.y)) crossed |= 1 << i;
        else if (++missed > mayMiss) return 0;
        if (i === scattersAt) {
          const p = Math.sqrt(path.px * path.px + path.py * path.py + path.pz * path.pz);
          path.deflect(angle / p, random.uniform());
        }
        if (i === radiation.layer) path.lose(radiation.fraction(random));
      }
      const seen = hits.draw(crossed, random);
      if (seen === 0 || !fit.determines(seen)) return 0;
      track.found[kept] = hits.probability;
      track.chambers[kept] = countOf(seen);

      // Slopes of the line through two planes before, and two behind the magnet: exact where there is no kink.
      const z1 = planes[1] - planes[0];
      let slopeX = (hitX[1] - hitX[0]) / z1;
      let slopeY = (hitY[1] - hitY[0]) / z1;
      let slopeBehind = (hitX[last] - hitX[behind]) / (planes[last] - planes[behind]);
      let x = hitX[0];
      let y = hitY[0];
      let p = momentumFrom(slopeX, slopeY, slopeBehind);
      const kinked = scattersAt >= 0 || (path.decayed && path.decayZ > planes[0] && path.decayZ < planes[last]);
      if (kinked) {
        if (!(p > 0)) return 0;
        fit.fit(hitX, hitY, seen, p);
        const distance = Math.sqrt(fit.chiSquare) + random.normal();
        let chiSquare = distance * distance;
        for (let k = 1; k < fit.constraints; k++) {
          const normal = random.normal();
          chiSquare += normal * normal;
        }
        if (chiSquare > straw.trackChiSquare.value) return 0;
        ({ slopeX, slopeY, slopeBehind, firstX: x, firstY: y } = fit);
        p = momentumFrom(slopeX, slopeY, slopeBehind);
      }
      if (!(p > 0)) return 0;
      bendScale[kept] = 1;
      slopeScale[kept] = 1;
      if (seen !== fit.every) {
        const errors = fit.errorsRelativeToAll(seen, p);
        bendScale[kept] = errors.bend;
        slopeScale[kept] = errors.slope;
      }
      const norm = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      track.reconstructed[kept] = 1;
      track.px[kept] = p * slopeX * norm;
      track.py[kept] = p * slopeY * norm;
      track.pz[kept] = p * norm;
      track.x[kept] = x;
      track.y[kept] = y;
      follow(kept, species, channel.species, p, random);
      return track.charge;
    },
    measure(kept: number, random: EventRandom): void {
      if (track.reconstructed[kept] === 0) return;
      const pz = track.pz[kept];
      let slopeX = track.px[kept] / pz;
      let slopeY = track.py[kept] / pz;
      let p = pz * Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      const sigma = angleError(p) * slopeScale[kept];
      const constant = straw.momentumResolution.constant.value;
      const slope = straw.momentumResolution.slope.value * p;
      p *= 1 + bendScale[kept] * Math.sqrt(constant * constant + slope * slope) * random.normal();
      slopeX += sigma * random.normal();
      slopeY += sigma * random.normal();
      const measured = p / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      track.px[kept] = measured * slopeX;
      track.py[kept] = measured * slopeY;
      track.pz[kept] = measured;
      track.x[kept] += straw.positionResolution.value * random.normal();
      track.y[kept] += straw.positionResolution.value * random.normal();
      track.deposit[kept] = deposit(kept, p, random);
    },
  };
  return response;
}
