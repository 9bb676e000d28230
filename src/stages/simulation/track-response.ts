import type { DecayProduct } from '../../events/decay-block.ts';
import { REACHED, SPECIES, type TrackColumns } from '../../events/response-block.ts';
import type { Annulus, Detector } from '../../experiments/detector-types.ts';
import { log } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';
import { particle } from '../../physics/particles/index.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';
import { strawAcceptance } from './straw-acceptance.ts';
import { TrackPath } from './track-path.ts';

/** Simulation of one charged product: first where it goes, then, for events worth it, what is measured. */
export interface TrackResponse {
  /** Sends the particle of `row` through the detector into row `kept`; returns its charge when all chambers see it, else 0. */
  propagate(row: number, kept: number, random: EventRandom): number;
  /** Smears row `kept`. */
  measure(kept: number, random: EventRandom): void;
}

const PION = SPECIES.indexOf('pi');
const MUON = SPECIES.indexOf('mu');
const ELECTRON = SPECIES.indexOf('e');

const inAnnulus = ({ centreX, innerRadius, outerRadius }: Annulus, x: number, y: number): boolean => {
  const dx = x - centreX.value;
  const r2 = dx * dx + y * y;
  const inner = innerRadius.value as number;
  const outer = outerRadius.value as number;
  return r2 > inner * inner && r2 < outer * outer;
};

/** Response to the charged particle `product`, written to `track`. */
export function trackResponse(detector: Detector, product: DecayProduct, track: TrackColumns): TrackResponse {
  const { straw, magnet, rich, newChod, chod, calorimeter, muonDetector } = detector;
  const inStraw = strawAcceptance(straw);
  const inLkr = inCalorimeter(calorimeter);
  const [z1, z2, z3, z4] = straw.z.value as readonly number[];
  const kick = magnet.kick.value * track.charge;
  const magnetZ = magnet.z.value as number;
  const pion = particle('pi+');
  const muon = particle('mu+');
  const decays = product.name === 'pi+' || product.name === 'pi-';
  const decayLength = pion.ctau / pion.mass;
  const species = product.name.startsWith('e') ? ELECTRON : product.name.startsWith('mu') ? MUON : PION;
  const path = new TrackPath(pion.mass, muon.mass);
  const hitX = new Float64Array(4);
  const hitY = new Float64Array(4);
  const { origin, momentum } = product;

  const chamber = (index: number, z: number): boolean => {
    path.advance(z);
    hitX[index] = path.x;
    hitY[index] = path.y;
    return path.pz > 0 && inStraw(index, path.x, path.y);
  };
  const angleError = (p: number): number => {
    const scattering = straw.angleResolution.scattering.value / p;
    const constant = straw.angleResolution.constant.value as number;
    return Math.sqrt(scattering * scattering + constant * constant);
  };

  return {
    propagate(row, kept, random) {
      track.reconstructed[kept] = 0;
      track.species[kept] = species;
      track.reached[kept] = 0;
      const px = momentum.px[row];
      const py = momentum.py[row];
      const pz = momentum.pz[row];
      const z0 = origin.z[row];
      if (pz <= 0 || z0 >= z1) return 0;
      path.start(origin.x[row], origin.y[row], z0, px, py, pz);
      if (decays) {
        const p = Math.sqrt(px * px + py * py + pz * pz);
        const mean = decayLength * p;
        const limit = ((calorimeter.z.value - z0) * p) / pz;
        const uniform = random.uniform();
        // −log u ≥ 1 − u: the logarithm is needed only where a decay before the calorimeter is possible.
        if ((1 - uniform) * mean < limit) {
          const distance = -log(uniform) * mean;
          if (distance < limit) path.decayAfter(distance, 2 * random.uniform() - 1, random.uniform());
        }
      }
      if (!chamber(0, z1) || !chamber(1, z2)) return 0;
      path.advance(magnetZ);
      path.kick(-kick);
      if (!chamber(2, z3) || !chamber(3, z4)) return 0;

      const slopeX = (hitX[1] - hitX[0]) / (z2 - z1);
      const slopeY = (hitY[1] - hitY[0]) / (z2 - z1);
      const slopeX2 = (hitX[3] - hitX[2]) / (z4 - z3);
      const slopeY2 = (hitY[3] - hitY[2]) / (z4 - z3);
      const norm = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      const bend = slopeX * norm - slopeX2 / Math.sqrt(1 + slopeX2 * slopeX2 + slopeY2 * slopeY2);
      const p = kick / bend;
      if (!(p > 0)) return 0;
      if (path.decayed) {
        const sigma = angleError(p);
        const dSlope = (slopeY2 - slopeY) / (Math.SQRT2 * sigma);
        const lever = sigma * (z4 - z3);
        const dx = (hitX[1] + slopeX * (magnetZ - z2) - (hitX[2] - slopeX2 * (z3 - magnetZ))) / lever;
        const dy = (hitY[1] + slopeY * (magnetZ - z2) - (hitY[2] - slopeY2 * (z3 - magnetZ))) / lever;
        if (dSlope * dSlope + dx * dx + dy * dy > straw.trackChiSquare.value) return 0;
      }
      track.reconstructed[kept] = 1;
      track.px[kept] = p * slopeX * norm;
      track.py[kept] = p * slopeY * norm;
      track.pz[kept] = p * norm;
      track.x[kept] = hitX[0];
      track.y[kept] = hitY[0];
      follow(kept, random);
      return track.charge;
    },
    measure(kept, random) {
      if (track.reconstructed[kept] === 0) return;
      const pz = track.pz[kept];
      let slopeX = track.px[kept] / pz;
      let slopeY = track.py[kept] / pz;
      let p = pz * Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      const sigma = angleError(p);
      const constant = straw.momentumResolution.constant.value;
      const slope = straw.momentumResolution.slope.value * p;
      p *= 1 + Math.sqrt(constant * constant + slope * slope) * random.normal();
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

  /** Downstream of the spectrometer: hodoscopes, calorimeter, muon detector. */
  function follow(kept: number, random: EventRandom): void {
    let reached = 0;
    path.advance(rich.z.value);
    if (inAnnulus(rich, path.x, path.y)) reached |= REACHED.rich;
    path.advance(newChod.z.value);
    if (inAnnulus(newChod, path.x, path.y)) reached |= REACHED.newChod;
    track.quadrant[kept] = (path.x > 0 ? 1 : 0) | (path.y > 0 ? 2 : 0);
    path.advance(chod.z.value);
    if (inAnnulus(chod, path.x, path.y)) reached |= REACHED.chod;
    path.advance(calorimeter.z.value);
    track.calorimeterX[kept] = path.x;
    track.calorimeterY[kept] = path.y;
    if (inLkr(path.x, path.y)) reached |= REACHED.calorimeter;
    const arrives = path.decayed ? MUON : species;
    track.species[kept] = arrives;
    path.advance(muonDetector.z.value);
    let { x, y } = path;
    const p = Math.sqrt(path.px * path.px + path.py * path.py + path.pz * path.pz);
    if (arrives === MUON) {
      x += (muonDetector.scattering.value / p) * random.normal();
      y += (muonDetector.scattering.value / p) * random.normal();
      if (p < muonDetector.momentumThreshold.value) {
        track.reached[kept] = reached;
        return;
      }
    }
    const ax = Math.abs(x);
    const ay = Math.abs(y);
    const inner = muonDetector.innerRadius.value;
    if (ax < muonDetector.halfWidth.value && ay < muonDetector.halfWidth.value && x * x + y * y > inner * inner) {
      reached |= REACHED.muonDetector;
      const block = muonDetector.innerTilesHalfWidth.value;
      if (ax > block || ay > block) reached |= REACHED.muonOuterTiles;
    }
    track.reached[kept] = reached;
  }

  function deposit(kept: number, p: number, random: EventRandom): number {
    if ((track.reached[kept] & REACHED.calorimeter) === 0) return 0;
    const arrives = track.species[kept];
    if (arrives === ELECTRON) return p;
    const ionising = calorimeter.minimumIonisingEnergy.value;
    if (arrives === MUON || random.uniform() < calorimeter.pionIonisingFraction.value) return Math.min(ionising, p);
    return p * calorimeter.hadronicMaximum.value * random.uniform();
  }
}
