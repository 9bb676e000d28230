import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import type { CountSource } from './sealed-data.ts';

/**
 * Pseudo-data: a Poisson count around the expectation of each bin, drawn when asked for, from (seed, bin) alone. A bin
 * that nobody asks for is never drawn.
 */
export function pseudoData(expected: Float64Array, seed: number): CountSource {
  const random = new EventRandom(streamKey(seed, 'pseudo-data'));
  return (bin) => {
    random.start(bin);
    return drawPoisson(random, expected[bin]);
  };
}
