import type { Observable } from '../observable.ts';

/** |Σp| − p_K. */
export default {
  id: 'momentumExcess',
  title: 'total momentum minus beam momentum',
  symbol: 'Δp',
  dimension: 'energy',
  unit: { name: 'GeV', size: 1 },
  evaluate({ particles, parent, count }, of, out) {
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
      const { px, py, pz } = parent;
      const beam = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
      out[i] = Math.sqrt(x * x + y * y + z * z) - beam;
    }
  },
} as const satisfies Observable;
