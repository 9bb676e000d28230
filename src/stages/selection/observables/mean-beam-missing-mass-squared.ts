import type { Observable } from '../observable.ts';

/** m²miss with the run-averaged beam for the decaying particle, whatever measures it. */
export default {
  id: 'meanBeamMissingMassSquared',
  title: 'squared missing mass with the mean beam',
  symbol: 'm^{2}_{miss}(beam)',
  dimension: 'energy squared',
  unit: { name: 'GeV²', size: 1 },
  evaluate(candidates, of, out) {
    const { meanParent, particles, count } = candidates;
    for (let i = 0; i < count; i++) {
      let { energy: e, px: x, py: y, pz: z } = meanParent;
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
