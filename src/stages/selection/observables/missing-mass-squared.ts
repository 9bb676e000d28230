import type { Observable } from '../observable.ts';
import { squaredMissingMass } from '../squared-missing-mass.ts';

/** m²miss = (P_K − Σ P_i)². */
export default {
  id: 'missingMassSquared',
  title: 'squared missing mass',
  symbol: 'm^{2}_{miss}',
  dimension: 'energy squared',
  unit: { name: 'GeV²', size: 1 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    const { energy, px, py, pz } = candidates.parent;
    for (let i = 0; i < count; i++) out[i] = squaredMissingMass(energy[i], px[i], py[i], pz[i], particles, of, i);
  },
} as const satisfies Observable;
