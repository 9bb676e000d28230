import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** Invariant mass √((ΣE)² − |Σp|²); a negative square gives −√|m²|. */
export default {
  id: 'mass',
  title: 'invariant mass',
  symbol: 'm',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      const square = sum[0] * sum[0] - sum[1] * sum[1] - sum[2] * sum[2] - sum[3] * sum[3];
      out[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
    }
  },
} as const satisfies Observable;
