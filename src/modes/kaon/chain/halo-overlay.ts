import type { DecayBlock, DecayProduct } from '../../../events/decay-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { haloMuons, haloProbability } from '../../../stages/generation/halo-muons.ts';
import { type GeometryNeeds, inAcceptance } from '../../../stages/simulation/in-acceptance.ts';
import { unseenByVetoes } from '../../../stages/simulation/unseen-by-vetoes.ts';

/**
 * Halo muons that a decay is mixed with: where one of them is all that a candidate lacks, where a track must be lost
 * besides, and where a veto must miss a photon.
 */
const MUONS = { lacking: 64, beside: 16, vetoed: 4 } as const;
/** Muons farther from the decay vertex (m) make no vertex with its tracks: one each will do. */
const FAR = 0.1;
/** Mixed events are numbered from here, so that their random numbers are no other event's. */
const FIRST_MIXED = 2 ** 45;
/** Probability of silent vetoes from which on photons stand in no candidate's way. */
const UNSEEN = 0.5;

/** Halo muons over the decays of a block: one for each, then many for those that wait for one. */
export interface HaloOverlay {
  /** Row of the block as it was, for each row put into it. */
  readonly source: Int32Array;
  /** Adds a muon to each decay; multiplies weights by its probability, and by 0 for those that `put` brings. */
  add(): void;
  /** Fills the block with mixed events that the detector can see; false when there are no more. */
  put(): boolean;
}

/** What of a decay's mixing depends on the search. */
export interface MixingNeeds extends GeometryNeeds {
  /** Whether photons are vetoed. */
  readonly quiet: boolean;
  /** Products of the block that are e⁺e⁻ of a photon, which the vetoes see where no track is made of them. */
  readonly fromPhotons: readonly number[];
}

/**
 * The halo muon `muon` over the decays of a block. With `needs`, decays of which straight lines say that only its track is
 * lacking are mixed with many muons, each with its part of their weight; of these, events whose muon passes the decay
 * vertex and crosses the detector, on a straight line, come into the block. All else is the decay with its first muon.
 * Rows of one decay stand together and share its number in `block.family`.
 */
export function haloOverlay(
  { halo, detector, beam }: Experiment,
  block: DecayBlock,
  muon: DecayProduct,
  needs: MixingNeeds | undefined,
  seed: number,
  stream: string,
): HaloOverlay {
  const { capacity, products, vertex, parent, weight } = block;
  const probability = haloProbability(halo, muon.charge);
  const drawn = (count: number, key: string) =>
    haloMuons(halo, block, muon, detector.straw, beam.fiducial.value[0], count, seed, `${stream}/${key}`);
  const one = drawn(capacity, 'halo');
  const many = drawn(MUONS.lacking, 'mixed halo');
  const seen = (product: DecayProduct) =>
    inAcceptance(detector, [product], {
      crossed: detector.straw.z.value.length,
      hodoscope: true,
      ...needs,
      positive: product.charge > 0 ? 1 : 0,
      negative: product.charge < 0 ? 1 : 0,
    }).row;
  const crosses = seen(muon);
  const { origin, momentum } = muon;
  const worthwhile = (row: number): boolean => {
    const way = (vertex.z[row] - origin.z[row]) / momentum.pz[row];
    const dx = origin.x[row] + momentum.px[row] * way - vertex.x[row];
    const dy = origin.y[row] + momentum.py[row] * way - vertex.y[row];
    return dx * dx + dy * dy < FAR * FAR && crosses(row);
  };
  const others = products.filter((product) => product !== muon);
  const muonsFor = needs === undefined ? () => 0 : muonsOf(needs);
  if (needs !== undefined) block.family ??= new Int32Array(capacity);
  const { family } = block;
  const groups = [parent, vertex, ...others.flatMap(({ origin, momentum }) => [origin, momentum])];
  const columns = [...new Set([weight, ...groups.flatMap((group) => Object.values(group) as Float64Array[])])];
  const kept = columns.map(() => new Float64Array(capacity));
  const keptFamily = new Int32Array(capacity);
  const rows = new Int32Array(capacity);
  const mixes = new Int32Array(capacity);
  const source = new Int32Array(capacity);
  let first = 0;
  let waiting = 0;
  let next = 0;
  let muons = 0;
  let put = 0;
  let lastDrawn = -1;

  return {
    source,
    add() {
      const { count } = block;
      first = block.firstEvent;
      waiting = 0;
      next = 0;
      muons = 0;
      put = 0;
      lastDrawn = -1;
      one.draw(first, count);
      for (let i = 0; i < count; i++) {
        weight[i] *= probability;
        const density = one.put(i, i);
        const mixed = muonsFor(i);
        if (mixed > 0) {
          for (let c = 0; c < columns.length; c++) kept[c][waiting] = columns[c][i];
          if (family !== undefined) keptFamily[waiting] = family[i];
          mixes[waiting] = mixed;
          rows[waiting++] = i;
        }
        weight[i] *= mixed > 0 && worthwhile(i) ? 0 : density;
      }
    },
    put() {
      block.firstEvent = FIRST_MIXED + first * MUONS.lacking + put;
      let row = 0;
      for (; next < waiting; next++, muons = 0) {
        if (lastDrawn !== next) {
          many.draw((first + rows[next]) * MUONS.lacking, mixes[next]);
          lastDrawn = next;
        }
        for (; muons < mixes[next] && row < capacity; muons++) {
          for (let c = 0; c < columns.length; c++) columns[c][row] = kept[c][next];
          const density = many.put(muons, row);
          if (!worthwhile(row)) continue;
          weight[row] *= density / mixes[next];
          if (family !== undefined) family[row] = keptFamily[next];
          source[row] = rows[next];
          row++;
        }
        if (muons < mixes[next]) break;
      }
      block.count = row;
      put += row;
      return row > 0;
    },
  };

  /** How many muons are worth their while by straight lines: none where a track is lacking or the vetoes see something. */
  function muonsOf({ positive, negative, quiet, fromPhotons }: MixingNeeds): (row: number) => number {
    const tracks = others
      .filter(({ charge }) => charge !== 0)
      .map((product) => ({ product, charge: product.charge, seen: seen(product) }));
    const missingPositive = positive - (muon.charge > 0 ? 1 : 0);
    const missingNegative = negative - (muon.charge < 0 ? 1 : 0);
    const electrons = tracks.filter(({ product }) => fromPhotons.includes(products.indexOf(product)));
    const unseen = unseenByVetoes(
      detector,
      others,
      electrons.map(({ product, seen }) => ({ product, isTrack: seen })),
    );
    return (row) => {
      let foundPositive = 0;
      let foundNegative = 0;
      for (const { charge, seen } of tracks) {
        if (!seen(row)) continue;
        if (charge > 0) foundPositive++;
        else foundNegative++;
      }
      if (foundPositive < missingPositive || foundNegative < missingNegative) return 0;
      if (quiet && unseen(row) < UNSEEN) return MUONS.vetoed;
      return foundPositive + foundNegative > missingPositive + missingNegative ? MUONS.beside : MUONS.lacking;
    };
  }
}
