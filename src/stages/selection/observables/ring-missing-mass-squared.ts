import type { Observable } from '../observable.ts';

/** m²miss of a track with the momentum that its ring gives, in its measured direction; −∞ where the ring gives none. */
export default {
  id: 'ringMissingMassSquared',
  title: 'squared missing mass with the momentum from the ring',
  symbol: 'm^{2}_{miss}(ring)',
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
        const { momentum, ringMomentum, mass } = particles[index];
        const { px, py, pz } = momentum;
        const ring = ringMomentum[i];
        const scale = ring / Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
        e -= Math.sqrt(ring * ring + mass * mass);
        x -= px[i] * scale;
        y -= py[i] * scale;
        z -= pz[i] * scale;
      }
      const square = e * e - x * x - y * y - z * z;
      out[i] = Number.isFinite(square) ? square : Number.NEGATIVE_INFINITY;
    }
  },
} as const satisfies Observable;
