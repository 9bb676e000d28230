import { normalPair, type PairFiller, uniformPair } from './pair-kernel.ts';
import type { StreamKey } from './stream-key.ts';

/**
 * The counter of a draw: word 0 holds the low 32 bits of the event index, word 1 its high 20 bits below the 12 bits of
 * the pair index. A pair is the two words that one encryption yields, so an event has draws 0…8191.
 */
const pairShift = 20;
export const pairsPerKey = 4096;

function checkDraw(firstEvent: number, count: number, pair: number): void {
  if (!(Number.isSafeInteger(firstEvent) && firstEvent >= 0 && firstEvent + count <= 2 ** 52)) {
    throw new RangeError(`events ${firstEvent}…+${count} are outside 0…2^52`);
  }
  if (!(Number.isInteger(pair) && pair >= 0 && pair < pairsPerKey)) {
    throw new RangeError(`pair ${pair} is outside 0…${pairsPerKey - 1}`);
  }
}

/**
 * Two uniform numbers of the open interval (0, 1) per event, steps of 2^−32: a[i] and b[i] for event firstEvent + i,
 * i < count, are draws 2·pair and 2·pair + 1 of that event, whatever firstEvent and count. Event indices below 2^52,
 * pair below 4096; throws RangeError outside. SIMD where the engine has it, with the same bits.
 */
export function fillUniformPair(
  key: StreamKey,
  firstEvent: number,
  count: number,
  pair: number,
  a: Float64Array,
  b: Float64Array,
): void {
  fillByStretches(uniformPair, key, firstEvent, count, pair, a, b);
}

/** One call of `fill` per value of the high word of the event index. */
function fillByStretches(
  fill: PairFiller,
  key: StreamKey,
  firstEvent: number,
  count: number,
  pair: number,
  a: Float64Array,
  b: Float64Array,
): void {
  checkDraw(firstEvent, count, pair);
  let done = 0;
  while (done < count) {
    const first = firstEvent + done;
    const high = Math.floor(first / 4294967296);
    const low = first - high * 4294967296;
    const stretch = Math.min(count - done, 4294967296 - low);
    fill(key.k0 | 0, key.k1 | 0, low, (pair << pairShift) | high, done, stretch, a, b);
    done += stretch;
  }
}

const discarded = new Float64Array(4096);

/** Draws 0, 1, 2, … of every event, one column per draw, as `fillUniformPair`; at most 8192 columns. */
export function fillUniforms(
  key: StreamKey,
  firstEvent: number,
  count: number,
  columns: readonly Float64Array[],
): void {
  for (let draw = 0; draw < columns.length; draw += 2) {
    const pair = draw >> 1;
    if (draw + 1 < columns.length) {
      fillUniformPair(key, firstEvent, count, pair, columns[draw], columns[draw + 1]);
      continue;
    }
    for (let from = 0; from < count; from += discarded.length) {
      const part = Math.min(discarded.length, count - from);
      fillUniformPair(key, firstEvent + from, part, pair, columns[draw].subarray(from, from + part), discarded);
    }
  }
}

/**
 * Two independent standard normal numbers per event (Box and Muller 1958) from the draws of `pair`; at most 6.8 in
 * size, since the uniforms have 32 bits. Ranges and errors as `fillUniformPair`.
 */
export function fillNormalPair(
  key: StreamKey,
  firstEvent: number,
  count: number,
  pair: number,
  a: Float64Array,
  b: Float64Array,
): void {
  fillByStretches(normalPair, key, firstEvent, count, pair, a, b);
}
