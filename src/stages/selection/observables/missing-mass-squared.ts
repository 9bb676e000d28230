import type { Observable } from '../observable.ts';

/** m²miss = (P_K − Σ P_i)². */
export default {
  id: 'missingMassSquared',
  title: 'squared missing mass',
  symbol: 'm^{2}_{miss}',
  dimension: 'energy squared',
  unit: { name: 'GeV²', size: 1 },
  evaluate(candidates, of, out) {
    const { parent, particles, count } = candidates;
    for (let i = 0; i < count; i++) {
      let e = parent.energy[i];
      let x = parent.px[i];
      let y = parent.py[i];
      let z = parent.pz[i];
      for (const index of of) {
        const { momentum } = particles[index];
        e -= momentum.energy[i];
        x -= momentum.px[i];
        y -= momentum.py[i];
        z -= momentum.pz[i];
      }
      out[i] = e * e - x * x - y * y - z * z;
    }
  },
} as const satisfies Observable;
