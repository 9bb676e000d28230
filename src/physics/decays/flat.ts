import { flatPhaseSpace } from '../phase-space/flat.ts';
import { greatestFlatWeight } from '../phase-space/greatest-weight.ts';
import { twoBodyVolume } from '../phase-space/two-body.ts';
import { unweightedStream } from '../phase-space/unweighted-stream.ts';
import type { DecayModel } from './decay-model.ts';

/**
 * Uniform phase space (|M|² = 1) for `decay`, a text, with [M, m1, … mn] in GeV, n = 2…6. What every decay without an
 * amplitude of its own gets. Throws InvalidInput for a closed decay or too many products.
 */
export function flatDecay(decay: string, masses: readonly number[]): DecayModel {
  const phaseSpace = flatPhaseSpace(masses);
  const factor = 1 / (2 * masses[0]);
  return {
    id: 'flat',
    title: 'uniform phase space',
    references: ['F. James, CERN 68-15 (1968)'],
    decays: [decay],
    normalisation: 'proportional',
    uniformsPerEvent: phaseSpace.uniformsPerEvent,
    ...(masses.length === 3 ? { evenWeight: twoBodyVolume(masses) * factor } : {}),
    greatestWeight: () => factor * greatestFlatWeight(masses),
    ...(masses.length > 4 ? { unweighted: (key, capacity) => unweightedStream(key, masses, capacity) } : {}),
    generate(draws, count, products, weight) {
      phaseSpace.generate(draws, count, products, weight);
      for (let i = 0; i < count; i++) weight[i] *= factor;
    },
  };
}
