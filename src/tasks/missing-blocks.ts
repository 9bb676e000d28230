import type { BlockRange } from './block-engine.ts';

/** The blocks still to be simulated, handed out in order in ranges of any size. */
export class MissingBlocks {
  readonly #ranges: BlockRange[];

  /** Takes ranges in the order in which they are to be handed out. */
  constructor(ranges: readonly BlockRange[]) {
    this.#ranges = [...ranges];
  }

  get count(): number {
    return this.#ranges.reduce((sum, range) => sum + range.blocks, 0);
  }

  /** The next at most `blocks` blocks (at least one), all of one sample; undefined when nothing is missing. */
  take(blocks: number): BlockRange | undefined {
    const range = this.#ranges[0];
    if (range === undefined) return undefined;
    const taken = Math.min(range.blocks, Math.max(1, Math.floor(blocks)));
    if (taken === range.blocks) this.#ranges.shift();
    else this.#ranges[0] = { ...range, firstBlock: range.firstBlock + taken, blocks: range.blocks - taken };
    return { sample: range.sample, firstBlock: range.firstBlock, blocks: taken };
  }

  /** Puts blocks in front: those of a worker that died, or that were stored and turned out to be damaged. */
  putBack(range: BlockRange): void {
    this.#ranges.unshift(range);
  }
}
