import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** |Σp| − p_K. */
export default {
  id: 'momentumExcess',
  title: 'total momentum minus beam momentum',
  symbol: 'Δp',
  dimension: 'energy',
  unit: { name: 'GeV', size: 1 },
  evaluate({ particles, parent, count }, of, out) {
    const { px, py, pz } = parent;
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      const beam = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
      out[i] = Math.sqrt(sum[1] * sum[1] + sum[2] * sum[2] + sum[3] * sum[3]) - beam;
    }
  },
} as const satisfies Observable;
