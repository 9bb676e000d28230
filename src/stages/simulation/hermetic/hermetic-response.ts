import type { DecayProduct } from '../../../events/decay-block.ts';
import { type ResponseBlock, type SilenceColumns, SPECIES } from '../../../events/response-block.ts';
import type { Detector } from '../../../experiments/detector-types.ts';
import type { Hermetic } from '../../../experiments/hermetic.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import { particle } from '../../../physics/particles/index.ts';
import { chargedSilence } from './charged-silence.ts';
import { photonPairSilence } from './photon-pair-silence.ts';
import { photonSilence } from './photon-silence.ts';
import { ringMomentum } from './ring.ts';
import { Silence } from './silence.ts';

/** What a search needs besides tracks when it allows one pion and nothing else. */
export interface HermeticNeeds {
  readonly facts: Hermetic;
  /** Pairs of products that are the photons of a spinless particle of this mass (GeV). */
  readonly pairs: readonly { readonly photons: readonly [number, number]; readonly mass: number }[];
}

/** Fills what a hermetic search reads of an accepted event: row `row` of the decays, row `kept` of the response. */
export type HermeticResponse = (row: number, kept: number, random: EventRandom) => void;

const PION = SPECIES.indexOf('pi');

function write(from: Silence, to: SilenceColumns, at: number): void {
  to.central[at] = from.central;
  to.low[at] = from.low;
  to.high[at] = from.high;
}

/**
 * The silence of all photons together and of each charged particle, and the momenta that rings give. A muon that is taken
 * for a pion has a pion's ring for its momentum: identification has asked that.
 */
export function hermeticResponse(
  detector: Detector,
  products: readonly DecayProduct[],
  { facts, pairs }: HermeticNeeds,
  block: ResponseBlock,
): HermeticResponse {
  const onePhoton = photonSilence(detector, facts);
  const pair = photonPairSilence(onePhoton);
  const charged = chargedSilence(detector, facts);
  const paired = new Set(pairs.flatMap(({ photons }) => photons));
  const single = block.photons.map(({ product }) => product).filter((product) => !paired.has(product));
  const pionMass = particle('pi+').mass;
  const silence = new Silence();
  return (row, kept, random) => {
    silence.reset();
    for (const product of single) {
      const { origin, momentum } = products[product];
      const { px, py, pz, energy } = momentum;
      onePhoton(origin.x[row], origin.y[row], origin.z[row], px[row], py[row], pz[row], energy[row], silence);
    }
    for (const { photons, mass } of pairs) {
      const [{ momentum: a, origin }, { momentum: b }] = [products[photons[0]], products[photons[1]]];
      pair(
        origin.x[row],
        origin.y[row],
        origin.z[row],
        a.px[row] + b.px[row],
        a.py[row] + b.py[row],
        a.pz[row] + b.pz[row],
        a.energy[row] + b.energy[row],
        mass,
        random,
        silence,
      );
    }
    write(silence, block.silence, kept);
    for (const track of block.tracks) {
      const { origin, momentum } = products[track.product];
      if (track.reconstructed[kept] === 1) {
        const { px, py, pz, momentumAtRich } = track;
        track.ringMomentum[kept] =
          track.speciesAtRich[kept] === PION
            ? ringMomentum(facts.ring, pionMass, momentumAtRich[kept], random)
            : Math.sqrt(px[kept] * px[kept] + py[kept] * py[kept] + pz[kept] * pz[kept]);
      }
      if (block.tracks.length === 1) continue;
      silence.reset();
      const { px, py, pz } = momentum;
      charged(origin.x[row], origin.y[row], origin.z[row], px[row], py[row], pz[row], track.charge, silence);
      write(silence, track.silence, kept);
    }
  };
}
