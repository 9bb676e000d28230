import type { EventRandom } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { SortedMasses } from './sorted-masses.ts';

/** Draws a spectrum without signal for the toy that the generator was started on. */
export type SpectrumToy = (random: EventRandom) => SortedMasses;

/** Events drawn from simulated ones by their weights, their number Poisson around the sum of weights. */
export function simulatedToy(simulated: SortedMasses): SpectrumToy {
  const { total } = simulated;
  return (random) => {
    const events = drawPoisson(random, total);
    return new SortedMasses(Float64Array.from({ length: events }, () => simulated.at(random.uniform() * total)));
  };
}

/**
 * Events of a background whose density was estimated at each hypothesis: constant from midway to midway between
 * neighbours, and beyond the first and last out to the ends of the range.
 */
export function densityToy(
  masses: Float64Array,
  densities: Float64Array,
  [low, high]: readonly [number, number],
): SpectrumToy {
  const cells = masses.length;
  const edges = Float64Array.from({ length: cells + 1 }, (_, i) =>
    i === 0 ? low : i === cells ? high : 0.5 * (masses[i - 1] + masses[i]),
  );
  return (random) => {
    const drawn: number[] = [];
    for (let i = 0; i < cells; i++) {
      const width = edges[i + 1] - edges[i];
      for (let n = drawPoisson(random, densities[i] * width); n > 0; n--)
        drawn.push(edges[i] + width * random.uniform());
    }
    return new SortedMasses(drawn);
  };
}
