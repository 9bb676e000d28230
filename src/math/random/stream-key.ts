import { InvalidInput } from '../../schema/index.ts';
import { threefry2x32 } from './threefry.ts';

/** The 64-bit key of one random stream, as two 32-bit words; survives structured clone. */
export interface StreamKey {
  readonly k0: number;
  readonly k1: number;
}

/**
 * The key of the stream `name` under `seed`, any integer from 0 to 2^53 − 1: the name's UTF-8 bytes chained through
 * Threefry eight at a time, the state as the key and the block added back (Matyas, Meyer, Oseas 1985). Unlike seeds or
 * names give unrelated streams. Throws InvalidInput for another seed.
 */
export function streamKey(seed: number, name: string): StreamKey {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new InvalidInput('seed', `${seed} is not an integer from 0 to ${Number.MAX_SAFE_INTEGER}.`);
  }
  const bytes = new TextEncoder().encode(name);
  const word = (from: number): number =>
    (bytes[from] ?? 0) |
    ((bytes[from + 1] ?? 0) << 8) |
    ((bytes[from + 2] ?? 0) << 16) |
    ((bytes[from + 3] ?? 0) << 24);
  const state = new Int32Array(2);
  const block = new Int32Array(2);
  const absorb = (low: number, high: number): void => {
    threefry2x32(low, high, state[0], state[1], block);
    state[0] = block[0] ^ low;
    state[1] = block[1] ^ high;
  };
  absorb(seed | 0, Math.floor(seed / 4294967296) | 0);
  for (let at = 0; at < bytes.length; at += 8) absorb(word(at), word(at + 4));
  absorb(bytes.length, 0);
  return { k0: state[0], k1: state[1] };
}
