import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** Squared invariant mass (ΣE)² − |Σp|². */
export default {
  id: 'massSquared',
  title: 'squared invariant mass',
  symbol: 'm²',
  dimension: 'energy squared',
  unit: { name: 'GeV²', size: 1 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      out[i] = sum[0] * sum[0] - sum[1] * sum[1] - sum[2] * sum[2] - sum[3] * sum[3];
    }
  },
} as const satisfies Observable;
