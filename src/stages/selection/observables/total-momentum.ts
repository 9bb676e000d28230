import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** |Σp|. */
export default {
  id: 'totalMomentum',
  title: 'total momentum',
  symbol: 'p',
  dimension: 'energy',
  unit: { name: 'GeV', size: 1 },
  evaluate({ particles, count }, of, out) {
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      out[i] = Math.sqrt(sum[1] * sum[1] + sum[2] * sum[2] + sum[3] * sum[3]);
    }
  },
} as const satisfies Observable;
