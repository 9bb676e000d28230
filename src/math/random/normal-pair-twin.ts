import { log } from '../elementary/logarithm.ts';
import { cosTurns, sinTurns } from '../elementary/turns.ts';
import { uniformPairTwin } from './uniform-pair-twin.ts';

/** Standard normal numbers (Box and Muller 1958) from the uniform ones of `uniformPairTwin`, same arguments. */
export function normalPairTwin(
  k0: number,
  k1: number,
  low: number,
  drawWord: number,
  from: number,
  count: number,
  a: Float64Array,
  b: Float64Array,
): void {
  uniformPairTwin(k0, k1, low, drawWord, from, count, a, b);
  for (let i = from; i < from + count; i++) {
    const radius = Math.sqrt(-2 * log(a[i]));
    const turn = b[i];
    a[i] = radius * cosTurns(turn);
    b[i] = radius * sinTurns(turn);
  }
}
