import type { BlockPlan, BlockRange } from './block-engine.ts';
import { describeRange } from './block-engine.ts';
import type { BlockStore } from './block-store.ts';
import type { WorkerFactory } from './block-worker.ts';
import { ChunkSize } from './chunk-size.ts';
import { coverSamples } from './coverage.ts';
import { Crew } from './crew.ts';
import { Interrupted, WorkerFailure } from './failures.ts';
import { MissingBlocks } from './missing-blocks.ts';
import { addBlock, type MergeBlock, OrderedMerge } from './ordered-merge.ts';
import { type BlockProgress, ProgressCount } from './progress.ts';

/** Results that came early may fill this much memory before no more work is handed out. */
const WAITING_BYTES = 64 * 2 ** 20;

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
  /** How a block enters the sums; element-wise addition by default. */
  readonly merge?: MergeBlock | undefined;
  /** Stops the run: finished chunks are kept, chunks under way are lost. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
}

export interface BlockSums {
  /** One array per sample, in the order of the plan; empty for a sample without blocks. */
  readonly sums: readonly Float64Array[];
  readonly eventsSimulated: number;
  readonly eventsKept: number;
  /** Blocks simulated by each worker of this run. */
  readonly blocksByWorker: readonly number[];
}

/**
 * Simulates all blocks of a plan on a crew of workers and merges them in block order. The sums are the same to the last
 * bit for any number of workers, any chunk, any interruption. Memory is bounded whatever the number of events.
 *
 * A worker that dies is replaced and its chunk tried once more. Throws `WorkerFailure` when a chunk kills two workers or
 * the engine throws, `Interrupted` when `signal` fires, `RangeError` for a count of workers or events that is not a
 * positive integer, and whatever the store throws; what was finished stays in the store in each case.
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

const now = (): number => performance.now() / 1000;

class BlockRun {
  readonly #options: RunBlocksOptions;
  readonly #resolve: (sums: BlockSums) => void;
  readonly #reject: (error: unknown) => void;
  readonly #missing: MissingBlocks;
  readonly #merge: OrderedMerge;
  readonly #progress: ProgressCount;
  readonly #chunks: ChunkSize;
  readonly #crew: Crew;
  readonly #blocksByWorker: number[];
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
    const segments = coverSamples(samples, stored);
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#missing = new MissingBlocks(segments.filter((segment) => segment.stored === undefined));
    this.#progress = new ProgressCount(samples, options.blockEvents, now());
    for (const segment of segments) if (segment.stored !== undefined) this.#progress.addKept(segment);
    this.#merge = new OrderedMerge(samples, segments, options.store, options.merge ?? addBlock, (range) => {
      this.#progress.addKept(range, true);
      this.#missing.putBack(range);
    });
    const blocks = samples.reduce((sum, sample) => sum + sample.blocks, 0);
    const workers = Math.max(1, Math.min(options.workers, blocks));
    this.#chunks = new ChunkSize(options.chunkEvents, options.blockEvents, workers);
    this.#blocksByWorker = Array.from({ length: workers }, () => 0);
    this.#crew = new Crew(workers, options.plan, options.startWorker, {
      onResults: (range, results, seconds, worker) => this.#finished(range, results, seconds, worker),
      onThrown: (range, name, message) => this.#threw(range, name, message),
      onDeath: (range, reason) => this.#died(range, reason),
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
    this.#then(() => this.#merge.advance());
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

  #handOut(): void {
    try {
      while (!this.#ended && this.#crew.idle) {
        const range = this.#again.shift() ?? this.#next();
        if (range === undefined) return;
        this.#crew.give(range);
      }
    } catch (error) {
      this.#end(() => error);
    }
  }

  #next(): BlockRange | undefined {
    // Early results can only wait for a range that is under way, so holding back here cannot stall the run.
    const waiting = this.#merge.waitingBytes + this.#unsavedBytes;
    if (waiting > WAITING_BYTES && this.#crew.busy + this.#unsavedBytes > 0) return undefined;
    return this.#missing.take(this.#chunks.blocks(this.#missing.count));
  }

  #finished(range: BlockRange, results: Float64Array, seconds: number, worker: number): void {
    if (this.#ended) return;
    this.#chunks.measured(range.blocks, seconds, results.byteLength);
    this.#blocksByWorker[worker] += range.blocks;
    this.#unsavedBytes += results.byteLength;
    this.#handOut();
    this.#then(async () => {
      await this.#options.store?.save(range, results);
      this.#unsavedBytes -= results.byteLength;
      this.#progress.add(range);
      if (this.#ended) return;
      this.#merge.offer(range, results);
      await this.#merge.advance();
      this.#report();
    });
  }

  #died(range: BlockRange, reason: string): void {
    if (this.#ended) return;
    const key = `${range.sample}:${range.firstBlock}`;
    const deaths = (this.#deaths.get(key) ?? 0) + 1;
    this.#deaths.set(key, deaths);
    if (deaths > 1) {
      const what = describeRange(range, this.#options.plan.samples);
      this.#end(() => new WorkerFailure('died', `two workers died over ${what} (${reason})`));
      return;
    }
    this.#again.push(range);
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
      });
    })();
  }
}
