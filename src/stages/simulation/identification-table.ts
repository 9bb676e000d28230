import { SPECIES } from '../../events/response-block.ts';
import type { Identification, Identity, ProbabilityMap, Species } from '../../experiments/detector-types.ts';

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

/** The table for one identity; index with `identificationBin`. */
export function identificationTable(maps: Identification, identity: Identity): IdentificationTable {
  const fill = (band: 'central' | 'low' | 'high'): Float64Array => {
    const table = new Float64Array(SPECIES.length * BINS);
    SPECIES.forEach((species: Species, s) => {
      const map = maps[species][identity].value;
      for (let bin = 0; bin < BINS; bin++) {
        table[s * BINS + bin] = interpolateMap(map, map[band], (bin + 0.5) / BINS_PER_GEV);
      }
    });
    return table;
  };
  return { central: fill('central'), low: fill('low'), high: fill('high') };
}

/** Index into an identification table for a species (index in SPECIES) and a momentum in GeV. */
export function identificationBin(species: number, p: number): number {
  const bin = Math.floor(p * BINS_PER_GEV);
  return species * BINS + (bin < BINS ? bin : BINS - 1);
}
