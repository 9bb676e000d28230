import { sumMomenta } from '../momentum-sum.ts';
import type { Observable } from '../observable.ts';

const pair = new Float64Array(4);
const all = new Float64Array(4);

/**
 * Cosine of the angle between the first of two particles and the decaying particle in the rest frame of the two: the
 * decaying particle is the sum of all roles. From invariants: P·p₁ = E_P E₁ − |P||p₁| cos θ in that frame.
 */
export default {
  id: 'decayAngleCosine',
  title: 'cosine of the decay angle',
  symbol: 'cos θ',
  dimension: 'number',
  unit: { name: '', size: 1 },
  evaluate(candidates, of, out) {
    const { particles, count } = candidates;
    const first = particles[of[0]].momentum;
    const everything = particles.map((_, index) => index);
    for (let i = 0; i < count; i++) {
      sumMomenta(particles, of, i, pair);
      sumMomenta(particles, everything, i, all);
      const q2 = pair[0] * pair[0] - pair[1] * pair[1] - pair[2] * pair[2] - pair[3] * pair[3];
      const pq = all[0] * pair[0] - all[1] * pair[1] - all[2] * pair[2] - all[3] * pair[3];
      const p2 = all[0] * all[0] - all[1] * all[1] - all[2] * all[2] - all[3] * all[3];
      const e = first.energy[i];
      const x = first.px[i];
      const y = first.py[i];
      const z = first.pz[i];
      const q1 = pair[0] * e - pair[1] * x - pair[2] * y - pair[3] * z;
      const p1 = all[0] * e - all[1] * x - all[2] * y - all[3] * z;
      const m2 = e * e - x * x - y * y - z * z;
      const size = Math.sqrt(Math.max(0, pq * pq - p2 * q2) * Math.max(0, q1 * q1 - m2 * q2));
      out[i] = size > 0 ? (pq * q1 - p1 * q2) / size : 0;
    }
  },
} as const satisfies Observable;
