import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { BlockRange } from '../../../tasks/index.ts';

/**
 * A block file is a header of 80 bytes and the sums of a range of blocks as little-endian float64, sub-tree after
 * sub-tree. In the header:
 *
 *    0  'SPILLSUM'
 *    8  SHA-256 of the text of the plan's digest
 *   40  sample, first block, blocks, numbers in the payload, CRC-32 of the payload
 *   60  CRC-32 of the first 60 bytes; the rest is zero
 *
 * Integers are unsigned, 32-bit, little-endian.
 */
const MAGIC = 'SPILLSUM';
export const HEADER_BYTES = 80;
const DIGEST_AT = 8;
const INTEGERS_AT = 40;
const CHECKSUM_AT = 60;

export interface BlockFileHeader extends BlockRange {
  readonly planDigest: string;
  /** Length of the payload, in numbers. */
  readonly numbers: number;
  readonly payloadChecksum: number;
}

/** The plan's digest as it stands in a header. */
export const planMark = (planDigest: string): string => createHash('sha256').update(planDigest).digest('hex');

const bytesOf = (numbers: Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The two parts of a file: header and payload (a view, not a copy). */
export function encodeBlocks(planDigest: string, range: BlockRange, numbers: Float64Array): [Uint8Array, Uint8Array] {
  const payload = bytesOf(numbers);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.write(planMark(planDigest), DIGEST_AT, 'hex');
  const integers = [range.sample, range.firstBlock, range.blocks, numbers.length, crc32(payload)];
  integers.forEach((value, i) => {
    header.writeUInt32LE(value, INTEGERS_AT + 4 * i);
  });
  header.writeUInt32LE(crc32(header.subarray(0, CHECKSUM_AT)), CHECKSUM_AT);
  return [header, payload];
}

/** What a header says, with `planDigest` as its mark; a few words on the defect when it is none. */
export function decodeHeader(bytes: Uint8Array, fileSize: number): BlockFileHeader | string {
  if (bytes.length < HEADER_BYTES) return `truncated after ${bytes.length} bytes`;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'not a block file';
  if (header.readUInt32LE(CHECKSUM_AT) !== crc32(header.subarray(0, CHECKSUM_AT))) return 'damaged header';
  const [sample, firstBlock, blocks, numbers, payloadChecksum] = [0, 1, 2, 3, 4].map((i) =>
    header.readUInt32LE(INTEGERS_AT + 4 * i),
  );
  const expected = HEADER_BYTES + 8 * numbers;
  if (fileSize < expected) return `truncated: ${fileSize} of ${expected} bytes`;
  if (fileSize > expected) return `${fileSize - expected} bytes too long`;
  const planDigest = header.toString('hex', DIGEST_AT, INTEGERS_AT);
  return { planDigest, sample, firstBlock, blocks, numbers, payloadChecksum };
}

/** The numbers of a whole file, in its own bytes where these lie well; a few words on the defect when they cannot be had. */
export function decodeBlocks(bytes: Uint8Array): Float64Array | string {
  const header = decodeHeader(bytes, bytes.length);
  if (typeof header === 'string') return header;
  const from = bytes.byteOffset + HEADER_BYTES;
  const aligned = from % Float64Array.BYTES_PER_ELEMENT === 0;
  const numbers = aligned ? new Float64Array(bytes.buffer, from, header.numbers) : new Float64Array(header.numbers);
  if (!aligned) bytesOf(numbers).set(bytes.subarray(HEADER_BYTES));
  return crc32(bytesOf(numbers)) === header.payloadChecksum ? numbers : 'damaged: the checksum does not fit';
}
