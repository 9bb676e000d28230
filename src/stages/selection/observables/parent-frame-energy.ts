import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const sum = new Float64Array(4);

/** Energy of the particles together in the rest frame of the decaying particle: P·p/√P². */
export default {
  id: 'parentFrameEnergy',
  title: 'energy in the rest frame of the decaying particle',
  symbol: 'E^{*}',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate({ parent, particles, count }, of, out) {
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, sum);
      const e = parent.energy[i];
      const x = parent.px[i];
      const y = parent.py[i];
      const z = parent.pz[i];
      out[i] = (e * sum[0] - x * sum[1] - y * sum[2] - z * sum[3]) / Math.sqrt(e * e - x * x - y * y - z * z);
    }
  },
} as const satisfies Observable;
