/** A piece of a file, in order. */
export type Chunk = Uint8Array | string;

/**
 * Turns what comes block by block into the pieces of a file: `start` once, `add` for each block, `finish` once. A file
 * without the pieces of `finish` is recognised as incomplete by its reader.
 */
export interface Encoder<Block> {
  start(): Chunk[];
  add(block: Block): Chunk[];
  finish(): Chunk[];
}
