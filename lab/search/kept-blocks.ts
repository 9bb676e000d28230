import type { BlockPlan, BlockRange, BlockStore, StoredRange } from 'spillway/browser';

interface Kept extends BlockRange {
  readonly of: string;
  readonly sums: Float64Array;
}

/**
 * Finished blocks kept in memory. A block is known by its sample and number, so that a run of more decays, or of more
 * masses, takes over every whole block of the one before, and a run that was stopped goes on.
 */
export class KeptBlocks {
  readonly #kept = new Map<string, Kept>();

  /** The blocks as a store of a plan's run. Blocks shorter than a full one are another thing in a plan of another size. */
  of(plan: BlockPlan, blockEvents: number): BlockStore {
    const { samples } = plan;
    const numberOf = new Map(samples.map(({ name }, i) => [name, i]));
    const whole = ({ sample, firstBlock, blocks }: BlockRange): string => {
      const { events } = samples[sample];
      const last = (firstBlock + blocks) * blockEvents;
      return last <= events ? 'whole' : `of ${events}`;
    };
    const keyOf = (range: BlockRange): string =>
      `${samples[range.sample].name}/${range.firstBlock}+${range.blocks} ${whole(range)}`;
    const save = async (range: BlockRange, sums: Float64Array): Promise<void> => {
      const { sample, firstBlock, blocks } = range;
      this.#kept.set(keyOf(range), { sample, firstBlock, blocks, of: samples[sample].name, sums: sums.slice() });
    };
    return {
      list: async () =>
        [...this.#kept].flatMap(([id, { of, firstBlock, blocks }]): StoredRange[] => {
          const sample = numberOf.get(of);
          if (sample === undefined || firstBlock + blocks > samples[sample].blocks) return [];
          const range = { sample, firstBlock, blocks };
          return keyOf(range) === id ? [{ ...range, id }] : [];
        }),
      load: async ({ id }) => this.#kept.get(id)?.sums.slice(),
      save,
      saveMerged: save,
    };
  }
}
