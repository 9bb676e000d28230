import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** Component of Σp across the beam direction. */
export default {
  id: 'transverseMomentum',
  title: 'transverse momentum with respect to the beam',
  symbol: 'p_T',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate({ particles, parent, count }, of, out) {
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      const x = sum[1];
      const y = sum[2];
      const z = sum[3];
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
