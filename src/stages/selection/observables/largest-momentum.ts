import type { Observable } from '../observable.ts';

/** The largest momentum among the particles named. */
export default {
  id: 'largestMomentum',
  title: 'largest momentum',
  symbol: 'p_{max}',
  dimension: 'energy',
  unit: { name: 'GeV', size: 1 },
  evaluate({ particles, count }, of, out) {
    for (let i = 0; i < count; i++) {
      let found = 0;
      for (const index of of) {
        const { px, py, pz } = particles[index].momentum;
        const square = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
        if (square > found) found = square;
      }
      out[i] = Math.sqrt(found);
    }
  },
} as const satisfies Observable;
