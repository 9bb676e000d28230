import type { BlockRange, BlockSample } from './block-engine.ts';
import { describeRange } from './block-engine.ts';
import type { BlockStore } from './block-store.ts';
import type { StoredPart } from './coverage.ts';
import { type BlockSpan, SumTree, subTreesOf } from './sum-tree.ts';

/** A sample's sums are written to the store anew each time this much has come in since the last. */
const MERGED_EVERY_BYTES = 32 * 2 ** 20;

/**
 * The sums of all samples of a run, each in its tree. Ranges come in any order, simulated or from the store; the sums
 * are the same to the last bit for any cutting.
 */
export class TreeMerge {
  readonly #samples: readonly BlockSample[];
  readonly #store: BlockStore | undefined;
  readonly #wanted: readonly number[];
  readonly #trees: readonly SumTree[];
  readonly #totals: (Float64Array | undefined)[];
  /** For each sample, the ranges since its last writing that the store holds in one piece. */
  readonly #stored: Set<string>[];
  readonly #unsavedBytes: number[];

  /** `wanted`: blocks of each sample that are to come in. */
  constructor(samples: readonly BlockSample[], wanted: readonly number[], store: BlockStore | undefined) {
    this.#samples = samples;
    this.#store = store;
    this.#wanted = wanted;
    this.#trees = samples.map(() => new SumTree());
    this.#totals = samples.map(() => undefined);
    this.#stored = samples.map(() => new Set());
    this.#unsavedBytes = samples.map(() => 0);
  }

  /** One array per sample: the sums of what is in, empty before a sample's first block. */
  get sums(): Float64Array[] {
    return this.#trees.map((tree, sample) => {
      this.#totals[sample] ??= tree.total();
      return this.#totals[sample];
    });
  }

  /** True when all that is wanted is in. */
  get done(): boolean {
    return this.#trees.every((tree, sample) => tree.blocks >= this.#wanted[sample]);
  }

  /**
   * Takes a simulated range: the sums of its sub-trees one after the other, as `subTreesOf` cuts it. Throws RangeError
   * for blocks of another length than those before, and for a sum that is not a finite number.
   */
  add(range: BlockRange, results: Float64Array): void {
    const trees = subTreesOf(range);
    const { length } = this.#trees[range.sample];
    if (length !== undefined && results.length !== length * trees.length) {
      const { name } = this.#samples[range.sample];
      throw new RangeError(`sample '${name}' changes the length of its blocks at block ${range.firstBlock}`);
    }
    if (!results.every(Number.isFinite)) {
      throw new RangeError(`${describeRange(range, this.#samples)}: a sum is not a finite number`);
    }
    this.#put(range, trees, results);
  }

  /** Takes what is wanted of a stored range; false when it is damaged and its blocks have to be simulated after all. */
  async load({ stored, trees }: StoredPart): Promise<boolean> {
    const numbers = await this.#store?.load(stored);
    const kept = subTreesOf(stored).length;
    const { length } = this.#trees[stored.sample];
    if (numbers === undefined || numbers.length % kept !== 0) return false;
    if (length !== undefined && numbers.length !== length * kept) return false;
    this.#put(stored, trees, numbers);
    return true;
  }

  #put(range: BlockRange, wanted: readonly BlockSpan[], numbers: Float64Array): void {
    const kept = subTreesOf(range);
    const length = numbers.length / kept.length;
    kept.forEach((tree, i) => {
      if (!wanted.some(({ firstBlock }) => firstBlock === tree.firstBlock)) return;
      this.#trees[range.sample].add({ ...tree, sums: numbers.slice(i * length, (i + 1) * length) });
      this.#unsavedBytes[range.sample] += length * 8;
    });
    this.#stored[range.sample].add(nameOf(range));
    this.#totals[range.sample] = undefined;
  }

  /** Writes the sums of a sample to the store when the sample is done or much has come in; else leaves it for later. */
  async save(sample: number): Promise<void> {
    const tree = this.#trees[sample];
    if (tree.blocks < this.#wanted[sample] && this.#unsavedBytes[sample] <= MERGED_EVERY_BYTES) return;
    this.#unsavedBytes[sample] = 0;
    const before = this.#stored[sample];
    const after = new Set<string>();
    for (const { firstBlock, blocks, sums } of tree.stretches()) {
      const range = { sample, firstBlock, blocks };
      if (!before.has(nameOf(range))) await this.#store?.saveMerged(range, sums);
      after.add(nameOf(range));
    }
    this.#stored[sample] = after;
  }
}

const nameOf = ({ firstBlock, blocks }: BlockRange): string => `${firstBlock}:${blocks}`;
