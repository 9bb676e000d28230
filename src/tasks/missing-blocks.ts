import type { BlockRange } from './block-engine.ts';

/**
 * The blocks still to be simulated, handed out in ranges of any size. Whoever asks has set some samples up before, which
 * costs as much as many blocks: it gets the first of these and of those that nobody has begun, samples of others at last.
 */
export class MissingBlocks {
  readonly #ranges: BlockRange[];
  readonly #begun = new Set<number>();

  /** Takes ranges in the order in which they are to be handed out. */
  constructor(ranges: readonly BlockRange[]) {
    this.#ranges = [...ranges];
  }

  get count(): number {
    return this.#ranges.reduce((sum, range) => sum + range.blocks, 0);
  }

  /**
   * The next at most `blocks` blocks (at least one), all of one sample, for who has set the samples `own` up; undefined
   * when nothing is missing.
   */
  take(blocks: number, own: ReadonlySet<number> = this.#begun): BlockRange | undefined {
    const at = this.#placeFor(own);
    const range = this.#ranges[at];
    if (range === undefined) return undefined;
    this.#begun.add(range.sample);
    const taken = Math.min(range.blocks, Math.max(1, Math.floor(blocks)));
    if (taken === range.blocks) this.#ranges.splice(at, 1);
    else this.#ranges[at] = { ...range, firstBlock: range.firstBlock + taken, blocks: range.blocks - taken };
    return { sample: range.sample, firstBlock: range.firstBlock, blocks: taken };
  }

  #placeFor(own: ReadonlySet<number>): number {
    const first = this.#ranges.findIndex(({ sample }) => own.has(sample) || !this.#begun.has(sample));
    if (first >= 0) return first;
    const most = Math.max(...this.#ranges.map(({ blocks }) => blocks));
    return this.#ranges.findIndex(({ blocks }) => blocks === most);
  }

  /** Puts blocks in front: those of a worker that died, or that were stored and turned out to be damaged. */
  putBack(range: BlockRange): void {
    this.#ranges.unshift(range);
  }
}
