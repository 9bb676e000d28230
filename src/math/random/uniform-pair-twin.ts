import { parity } from './threefry.ts';

const inverse2to32 = 2.3283064365386963e-10;

/**
 * a[from + j] and b[from + j] for j < count: the two words of Threefry's counter (low + j, drawWord) under (k0, k1) as
 * numbers of (0, 1), steps of 2^-32. low + count must not pass 2^32. The twin of kernels/assembly/random-columns.ts,
 * which gives the same bits.
 */
export function uniformPairTwin(
  k0: number,
  k1: number,
  low: number,
  drawWord: number,
  from: number,
  count: number,
  a: Float64Array,
  b: Float64Array,
): void {
  const k2 = parity ^ k0 ^ k1;
  const end = from + count;
  for (let i = from, c0 = low | 0; i < end; i++, c0 = (c0 + 1) | 0) {
    // threefry2x32 written out: as a call it takes twice the time.
    let x = (c0 + k0) | 0;
    let y = (drawWord + k1) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 1) | 0;

    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 2) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k0) | 0;
    y = (y + k1 + 3) | 0;

    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 4) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 5) | 0;
    a[i] = ((x >>> 0) + 0.5) * inverse2to32;
    b[i] = ((y >>> 0) + 0.5) * inverse2to32;
  }
}
