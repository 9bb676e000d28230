import { overBestPairs } from '../best-pairing.ts';
import type { Observable } from '../observable.ts';

/** Difference of the masses of the two neutral pairs that two positive and two negative particles make; ≥ 0. */
export default {
  id: 'pairMassDifference',
  title: 'difference of the masses of two pairs',
  symbol: 'Δm_{pair}',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate(candidates, of, out) {
    overBestPairs(candidates, of, out, (heavier, lighter) => heavier - lighter);
  },
} as const satisfies Observable;
