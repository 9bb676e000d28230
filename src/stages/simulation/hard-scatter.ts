import { exp, log } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';
import type { ScatteringTail } from '../../physics/passage/index.ts';

/**
 * Draws in which of some layers a particle scatters hard, if in any, and how far: as nature does, or, for a share of the
 * particles, in one of them for certain and as often by any factor in angle, so that rare large angles are seen. `weight`
 * is the natural density over the drawn one; it is 1 for a share of 0, when one uniform number is drawn.
 */
export class HardScatter {
  /** The layer, −1 for none. */
  layer = -1;
  /** Angle times momentum (rad·GeV). */
  angle = 0;
  weight = 1;
  readonly #tail: ScatteringTail;
  readonly #layers: number;
  readonly #share: number;
  /** Least angle, logarithm of the range, and difference of 1/θ² over it. */
  readonly #least: number;
  readonly #range: number;
  readonly #inverse: number;

  constructor(tail: ScatteringTail, layers: number, share = 0) {
    this.#tail = tail;
    this.#layers = layers;
    this.#share = tail.mean > 0 ? share : 0;
    const [least, most] = [tail.angle(1), tail.angle(0)];
    this.#least = least;
    this.#range = tail.mean > 0 ? log(most / least) : 0;
    this.#inverse = 1 / (least * least) - 1 / (most * most);
  }

  draw(random: EventRandom): void {
    const { mean } = this.#tail;
    const prefers = this.#share > 0 && random.uniform() < this.#share;
    const place = prefers ? random.uniform() * this.#layers : random.uniform() / mean;
    this.layer = place < this.#layers ? Math.floor(place) : -1;
    if (this.layer >= 0) {
      const u = place - this.layer;
      this.angle = prefers ? this.#least * exp(u * this.#range) : this.#tail.angle(u);
    }
    this.weight = 1 / (1 - this.#share + this.#share * this.#ratio());
  }

  /** Density of what was drawn in a preferring particle over the natural one. */
  #ratio(): number {
    if (this.layer < 0 || this.#share === 0) return 0;
    const preferred = 1 / (this.#layers * this.angle * this.#range);
    const natural = (this.#tail.mean * 2) / (this.angle * this.angle * this.angle * this.#inverse);
    return preferred / natural;
  }
}
