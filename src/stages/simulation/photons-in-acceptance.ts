import type { DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';

/**
 * Whether the decay of a row sends at least `needed` photons that make a cluster straight into the calorimeter: no random
 * number, no material on the way. With `inAcceptance`, what a decay must do to be worth many responses.
 */
export function photonsInAcceptance(
  { calorimeter, vetoes }: Detector,
  products: readonly DecayProduct[],
  needed: number,
): (row: number) => boolean {
  const inLkr = inCalorimeter(calorimeter);
  const plane = calorimeter.z.value as number;
  const least = vetoes.clusterThreshold.value as number;
  const photons = products.filter(({ name }) => name === 'gamma');
  const spare = photons.length - needed;
  return (row) => {
    let missed = 0;
    for (const { origin, momentum } of photons) {
      const along = momentum.pz[row];
      const step = (plane - origin.z[row]) / along;
      const arrives =
        along > 0 &&
        step > 0 &&
        momentum.energy[row] > least &&
        inLkr(origin.x[row] + momentum.px[row] * step, origin.y[row] + momentum.py[row] * step);
      if (!arrives && ++missed > spare) return false;
    }
    return spare >= 0;
  };
}
