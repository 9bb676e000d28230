import type { Observable } from '../observable.ts';

/** Invariant mass √((ΣE)² − |Σp|²); a negative square gives −√|m²|. */
export default {
  id: 'mass',
  title: 'invariant mass',
  symbol: 'm',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    for (let i = 0; i < count; i++) {
      let e = 0;
      let x = 0;
      let y = 0;
      let z = 0;
      for (const index of of) {
        const { momentum } = particles[index];
        e += momentum.energy[i];
        x += momentum.px[i];
        y += momentum.py[i];
        z += momentum.pz[i];
      }
      const square = e * e - x * x - y * y - z * z;
      out[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
    }
  },
} as const satisfies Observable;
