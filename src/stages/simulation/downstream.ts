import { REACHED, SPECIES, type TrackColumns } from '../../events/response-block.ts';
import type { Annulus, Detector } from '../../experiments/detector-types.ts';
import type { EventRandom } from '../../math/random/index.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';
import type { TrackPath } from './track-path.ts';

const MUON = SPECIES.indexOf('mu');
const ELECTRON = SPECIES.indexOf('e');
const PION = SPECIES.indexOf('pi');

const inAnnulus = ({ centreX, innerRadius, outerRadius }: Annulus, x: number, y: number): boolean => {
  const dx = x - centreX.value;
  const r2 = dx * dx + y * y;
  const inner = innerRadius.value as number;
  const outer = outerRadius.value as number;
  return r2 > inner * inner && r2 < outer * outer;
};

/** What happens to a track behind the spectrometer: hodoscopes, calorimeter, muon detector. */
export interface Downstream {
  /**
   * Follows `path` on; `species` is what the particle is as long as it has not decayed, `daughter` what comes of it, `p`
   * the measured momentum (GeV). Writes what row `kept` reaches.
   */
  follow(kept: number, species: number, daughter: number, p: number, random: EventRandom): void;
  /** Energy (GeV) that a track of momentum `p` leaves in the calorimeter when identified by nothing. */
  deposit(kept: number, p: number, random: EventRandom): number;
}

/** The detectors behind the spectrometer, for one track. */
export function downstream(detector: Detector, track: TrackColumns, path: TrackPath): Downstream {
  const { rich, newChod, chod, calorimeter, muonDetector } = detector;
  const inLkr = inCalorimeter(calorimeter);
  return {
    follow(kept, species, daughter, measured, random) {
      let reached = 0;
      path.advance(rich.z.value);
      track.speciesAtRich[kept] = path.decayed ? daughter : species;
      track.momentumAtRich[kept] = Math.sqrt(path.px * path.px + path.py * path.py + path.pz * path.pz);
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
      const arrives = path.decayed ? daughter : species;
      const energy = Math.sqrt(path.px * path.px + path.py * path.py + path.pz * path.pz);
      // An electron that another particle became leaves too little for the momentum measured before.
      const soft = path.decayed && arrives === ELECTRON && energy < calorimeter.electronLeast.value * measured;
      track.species[kept] = soft ? PION : arrives;
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
    },
    deposit(kept, p, random) {
      if ((track.reached[kept] & REACHED.calorimeter) === 0) return 0;
      const arrives = track.species[kept];
      if (arrives === ELECTRON) return p;
      const ionising = calorimeter.minimumIonisingEnergy.value;
      if (arrives === MUON || random.uniform() < calorimeter.pionIonisingFraction.value) return Math.min(ionising, p);
      return p * calorimeter.hadronicMaximum.value * random.uniform();
    },
  };
}
