import type { Observable } from '../observable.ts';
import missingMassSquared from './missing-mass-squared.ts';

/** m_miss = √(P_K − Σ P_i)²; a negative square gives −√|m²|. */
export default {
  id: 'missingMass',
  title: 'missing mass',
  symbol: 'm_{miss}',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate(candidates, of, out) {
    missingMassSquared.evaluate(candidates, of, out);
    for (let i = 0; i < candidates.count; i++) out[i] = out[i] < 0 ? -Math.sqrt(-out[i]) : Math.sqrt(out[i]);
  },
} as const satisfies Observable;
