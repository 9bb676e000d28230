import type { DecayBlock, DecayProduct } from '../../events/decay-block.ts';
import { allocateResponseBlock, type ResponseBlock } from '../../events/response-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import type { ChambersNeeded } from './chamber-hits.ts';
import { DECAY_LAWS, type DecayLaw, type PreferredDecays, weightOfPreference } from './flight.ts';
import { type HermeticNeeds, hermeticResponse } from './hermetic/hermetic-response.ts';
import { mergeClusters } from './merge-clusters.ts';
import { photonResponse } from './photon-response.ts';
import { showerVeto } from './shower-veto.ts';
import { trackResponse } from './track-response.ts';

/** The detector's answer to a block of decays; the same response block is filled again at every call. */
export type DetectorResponse = (decays: DecayBlock) => ResponseBlock;

export interface ResponseNeeds {
  /** Tracks of each charge without which an event is dropped. */
  readonly positive: number;
  readonly negative: number;
  /** Detectors (bits of REACHED) that those tracks reach. */
  readonly reach?: number;
  /** Photon clusters without which an event is dropped. */
  readonly photons: number;
  /** Chambers that each track must cross, and that must see it; all of them when absent. */
  readonly chambers?: ChambersNeeded;
  /** Decays in flight that are drawn more often than they happen. */
  readonly preferredDecays?: PreferredDecays;
  /** Products that are e⁺e⁻ of a photon, pair by pair. */
  readonly pairs?: readonly (readonly [number, number])[];
  /** Share of the tracks that scatter hard for certain, weighted; 0 when absent. */
  readonly preferredScatters?: number;
  /** Share of the electrons that radiate much before the magnet for certain, weighted; 0 when absent. */
  readonly preferredRadiation?: number;
  /** For searches that allow nothing but the candidate. */
  readonly hermetic?: HermeticNeeds;
}

/**
 * Detector response for decays into `products`: acceptance, decays in flight, measurement of tracks, calorimeter and
 * photon vetoes. Events that cannot give the needed tracks and clusters are dropped. Random numbers depend on
 * (seed, stream, event) alone.
 */
export function detectorResponse(
  detector: Detector,
  products: readonly DecayProduct[],
  needs: ResponseNeeds,
  capacity: number,
  seed: number,
  stream: string,
): DetectorResponse {
  const { pairs = [] } = needs;
  const fromPhotons = pairs.flat();
  const charged = products.flatMap(({ charge }, product) =>
    charge === 0 ? [] : [{ product, charge, vetoed: fromPhotons.includes(product) }],
  );
  const photons = products.flatMap(({ name }, product) => (name === 'gamma' ? [product] : []));
  const positives = charged.filter(({ charge }) => charge > 0).length;
  const negatives = charged.length - positives;
  const block = allocateResponseBlock(capacity, charged, photons);
  const random = new EventRandom(streamKey(seed, `${stream}/response`));
  const every = detector.straw.z.value.length;
  const { chambers = { crossed: every, hit: every }, preferredDecays, reach = 0 } = needs;
  const { preferredScatters = 0, preferredRadiation = 0 } = needs;
  const options = {
    chambers,
    preferredScatters,
    preferredRadiation,
    ...(preferredDecays === undefined ? {} : { preferredDecays }),
  };
  const { share, oneUpstream = 0 } = preferredDecays ?? { share: 0 };
  const trackers = block.tracks.map((track) => trackResponse(detector, products[track.product], track, options));
  const showers = block.tracks.flatMap((track) =>
    fromPhotons.includes(track.product) ? [{ track, veto: showerVeto(detector, products[track.product]) }] : [],
  );
  const twins = pairs.map((pair) => pair.map((product) => block.tracks.findIndex((t) => t.product === product)));
  const photonDetectors = block.photons.map((photon) => photonResponse(detector, products[photon.product], photon));

  const hermetic =
    needs.hermetic === undefined ? undefined : hermeticResponse(detector, products, needs.hermetic, block);

  const merging = detector.calorimeter.mergingDistance.value as number;

  const along = charged.map(({ product }) => products[product].momentum.pz);
  const softestOf = (row: number): number => {
    let softest = 0;
    for (let t = 1; t < along.length; t++) if (along[t][row] < along[softest][row]) softest = t;
    return softest;
  };

  // Which particle decays upstream where one does: a soft one loses little, so p⁻⁴.
  const soft = new Float64Array(charged.length);
  const softness = (row: number): void => {
    let sum = 0;
    for (let t = 0; t < along.length; t++) {
      const p = Math.max(1, along[t][row]);
      soft[t] = 1 / (p * p * p * p);
      sum += soft[t];
    }
    for (let t = 0; t < along.length; t++) soft[t] /= sum;
  };
  const softOne = (uniform: number): number => {
    let rest = uniform;
    for (let t = 0; t < soft.length - 1; t++) {
      rest -= soft[t];
      if (rest < 0) return t;
    }
    return soft.length - 1;
  };

  return (decays) => {
    let kept = 0;
    for (let row = 0; row < decays.count; row++) {
      random.start(decays.firstEvent + row);
      let sparePositive = positives - needs.positive;
      let spareNegative = negatives - needs.negative;
      let preference = 1;
      let weight = 1;
      // By the law of one upstream: Π late, and Σ of a particle's softness · upstream · Π of the others' late.
      let late = 1;
      let oneEarly = 0;
      const kind = share > 0 ? random.uniform() / share : 1;
      if (oneUpstream > 0) softness(row);
      const early = kind < oneUpstream ? softOne(random.uniform()) : -1;
      // The softest track is the most likely to miss: it goes first.
      const softest = softestOf(row);
      for (let k = 0; k < trackers.length && sparePositive >= 0 && spareNegative >= 0; k++) {
        const t = k === 0 ? softest : k <= softest ? k - 1 : k;
        const law = kind >= 1 ? DECAY_LAWS.natural : early < 0 ? DECAY_LAWS.anywhere : lawBeside(early, t);
        const seen =
          trackers[t].propagate(row, kept, law, random) !== 0 && (block.tracks[t].reached[kept] & reach) === reach;
        preference *= trackers[t].preference;
        weight *= trackers[t].weight;
        oneEarly = oneEarly * trackers[t].late + soft[t] * late * trackers[t].upstream;
        late *= trackers[t].late;
        if (seen) continue;
        if (charged[t].charge > 0) sparePositive--;
        else spareNegative--;
      }
      for (const [a, b] of twins) {
        if (block.tracks[a].reconstructed[kept] === 0 || block.tracks[b].reconstructed[kept] === 0) continue;
        for (const t of [a, b]) {
          const track = block.tracks[t];
          if (track.chambers[kept] >= every) continue;
          // Two tracks that share the points of a chamber count as such only with every chamber.
          track.reconstructed[kept] = 0;
          if ((track.reached[kept] & reach) !== reach) continue;
          if (charged[t].charge > 0) sparePositive--;
          else spareNegative--;
        }
      }
      if (sparePositive < 0 || spareNegative < 0) continue;
      for (const { track, veto } of showers) {
        veto.send(row);
        (track.silent as Float64Array)[kept] = veto.silent;
        (track.largeAngleSilent as Float64Array)[kept] = veto.largeAngleSilent;
      }
      let clusters = 0;
      for (const detectorOfPhoton of photonDetectors) clusters += detectorOfPhoton(row, kept, random);
      if (merging > 0 && clusters > 1) clusters -= mergeClusters(block.photons, kept, merging);
      if (clusters < needs.photons) continue;
      for (const tracker of trackers) tracker.measure(kept, random);
      hermetic?.(row, kept, random);
      block.row[kept] = row;
      block.weight[kept] = weight * weightOfPreference({ share, oneUpstream }, preference, oneEarly);
      kept++;
    }
    block.count = kept;
    return block;
  };
}

/** Law of particle `t` where particle `early` decays upstream. */
const lawBeside = (early: number, t: number): DecayLaw => (t === early ? DECAY_LAWS.upstream : DECAY_LAWS.late);
