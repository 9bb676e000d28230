import type { Observable } from '../observable.ts';

/** |Σp|. */
export default {
  id: 'totalMomentum',
  title: 'total momentum',
  symbol: 'p',
  dimension: 'energy',
  unit: { name: 'GeV', size: 1 },
  evaluate({ particles, count }, of, out) {
    for (let i = 0; i < count; i++) {
      let x = 0;
      let y = 0;
      let z = 0;
      for (const index of of) {
        const { momentum } = particles[index];
        x += momentum.px[i];
        y += momentum.py[i];
        z += momentum.pz[i];
      }
      out[i] = Math.sqrt(x * x + y * y + z * z);
    }
  },
} as const satisfies Observable;
