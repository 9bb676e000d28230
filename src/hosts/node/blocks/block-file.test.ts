import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBlocks, decodeHeader, encodeBlocks, HEADER_BYTES, planMark } from './block-file.ts';

const range = { sample: 2, firstBlock: 7, blocks: 2 };
const file = (numbers: Float64Array) => Buffer.concat(encodeBlocks('digest', range, numbers));

describe('block files', () => {
  it('keep every bit of every number', () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 50 }), (numbers) => {
        const back = decodeBlocks(file(numbers)) as Float64Array;
        expect(Buffer.from(back.buffer, back.byteOffset, back.byteLength)).toEqual(
          Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength),
        );
      }),
      { seed: 1 },
    );
  });

  it('say what they hold', () => {
    const bytes = file(new Float64Array(6));
    expect(decodeHeader(bytes.subarray(0, HEADER_BYTES), bytes.length)).toMatchObject({
      ...range,
      numbers: 6,
      planDigest: planMark('digest'),
    });
  });

  it('are refused when cut anywhere', () => {
    const bytes = file(Float64Array.of(1, 2, 3));
    for (let length = 0; length < bytes.length; length++) {
      expect(decodeBlocks(bytes.subarray(0, length))).toMatch(/^truncated/);
    }
    expect(decodeBlocks(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('1 bytes too long');
  });

  it('are refused when any bit that carries meaning is flipped', () => {
    const bytes = file(Float64Array.of(1, 2, 3));
    for (let i = 0; i < bytes.length; i++) {
      if (i >= 64 && i < HEADER_BYTES) continue;
      for (const bit of [1, 128]) {
        const flipped = Buffer.from(bytes);
        flipped[i] ^= bit;
        expect(typeof decodeBlocks(flipped), `byte ${i}`).toBe('string');
      }
    }
  });
});
