import type { BlockRange, BlockSample } from './block-engine.ts';
import type { BlockStore } from './block-store.ts';
import type { Segment } from './coverage.ts';

/** Adds a block to the sums of its sample, in place. Called in block order, whatever the order of the results. */
export type MergeBlock = (sums: Float64Array, block: Float64Array, sample: number) => void;

export const addBlock: MergeBlock = (sums, block) => {
  for (let i = 0; i < sums.length; i++) sums[i] += block[i];
};

/** A merged start is written to the store each time this much has been merged since the last. */
const MERGED_EVERY_BYTES = 32 * 2 ** 20;

interface Waiting {
  readonly range: BlockRange;
  readonly results: Float64Array;
}

/**
 * Merges blocks in order: results that come early wait in memory, stored ones are read when their turn comes. A sum is
 * therefore the same to the last bit for any cutting and any number of workers.
 */
export class OrderedMerge {
  /** One array per sample; empty until the sample's first block is merged. */
  readonly sums: Float64Array[];
  waitingBytes = 0;
  readonly #samples: readonly BlockSample[];
  readonly #segments: readonly Segment[];
  readonly #merge: MergeBlock;
  readonly #store: BlockStore | undefined;
  readonly #onDamage: (range: BlockRange) => void;
  readonly #waiting = new Map<string, Waiting>();
  readonly #damaged = new Set<Segment>();
  #sample = 0;
  #block = 0;
  #unsavedBytes = 0;

  /** `onDamage` hears of stored blocks that could not be read and have to be simulated after all. */
  constructor(
    samples: readonly BlockSample[],
    segments: readonly Segment[],
    store: BlockStore | undefined,
    merge: MergeBlock,
    onDamage: (range: BlockRange) => void,
  ) {
    this.sums = samples.map(() => new Float64Array(0));
    this.#samples = samples;
    this.#segments = segments;
    this.#store = store;
    this.#merge = merge;
    this.#onDamage = onDamage;
  }

  /** True when the last block of the last sample is in. */
  get done(): boolean {
    return this.#sample >= this.#samples.length;
  }

  /** Takes the results of a range: its blocks one after the other. */
  offer(range: BlockRange, results: Float64Array): void {
    this.#waiting.set(`${range.sample}:${range.firstBlock}`, { range, results });
    this.waitingBytes += results.byteLength;
  }

  /** Merges all that can be merged now. Not to be called again before the promise settles. */
  async advance(): Promise<void> {
    while (!this.done) {
      if (this.#block >= this.#samples[this.#sample].blocks) {
        await this.#saveMerged(0);
        this.#sample += 1;
        this.#block = 0;
      } else if (!this.#takeWaiting() && !(await this.#takeStored())) {
        return;
      }
      await this.#saveMerged(MERGED_EVERY_BYTES);
    }
  }

  #takeWaiting(): boolean {
    const key = `${this.#sample}:${this.#block}`;
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return false;
    this.#waiting.delete(key);
    this.waitingBytes -= waiting.results.byteLength;
    this.#mergeBlocks(waiting.results, waiting.range.blocks, 0, waiting.range.blocks);
    return true;
  }

  async #takeStored(): Promise<boolean> {
    const segment = this.#segments.find((s) => s.sample === this.#sample && s.firstBlock === this.#block);
    if (segment?.stored === undefined || this.#damaged.has(segment) || this.#store === undefined) return false;
    const { stored } = segment;
    const numbers = await this.#store.load(stored);
    if (numbers === undefined || !this.#fits(numbers, stored.merged ? 1 : stored.blocks)) {
      this.#damaged.add(segment);
      this.#onDamage({ sample: segment.sample, firstBlock: segment.firstBlock, blocks: segment.blocks });
      return false;
    }
    if (stored.merged) {
      this.sums[this.#sample] = numbers.slice();
      this.#block = segment.blocks;
    } else {
      const skip = segment.firstBlock - stored.firstBlock;
      this.#mergeBlocks(numbers, stored.blocks, skip, skip + segment.blocks);
    }
    return true;
  }

  #fits(numbers: Float64Array, blocks: number): boolean {
    const known = this.sums[this.#sample].length;
    return numbers.length % blocks === 0 && (this.#block === 0 || numbers.length === known * blocks);
  }

  #mergeBlocks(results: Float64Array, blocks: number, from: number, to: number): void {
    const length = results.length / blocks;
    if (this.#block > 0 && length !== this.sums[this.#sample].length) {
      const { name } = this.#samples[this.#sample];
      throw new RangeError(`sample '${name}' changes the length of its blocks at block ${this.#block}`);
    }
    for (let i = from; i < to; i++) {
      const block = results.subarray(i * length, (i + 1) * length);
      if (this.#block === 0) this.sums[this.#sample] = block.slice();
      else this.#merge(this.sums[this.#sample], block, this.#sample);
      this.#block += 1;
    }
    this.#unsavedBytes += (to - from) * length * 8;
  }

  async #saveMerged(threshold: number): Promise<void> {
    if (this.done || this.#unsavedBytes <= threshold) return;
    this.#unsavedBytes = 0;
    await this.#store?.saveMerged(this.#sample, this.#block, this.sums[this.#sample]);
  }
}
