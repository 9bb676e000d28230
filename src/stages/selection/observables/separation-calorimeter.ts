import type { Observable } from '../observable.ts';
import { smallestSeparation } from '../smallest-separation.ts';

/** Smallest distance between two of the particles named, in the plane of the calorimeter. */
export default {
  id: 'separationCalorimeter',
  title: 'smallest separation at the calorimeter',
  symbol: 'd',
  dimension: 'length',
  unit: { name: 'mm', size: 1e-3 },
  evaluate(candidates, of, out) {
    smallestSeparation(
      candidates,
      of,
      (particle) => particle.calorimeterX,
      (particle) => particle.calorimeterY,
      out,
    );
  },
} as const satisfies Observable;
