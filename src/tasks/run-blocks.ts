import type { BlockPlan, BlockRange } from './block-engine.ts';
import { describeRange } from './block-engine.ts';
import type { BlockStore } from './block-store.ts';
import type { WorkerFactory } from './block-worker.ts';
import { ChunkSize } from './chunk-size.ts';
import { coverSamples, type StoredPart } from './coverage.ts';
import { Crew } from './crew.ts';
import { Interrupted, WorkerFailure } from './failures.ts';
import { MissingBlocks } from './missing-blocks.ts';
import { type BlockProgress, ProgressCount } from './progress.ts';
import { TreeMerge } from './tree-merge.ts';

/** Results that the store has not taken yet may fill this much memory before no more work is handed out. */
const UNSAVED_BYTES = 64 * 2 ** 20;

export interface RunBlocksOptions {
  readonly plan: BlockPlan;
  /** Events in a full block. */
  readonly blockEvents: number;
  /** Workers, at least one; no more are started than there are blocks to simulate. */
  readonly workers: number;
  readonly startWorker: WorkerFactory;
  /** Events handed out at a time, rounded to whole blocks; by default about half a second of work. */
  readonly chunkEvents?: number | undefined;
  /** Where finished blocks are kept and found again. */
  readonly store?: BlockStore | undefined;
  /** These blocks alone (`shardOf`), for others to go on with from the store; all by default. They must not overlap. */
  readonly only?: readonly BlockRange[] | undefined;
  /** Stops the run: finished chunks are kept, chunks under way are lost. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
}

export interface BlockSums {
  /** One array per sample, in the order of the plan; empty for a sample without blocks. With `only`, parts of them. */
  readonly sums: readonly Float64Array[];
  readonly eventsSimulated: number;
  readonly eventsKept: number;
  /** Blocks simulated by each worker of this run. */
  readonly blocksByWorker: readonly number[];
  /** Seconds that workers spent on each sample in this run. */
  readonly secondsBySample: readonly number[];
}

/**
 * Simulates all blocks of a plan on a crew of workers and adds them up in a fixed tree (`SumTree`). The sums are the same
 * to the last bit for any number of workers, any chunk, any interruption. Memory is bounded whatever the number of
 * events.
 *
 * A worker that dies is replaced and its chunk tried once more. Throws `WorkerFailure` when a chunk kills two workers or
 * the engine throws, `Interrupted` when `signal` fires, `RangeError` for a count of workers or events that is not a
 * positive integer and for sums that are not finite, and whatever the store throws; what was finished stays in the
 * store in each case.
 */
export async function runBlocks(options: RunBlocksOptions): Promise<BlockSums> {
  requirePositive('workers', options.workers);
  requirePositive('blockEvents', options.blockEvents);
  if (options.chunkEvents !== undefined) requirePositive('chunkEvents', options.chunkEvents);
  const stored = (await options.store?.list()) ?? [];
  return await new Promise<BlockSums>((resolve, reject) => {
    new BlockRun(options, stored, resolve, reject).start();
  });
}

function requirePositive(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} must be a positive integer, not ${value}`);
}

/** One block of each sample before all others: what an event of each costs is known early. */
function oneOfEachFirst(missing: readonly BlockRange[]): BlockRange[] {
  const begun = new Set<number>();
  const first: BlockRange[] = [];
  const rest: BlockRange[] = [];
  for (const range of missing) {
    if (begun.has(range.sample) || range.blocks === 0) {
      rest.push(range);
      continue;
    }
    begun.add(range.sample);
    first.push({ ...range, blocks: 1 });
    if (range.blocks > 1) rest.push({ ...range, firstBlock: range.firstBlock + 1, blocks: range.blocks - 1 });
  }
  return [...first, ...rest];
}

const rangesOf = ({ stored: { sample }, trees }: StoredPart): BlockRange[] =>
  trees.map((tree) => ({ sample, ...tree }));

const now = (): number => performance.now() / 1000;

class BlockRun {
  readonly #options: RunBlocksOptions;
  readonly #resolve: (sums: BlockSums) => void;
  readonly #reject: (error: unknown) => void;
  readonly #missing: MissingBlocks;
  readonly #merge: TreeMerge;
  readonly #stored: readonly StoredPart[];
  readonly #progress: ProgressCount;
  readonly #chunks: ChunkSize;
  readonly #crew: Crew;
  readonly #blocksByWorker: number[];
  readonly #secondsBySample: number[];
  readonly #deaths = new Map<string, number>();
  readonly #again: BlockRange[] = [];
  readonly #onAbort = (): void =>
    this.#end(() => new Interrupted(this.#progress.eventsDone, this.#progress.eventsTotal));
  #writing: Promise<void> = Promise.resolve();
  #unsavedBytes = 0;
  #ended = false;

  constructor(
    options: RunBlocksOptions,
    stored: Awaited<ReturnType<BlockStore['list']>>,
    resolve: (sums: BlockSums) => void,
    reject: (error: unknown) => void,
  ) {
    const { samples } = options.plan;
    const { stored: parts, missing, elsewhere } = coverSamples(samples, stored, options.only);
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#stored = parts;
    this.#missing = new MissingBlocks(options.chunkEvents === undefined ? oneOfEachFirst(missing) : missing);
    const kept = parts.flatMap(rangesOf);
    this.#progress = new ProgressCount(samples, [...kept, ...missing, ...elsewhere], options.blockEvents, now());
    for (const range of [...kept, ...elsewhere]) this.#progress.addKept(range);
    const wanted = samples.map(() => 0);
    for (const { sample, blocks } of [...kept, ...missing]) wanted[sample] += blocks;
    this.#merge = new TreeMerge(samples, wanted, options.store);
    const blocks = wanted.reduce((sum, count) => sum + count, 0);
    const workers = Math.max(1, Math.min(options.workers, blocks));
    this.#chunks = new ChunkSize(options.chunkEvents, options.blockEvents, workers);
    this.#secondsBySample = samples.map(() => 0);
    this.#blocksByWorker = Array.from({ length: workers }, () => 0);
    this.#crew = new Crew(workers, options.plan, options.startWorker, {
      onResults: (range, results, seconds, worker) => this.#finished(range, results, seconds, worker),
      onThrown: (range, name, message) => this.#threw(range, name, message),
      onDeath: (range, reason, notBegun) => this.#died(range, reason, notBegun),
    });
  }

  start(): void {
    const { signal } = this.#options;
    if (signal?.aborted) {
      this.#onAbort();
      return;
    }
    signal?.addEventListener('abort', this.#onAbort);
    this.#report();
    this.#handOut();
    for (const part of this.#stored) this.#then(() => this.#load(part));
    this.#then(() => Promise.resolve());
  }

  /** Queues work on the store and the merge: one step after the other, the next hand-out after each. */
  #then(step: () => Promise<void>): void {
    this.#writing = this.#writing
      .then(async () => {
        await step();
        if (this.#ended) return;
        if (this.#merge.done) this.#end(undefined);
        else this.#handOut();
      })
      .catch((error: unknown) => this.#end(() => error));
  }

  async #load(part: StoredPart): Promise<void> {
    if (this.#ended) return;
    if (await this.#merge.load(part)) {
      await this.#merge.save(part.stored.sample);
      return;
    }
    for (const range of rangesOf(part)) {
      this.#progress.addKept(range, true);
      this.#missing.putBack(range);
    }
  }

  #handOut(): void {
    try {
      for (let free = this.#crew.free; free !== undefined && !this.#ended; free = this.#crew.free) {
        const range = this.#again.shift() ?? this.#next(free.samples);
        if (range !== undefined) this.#crew.give(free.place, range);
        else {
          if (this.#missing.count === 0) this.#crew.release();
          return;
        }
      }
    } catch (error) {
      this.#end(() => error);
    }
  }

  #next(own: ReadonlySet<number>): BlockRange | undefined {
    if (this.#unsavedBytes > UNSAVED_BYTES) return undefined;
    return this.#missing.take(this.#chunks.blocks(this.#missing.count), own);
  }

  #finished(range: BlockRange, results: Float64Array, seconds: number, worker: number): void {
    if (this.#ended) return;
    this.#chunks.measured(range.blocks, seconds);
    this.#blocksByWorker[worker] += range.blocks;
    this.#secondsBySample[range.sample] += seconds;
    this.#unsavedBytes += results.byteLength;
    this.#handOut();
    this.#then(async () => {
      this.#merge.add(range, results);
      await this.#options.store?.save(range, results);
      this.#unsavedBytes -= results.byteLength;
      this.#progress.add(range, seconds);
      if (this.#ended) return;
      await this.#merge.save(range.sample);
      this.#report();
    });
  }

  #died(range: BlockRange, reason: string, notBegun: readonly BlockRange[]): void {
    if (this.#ended) return;
    const key = `${range.sample}:${range.firstBlock}`;
    const deaths = (this.#deaths.get(key) ?? 0) + 1;
    this.#deaths.set(key, deaths);
    if (deaths > 1) {
      const what = describeRange(range, this.#options.plan.samples);
      this.#end(() => new WorkerFailure('died', `two workers died over ${what} (${reason})`));
      return;
    }
    this.#again.push(range, ...notBegun);
    this.#handOut();
  }

  #threw(range: BlockRange, name: string, message: string): void {
    const what = describeRange(range, this.#options.plan.samples);
    this.#end(() => new WorkerFailure('threw', `${what}: ${message}`, name, message));
  }

  #report(): void {
    this.#options.onProgress?.(this.#progress.report(now(), this.#merge.sums));
  }

  /** Ends the run once, with the sums or with what `failure` gives; chunks that are in are written before. */
  #end(failure: (() => unknown) | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    const writing = this.#writing;
    void (async () => {
      await this.#crew.dismiss().catch(() => undefined);
      if (failure !== undefined) {
        await writing;
        this.#reject(failure());
        return;
      }
      const { eventsKept, eventsDone } = this.#progress.report(now(), this.#merge.sums);
      this.#resolve({
        sums: this.#merge.sums,
        eventsSimulated: eventsDone - eventsKept,
        eventsKept,
        blocksByWorker: this.#blocksByWorker,
        secondsBySample: this.#secondsBySample,
      });
    })();
  }
}
