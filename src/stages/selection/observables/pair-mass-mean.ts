import { overBestPairs } from '../best-pairing.ts';
import type { Observable } from '../observable.ts';

/** Mean mass of the two neutral pairs that two positive and two negative particles make, paired most alike. */
export default {
  id: 'pairMassMean',
  title: 'mean mass of two pairs',
  symbol: 'm_{pair}',
  dimension: 'energy',
  unit: { name: 'MeV', size: 1e-3 },
  evaluate(candidates, of, out) {
    overBestPairs(candidates, of, out, (heavier, lighter) => (heavier + lighter) / 2);
  },
} as const satisfies Observable;
