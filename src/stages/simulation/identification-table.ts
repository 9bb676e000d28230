import { SPECIES } from '../../events/response-block.ts';
import type { Identification, Identity, ProbabilityMap } from '../../experiments/detector-types.ts';

/** Momentum bins per GeV and their number; the last bin holds everything above. */
const BINS_PER_GEV = 2;
const BINS = 200;

/** Probabilities to identify each species as one identity, in bins of momentum: central, low and high. */
export interface IdentificationTable {
  readonly central: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Linear interpolation in the points of a map, constant outside. */
export function interpolateMap({ momentum }: ProbabilityMap, probability: readonly number[], p: number): number {
  if (p <= momentum[0]) return probability[0];
  for (let i = 1; i < momentum.length; i++) {
    if (p <= momentum[i]) {
      const f = (p - momentum[i - 1]) / (momentum[i] - momentum[i - 1]);
      return probability[i - 1] + f * (probability[i] - probability[i - 1]);
    }
  }
  return probability[probability.length - 1];
}

/** A table from the probabilities of each species (index in SPECIES) at the centre of each bin of momentum (GeV). */
export function tabulateIdentification(
  probability: (
    species: number,
    p: number,
  ) => { readonly central: number; readonly low: number; readonly high: number },
): IdentificationTable {
  const [central, low, high] = [0, 1, 2].map(() => new Float64Array(SPECIES.length * BINS));
  for (let species = 0; species < SPECIES.length; species++) {
    for (let bin = 0; bin < BINS; bin++) {
      const at = species * BINS + bin;
      const found = probability(species, (bin + 0.5) / BINS_PER_GEV);
      central[at] = found.central;
      low[at] = found.low;
      high[at] = found.high;
    }
  }
  return { central, low, high };
}

/** The table for one identity; index with `identificationBin`. */
export const identificationTable = (maps: Identification, identity: Identity): IdentificationTable =>
  tabulateIdentification((species, p) => {
    const map = maps[SPECIES[species]][identity].value;
    const [central, low, high] = [map.central, map.low, map.high].map((values) => interpolateMap(map, values, p));
    return { central, low, high };
  });

/** Index into an identification table for a species (index in SPECIES) and a momentum in GeV. */
export function identificationBin(species: number, p: number): number {
  const bin = Math.floor(p * BINS_PER_GEV);
  return species * BINS + (bin < BINS ? bin : BINS - 1);
}
