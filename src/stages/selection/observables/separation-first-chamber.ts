import type { Observable } from '../observable.ts';
import { smallestSeparation } from '../smallest-separation.ts';

/** Smallest distance between two of the particles named, in the plane of the first chamber. */
export default {
  id: 'separationFirstChamber',
  title: 'smallest separation at the first chamber',
  symbol: 'd',
  dimension: 'length',
  unit: { name: 'mm', size: 1e-3 },
  evaluate(candidates, of, out) {
    smallestSeparation(
      candidates,
      of,
      (particle) => particle.x,
      (particle) => particle.y,
      out,
    );
  },
} as const satisfies Observable;
