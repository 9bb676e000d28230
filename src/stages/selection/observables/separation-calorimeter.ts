import type { Observable } from '../observable.ts';

/** Smallest distance between two of the particles named, in the plane of the calorimeter. */
export default {
  id: 'separationCalorimeter',
  title: 'smallest separation at the calorimeter',
  symbol: 'd',
  dimension: 'length',
  unit: { name: 'mm', size: 1e-3 },
  evaluate({ particles, count }, of, out) {
    for (let i = 0; i < count; i++) {
      let found = Number.POSITIVE_INFINITY;
      for (let a = 0; a < of.length; a++) {
        const first = particles[of[a]];
        for (let b = a + 1; b < of.length; b++) {
          const second = particles[of[b]];
          const dx = first.calorimeterX[i] - second.calorimeterX[i];
          const dy = first.calorimeterY[i] - second.calorimeterY[i];
          const square = dx * dx + dy * dy;
          if (square < found) found = square;
        }
      }
      out[i] = Math.sqrt(found);
    }
  },
} as const satisfies Observable;
