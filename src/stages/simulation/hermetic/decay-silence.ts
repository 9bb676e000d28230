import type { DecayProduct } from '../../../events/decay-block.ts';
import type { Detector } from '../../../experiments/detector-types.ts';
import { inAcceptance } from '../in-acceptance.ts';
import { chargedSilence } from './charged-silence.ts';
import type { HermeticNeeds } from './hermetic-response.ts';
import { photonSilence } from './photon-silence.ts';
import { Silence } from './silence.ts';

/**
 * How likely the decay of a row leaves one positive track and nothing else, by straight lines alone: the silence of all
 * but the best candidate, 0 where no positive track crosses all chambers. Photons of `pairs` are averaged over later and
 * count as silent. What decays are worth many responses; no random number.
 */
export function decaySilence(
  detector: Detector,
  products: readonly DecayProduct[],
  { facts, pairs }: HermeticNeeds,
): (row: number) => number {
  const paired = new Set(pairs.flatMap(({ photons }) => photons));
  const photons = products.filter(({ name }, product) => name === 'gamma' && !paired.has(product));
  const tracks = products.filter(({ charge }) => charge !== 0);
  const crossed = detector.straw.z.value.length;
  const candidates = tracks.map((product, index) => ({
    index,
    accepted:
      product.charge > 0
        ? inAcceptance(detector, [product], { positive: 1, negative: 0, crossed, hodoscope: false }).row
        : () => false,
  }));
  const photon = photonSilence(detector, facts);
  const charged = chargedSilence(detector, facts);
  const silence = new Silence();
  const others = new Float64Array(tracks.length);
  return (row) => {
    silence.reset();
    for (const { origin, momentum } of photons) {
      const { px, py, pz, energy } = momentum;
      photon(origin.x[row], origin.y[row], origin.z[row], px[row], py[row], pz[row], energy[row], silence);
    }
    const ofPhotons = silence.central;
    for (let t = 0; t < tracks.length && tracks.length > 1; t++) {
      const { origin, momentum, charge } = tracks[t];
      silence.reset();
      charged(
        origin.x[row],
        origin.y[row],
        origin.z[row],
        momentum.px[row],
        momentum.py[row],
        momentum.pz[row],
        charge,
        silence,
      );
      others[t] = silence.central;
    }
    let best = 0;
    for (const { index, accepted } of candidates) {
      if (!accepted(row)) continue;
      let product = 1;
      for (let t = 0; t < tracks.length; t++) if (t !== index) product *= others[t];
      best = Math.max(best, product);
    }
    return ofPhotons * best;
  };
}
