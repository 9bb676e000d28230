import { log } from '../elementary/logarithm.ts';
import { sinCosTurns } from '../elementary/turns.ts';
import type { StreamKey } from './stream-key.ts';
import { threefry2x32 } from './threefry.ts';

const words = new Int32Array(2);
const sineCosine = new Float64Array(2);
const inverse2to32 = 2.3283064365386963e-10;

/**
 * The draws of one event after another, for code that cannot say in advance how many it needs. `uniform()` returns draw
 * 0, 1, 2, … of the event last started, the numbers of `fillUniforms`; beyond draw 8191 it goes on under a changed key.
 */
export class EventRandom {
  readonly #k0: number;
  readonly #k1: number;
  #low = 0;
  #high = 0;
  #pair = 0;
  #second = 0;
  #hasSecond = false;
  #spareNormal = 0;
  #hasSpareNormal = false;

  constructor(key: StreamKey) {
    this.#k0 = key.k0 | 0;
    this.#k1 = key.k1 | 0;
  }

  /** Goes to draw 0 of event `event`, an integer from 0 to 2^52 − 1; throws RangeError outside. */
  start(event: number): void {
    if (!(Number.isSafeInteger(event) && event >= 0 && event < 4503599627370496)) {
      throw new RangeError(`event ${event} is not an integer from 0 to 2^52 - 1`);
    }
    this.#high = event > 4294967295 ? Math.floor(event / 4294967296) : 0;
    this.#low = event | 0;
    this.#pair = 0;
    this.#hasSecond = false;
    this.#hasSpareNormal = false;
  }

  /** The next number of the open interval (0, 1), a multiple of 2^−32 plus 2^−33. */
  uniform(): number {
    if (this.#hasSecond) {
      this.#hasSecond = false;
      return this.#second;
    }
    const pair = this.#pair++;
    threefry2x32(this.#low, (pair << 20) | this.#high, this.#k0, this.#k1 ^ (pair >>> 12), words);
    this.#second = ((words[1] >>> 0) + 0.5) * inverse2to32;
    this.#hasSecond = true;
    return ((words[0] >>> 0) + 0.5) * inverse2to32;
  }

  /** A standard normal number; takes two uniform draws at every other call. */
  normal(): number {
    if (this.#hasSpareNormal) {
      this.#hasSpareNormal = false;
      return this.#spareNormal;
    }
    const radius = Math.sqrt(-2 * log(this.uniform()));
    sinCosTurns(this.uniform(), sineCosine);
    this.#spareNormal = radius * sineCosine[0];
    this.#hasSpareNormal = true;
    return radius * sineCosine[1];
  }

  /** An exponential number of mean 1, at most 22.9. */
  exponential(): number {
    return -log(this.uniform());
  }
}
