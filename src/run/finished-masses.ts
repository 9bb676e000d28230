import type { SimulatePlan } from '../modes/exclusion.ts';
import type { BlockRange, BlockStore, KeptNumbers, StoredRange } from '../tasks/index.ts';

type DumpPlan = Parameters<SimulatePlan>[0];

/** All that the numbers of one mass depend on, but the mass. */
function textOf(plan: DumpPlan): string {
  const { digest: _, samples: __, masses: ___, ...rest } = plan;
  return JSON.stringify(['masses of a stopped simulation', rest]);
}

/**
 * The masses that a simulation behind a dump has finished, round after round, so that one that is stopped can go on from
 * them. They are kept only when asked: a simulation that came to its end keeps its yields.
 */
export class FinishedMasses {
  readonly #kept: KeptNumbers | undefined;
  readonly #masses = new Map<number, Float64Array>();
  #text: string | undefined;

  constructor(kept: KeptNumbers | undefined) {
    this.#kept = kept;
  }

  /** The masses of a plan that are finished, here or in an earlier simulation that was stopped, as a store. */
  async storeFor(plan: DumpPlan): Promise<BlockStore> {
    const text = textOf(plan);
    if (text !== this.#text) {
      this.#text = text;
      this.#masses.clear();
      this.#take((await this.#kept?.load(text)) ?? new Float64Array(1));
    }
    const save = async ({ sample, firstBlock, blocks }: BlockRange, sums: Float64Array): Promise<void> => {
      if (firstBlock === 0 && blocks === 1) this.#masses.set(plan.masses[sample], sums.slice());
    };
    const list = async (): Promise<StoredRange[]> =>
      plan.masses.flatMap((mass, sample) =>
        this.#masses.has(mass) ? [{ sample, firstBlock: 0, blocks: 1, id: `${mass}` }] : [],
      );
    const load = async ({ sample }: StoredRange) => this.#masses.get(plan.masses[sample])?.slice();
    return { list, load, save, saveMerged: save };
  }

  /** Keeps what is finished for the same simulation to go on from; false where nothing is kept. */
  async keep(): Promise<boolean> {
    if (this.#kept === undefined || this.#text === undefined || this.#masses.size === 0) return false;
    const masses = [...this.#masses];
    const numbers = [masses.length, ...masses.flatMap(([mass, sums]) => [mass, sums.length])];
    const all = new Float64Array(numbers.length + masses.reduce((sum, [, { length }]) => sum + length, 0));
    all.set(numbers);
    let at = numbers.length;
    for (const [, sums] of masses) {
      all.set(sums, at);
      at += sums.length;
    }
    await this.#kept.save(this.#text, all);
    return true;
  }

  #take(numbers: Float64Array): void {
    const [count] = numbers;
    let at = 1 + 2 * count;
    for (let i = 0; i < count; i++) {
      const [mass, length] = [numbers[1 + 2 * i], numbers[2 + 2 * i]];
      this.#masses.set(mass, numbers.slice(at, at + length));
      at += length;
    }
  }
}
