import type { EventRandom } from '../../math/random/index.ts';
import { atLeast } from '../../statistics/at-least.ts';

/** How many chambers a track must cross inside their acceptance, and how many must see it. */
export interface ChambersNeeded {
  readonly crossed: number;
  readonly hit: number;
}

/** Chambers in a set. */
export function countOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/**
 * Which of the chambers that a track crosses see it, each with probability `efficiency`, given that enough do; the
 * probability of that is left in `probability`. Without missing chambers no random number is taken.
 */
export class ChamberHits {
  probability = 1;
  readonly #efficiency: number;
  readonly #needed: number;

  constructor(efficiency: number, needed: number) {
    this.#efficiency = efficiency;
    this.#needed = needed;
  }

  /** The set of chambers that see the track (bit i: chamber i), a part of `crossed`. Zero when too few are crossed. */
  draw(crossed: number, random: EventRandom): number {
    const count = countOf(crossed);
    const needed = this.#needed;
    const e = this.#efficiency;
    if (count < needed) {
      this.probability = 0;
      return 0;
    }
    this.probability = atLeast(count, needed, e);
    if (count === needed || e === 1) return crossed;
    for (;;) {
      let seen = 0;
      let hits = 0;
      for (let bit = 1; bit <= crossed; bit <<= 1) {
        if ((crossed & bit) === 0 || !(random.uniform() < e)) continue;
        seen |= bit;
        hits++;
      }
      if (hits >= needed) return seen;
    }
  }
}
