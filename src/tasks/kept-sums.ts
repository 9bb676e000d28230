import type { BlockRange, BlockSample } from './block-engine.ts';
import type { BlockStore, StoredRange } from './block-store.ts';
import type { KeptNumbers } from './kept-numbers.ts';
import { subTreesOf } from './sum-tree.ts';

/** What a run knows of its samples: their sizes, and for each a text of all that its blocks depend on but its size. */
export interface SamplesOfRun {
  readonly samples: readonly BlockSample[];
  readonly texts: readonly string[];
  /** Events of a full block. */
  readonly blockEvents: number;
}

interface KeptSample {
  readonly text: string;
  /** Sub-trees, from the first block on, that this run can take. */
  readonly trees: number;
}

/** Under which text the sums of a sample of some size are kept; those of no size hold the sizes that there are. */
const textOf = (text: string, events?: number): string => `${text}\n${events ?? 'sizes'}`;

/**
 * A store of blocks that finds the sums that earlier runs kept of the same samples, whatever else was in their plans, and
 * keeps those of the samples that this one finishes. What comes from earlier runs is written to the run's own store too,
 * if it has one. Of a sample kept in another size, the whole sub-trees of full blocks are taken.
 */
export class KeptSums implements BlockStore {
  readonly #kept: KeptNumbers;
  readonly #run: SamplesOfRun;
  readonly #own: BlockStore | undefined;
  readonly #found = new Map<StoredRange, KeptSample>();

  constructor(kept: KeptNumbers, run: SamplesOfRun, own: BlockStore | undefined) {
    this.#kept = kept;
    this.#run = run;
    this.#own = own;
  }

  async list(): Promise<readonly StoredRange[]> {
    const own = (await this.#own?.list()) ?? [];
    const missing = this.#run.samples.flatMap(({ blocks }, sample) =>
      own.some((range) => range.sample === sample && range.firstBlock === 0 && range.blocks === blocks) ? [] : [sample],
    );
    const found = await Promise.all(missing.map((sample) => this.#sizesOf(sample)));
    this.#found.clear();
    missing.forEach((sample, i) => {
      for (const events of found[i]) this.#offer(sample, events);
    });
    return [...own, ...this.#found.keys()];
  }

  async load(stored: StoredRange): Promise<Float64Array | undefined> {
    const found = this.#found.get(stored);
    if (found === undefined) return await this.#own?.load(stored);
    const numbers = await this.#kept.load(found.text);
    const { 0: blocks } = numbers ?? [];
    if (numbers === undefined || !(Number.isSafeInteger(blocks) && blocks >= 1)) return undefined;
    const all = subTreesOf({ firstBlock: 0, blocks }).length;
    const length = (numbers.length - 1) / all;
    if (!Number.isSafeInteger(length) || found.trees > all) return undefined;
    const sums = numbers.slice(1, 1 + found.trees * length);
    if (!sums.every(Number.isFinite)) return undefined;
    await this.#own?.saveMerged(stored, sums);
    return sums;
  }

  async save(range: BlockRange, sums: Float64Array): Promise<void> {
    await this.#own?.save(range, sums);
    await this.#keep(range, sums);
  }

  async saveMerged(range: BlockRange, sums: Float64Array): Promise<void> {
    await this.#own?.saveMerged(range, sums);
    await this.#keep(range, sums);
  }

  /** Keeps the sums of a whole sample. */
  async #keep(range: BlockRange, sums: Float64Array): Promise<void> {
    const { events, blocks } = this.#run.samples[range.sample];
    if (range.firstBlock !== 0 || range.blocks !== blocks) return;
    const numbers = new Float64Array(1 + sums.length);
    numbers[0] = blocks;
    numbers.set(sums, 1);
    const text = this.#run.texts[range.sample];
    await this.#kept.save(textOf(text, events), numbers);
    const sizes = new Set(await this.#sizesOf(range.sample)).add(events);
    await this.#kept.save(textOf(text), Float64Array.from(sizes).sort());
  }

  async #sizesOf(sample: number): Promise<readonly number[]> {
    const sizes = (await this.#kept.load(textOf(this.#run.texts[sample]))) ?? [];
    return [...sizes].filter((events) => Number.isSafeInteger(events) && events >= 1);
  }

  /** Names what a sample kept with `events` events gives: all of it for the same size, else its whole trees of full blocks. */
  #offer(sample: number, events: number): void {
    const { samples, texts, blockEvents } = this.#run;
    const { events: wanted, blocks } = samples[sample];
    const usable = events === wanted ? blocks : Math.floor(Math.min(events, wanted) / blockEvents);
    const trees = subTreesOf({ firstBlock: 0, blocks: Math.ceil(events / blockEvents) }).filter(
      (tree) => tree.firstBlock + tree.blocks <= usable,
    );
    const last = trees.at(-1);
    if (last === undefined) return;
    const range = { sample, firstBlock: 0, blocks: last.firstBlock + last.blocks, id: `kept ${sample} ${events}` };
    this.#found.set(range, { text: textOf(texts[sample], events), trees: trees.length });
  }
}
