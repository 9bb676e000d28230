import type { Observable } from '../observable.ts';
import { squaredMissingMass } from '../squared-missing-mass.ts';

/** m²miss with the run-averaged beam for the decaying particle, whatever measures it. */
export default {
  id: 'meanBeamMissingMassSquared',
  title: 'squared missing mass with the mean beam',
  symbol: 'm^{2}_{miss}(beam)',
  dimension: 'energy squared',
  unit: { name: 'GeV²', size: 1 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    const { energy, px, py, pz } = candidates.meanParent;
    for (let i = 0; i < count; i++) out[i] = squaredMissingMass(energy, px, py, pz, particles, of, i);
  },
} as const satisfies Observable;
