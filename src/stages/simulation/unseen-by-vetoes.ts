import type { DecayProduct } from '../../events/decay-block.ts';
import { allocateResponseBlock } from '../../events/response-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { photonResponse } from './photon-response.ts';
import { showerVeto } from './shower-veto.ts';

/**
 * Probability that the photon vetoes see nothing of a row, neither photons nor those of `electrons` that `isTrack` does
 * not say are tracks: straight lines, no random number. What candidates of a search without photons are weighted with.
 */
export function unseenByVetoes(
  detector: Detector,
  products: readonly DecayProduct[],
  electrons: readonly { readonly product: DecayProduct; readonly isTrack: (row: number) => boolean }[],
): (row: number) => number {
  const photons = products.flatMap(({ name }, product) => (name === 'gamma' ? [product] : []));
  const { photons: answers } = allocateResponseBlock(1, [], photons);
  const responses = answers.map((answer) => photonResponse(detector, products[answer.product], answer));
  const showers = electrons.map(({ product, isTrack }) => ({ veto: showerVeto(detector, product), isTrack }));
  // Only the energies of clusters are drawn, which nobody reads.
  const random = new EventRandom(streamKey(0, 'unseen'));
  return (row) => {
    random.start(0);
    let unseen = 1;
    for (let k = 0; k < responses.length; k++) {
      responses[k](row, 0, random);
      unseen *= answers[k].survival[0];
    }
    for (const { veto, isTrack } of showers) {
      if (unseen === 0 || isTrack(row)) continue;
      veto.send(row);
      unseen *= veto.silent;
    }
    return unseen;
  };
}
