import { SPECIES, type TrackColumns } from '../../../events/response-block.ts';
import type { BandedEfficiency, Hermetic } from '../../../experiments/hermetic.ts';
import { particle } from '../../../physics/particles/index.ts';
import { type IdentificationTable, tabulateIdentification } from '../identification-table.ts';
import { ringPasses } from './ring.ts';

const MASSES = { e: particle('e+').mass, mu: particle('mu+').mass, pi: particle('pi+').mass } as const;

/**
 * Probability that a particle of a species with momentum `p` (GeV) is taken for a pion by its ring and by calorimeters and
 * muon detector together, and the ends of its band. A muon's ring is a pion's by its resolution or, rarely, otherwise.
 */
export function strictPion({ ring, pion }: Hermetic, species: keyof typeof MASSES, p: number): BandedEfficiency {
  const passes = ringPasses(ring, MASSES[species], MASSES.pi, MASSES.mu, p);
  const band = (end: keyof BandedEfficiency): number => {
    const tail = ring.tail.value[end];
    const byRing = species === 'pi' ? ring.found.value[end] * passes : tail + (1 - tail) * passes;
    return pion[species].value[end] * byRing;
  };
  return { central: band('central'), low: band('low'), high: band('high') };
}

const PION = SPECIES.indexOf('pi');

/**
 * What strict identification meets in row `j`: what crosses the RICH, and of a pion what arrives at the calorimeter. What
 * a muon does behind the RICH, its decays as well, is in the measured probability to take it for a pion.
 */
export const strictSpecies = ({ speciesAtRich, species }: TrackColumns, j: number): number =>
  speciesAtRich[j] === PION ? species[j] : speciesAtRich[j];

/** The table of strictly identified pions, as the other tables. */
export const strictPionTable = (hermetic: Hermetic): IdentificationTable =>
  tabulateIdentification((species, p) => strictPion(hermetic, SPECIES[species], p));
