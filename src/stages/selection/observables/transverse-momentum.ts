import type { Observable } from '../observable.ts';

/** Component of Σp across the beam direction. */
export default {
  id: 'transverseMomentum',
  title: 'transverse momentum with respect to the beam',
  symbol: 'p_T',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
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
      const bx = parent.px[i];
      const by = parent.py[i];
      const bz = parent.pz[i];
      const cx = y * bz - z * by;
      const cy = z * bx - x * bz;
      const cz = x * by - y * bx;
      out[i] = Math.sqrt((cx * cx + cy * cy + cz * cz) / (bx * bx + by * by + bz * bz));
    }
  },
} as const satisfies Observable;
