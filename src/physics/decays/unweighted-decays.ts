import { fillUniforms, type StreamKey } from '../../math/random/index.ts';
import type { UnweightedStream } from '../phase-space/unweighted-stream.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import type { CompiledDecay } from './compiled-decay.ts';

/** Trials that are looked at together. */
const TRIALS = 1024;

/**
 * Events of a decay that all count alike, from the random stream `key`: by the model's own way where it has one, else
 * trial t (event t of the stream) is accepted when its weight is above draw `uniformsPerEvent` times a bound that no
 * weight exceeds. Throws InvalidInput where no bound is known.
 */
export function unweightedDecays(compiled: CompiledDecay, key: StreamKey, capacity: number): UnweightedStream {
  if (compiled.unweighted !== undefined) return compiled.unweighted(key, capacity);
  const greatest = compiled.greatestWeight();
  const { uniformsPerEvent } = compiled;
  const draws = Array.from({ length: uniformsPerEvent + 1 }, () => new Float64Array(TRIALS));
  const tried = compiled.finalState.map(() => allocateMomenta(TRIALS));
  const weight = new Float64Array(TRIALS);
  const products = compiled.finalState.map(() => allocateMomenta(capacity));
  let trials = 0;
  let at = TRIALS;

  const look = (): void => {
    fillUniforms(key, trials, TRIALS, draws);
    compiled.generate(draws, TRIALS, tried, weight);
    const highest = weight.reduce((most, w) => Math.max(most, w), 0);
    if (highest > greatest) throw new RangeError(`a weight of ${highest} is above the bound of ${greatest}`);
    trials += TRIALS;
    at = 0;
  };
  return {
    capacity,
    products,
    simd: false,
    get trials() {
      return trials;
    },
    next(count) {
      if (!(Number.isInteger(count) && count >= 0 && count <= capacity))
        throw new RangeError(`${count} events do not fit ${capacity} rows`);
      for (let row = 0; row < count; at++) {
        if (at === TRIALS) look();
        if (weight[at] <= draws[uniformsPerEvent][at] * greatest) continue;
        for (let k = 0; k < products.length; k++) {
          products[k].energy[row] = tried[k].energy[at];
          products[k].px[row] = tried[k].px[at];
          products[k].py[row] = tried[k].py[at];
          products[k].pz[row] = tried[k].pz[at];
        }
        row += 1;
      }
    },
  };
}
