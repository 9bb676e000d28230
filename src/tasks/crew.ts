import type { BlockPlan, BlockRange } from './block-engine.ts';
import type { BlockWorker, WorkerFactory } from './block-worker.ts';

/** What the crew tells the one who hands out the work. */
export interface CrewEvents {
  /** A range is done, in so many seconds of the worker. */
  onResults(range: BlockRange, results: Float64Array, seconds: number, worker: number): void;
  /** The engine threw. */
  onThrown(range: BlockRange, name: string, message: string): void;
  /** A worker died over a range, with others that it had not begun; its place is free for a new one. */
  onDeath(range: BlockRange, reason: string, notBegun: readonly BlockRange[]): void;
}

interface Place {
  worker: BlockWorker | undefined;
  /** What it works on, and what comes next. */
  ranges: readonly BlockRange[];
  /** Samples that the worker has set up. */
  readonly samples: Set<number>;
}

/** Ranges that a worker has at most: one in hand and one to go on with while whoever hands them out is busy elsewhere. */
const IN_HAND = 2;

/**
 * A fixed number of places for workers, each with at most two ranges at a time. Workers are started when first needed
 * and replaced when they have died.
 */
export class Crew {
  readonly #places: Place[];
  readonly #start: WorkerFactory;
  readonly #plan: BlockPlan;
  readonly #events: CrewEvents;

  constructor(size: number, plan: BlockPlan, start: WorkerFactory, events: CrewEvents) {
    this.#places = Array.from({ length: size }, () => ({ worker: undefined, ranges: [], samples: new Set() }));
    this.#start = start;
    this.#plan = plan;
    this.#events = events;
  }

  /** The place with the least work, and the samples that its worker has set up; undefined when none can take more. */
  get free(): { readonly place: number; readonly samples: ReadonlySet<number> } | undefined {
    const counts = this.#places.map(({ ranges }) => ranges.length);
    const least = Math.min(...counts);
    const place = counts.indexOf(least);
    return least < IN_HAND ? { place, samples: this.#places[place].samples } : undefined;
  }

  /** Gives a range to a free place. Throws when it has enough, or when a worker cannot be started. */
  give(index: number, range: BlockRange): void {
    const place = this.#places[index];
    if (place.ranges.length >= IN_HAND) throw new Error(`worker ${index} is busy`);
    place.worker ??= this.#hire(place, index);
    place.ranges = [...place.ranges, range];
    place.samples.add(range.sample);
    place.worker.post({ kind: 'simulate', range });
  }

  /** Lets workers without a range go, for others to have; one is started anew should more work come. */
  release(): void {
    for (const place of this.#places) {
      if (place.ranges.length > 0 || place.worker === undefined) continue;
      void place.worker.terminate();
      place.worker = undefined;
    }
  }

  /** Stops every worker at once. */
  async dismiss(): Promise<void> {
    const workers = this.#places.map((place) => place.worker);
    for (const place of this.#places) {
      place.worker = undefined;
      place.ranges = [];
    }
    await Promise.all(workers.map((worker) => worker?.terminate()));
  }

  #hire(place: Place, index: number): BlockWorker {
    let alive = true;
    place.samples.clear();
    const worker = this.#start({
      onReply: (reply) => {
        const [range, ...others] = place.ranges;
        if (!alive || place.worker !== worker || range === undefined) return;
        place.ranges = others;
        if (reply.kind === 'threw') this.#events.onThrown(range, reply.name, reply.message);
        else this.#events.onResults(range, reply.results, reply.seconds, index);
      },
      onDeath: (reason) => {
        if (!alive || place.worker !== worker) return;
        alive = false;
        const [range, ...others] = place.ranges;
        place.worker = undefined;
        place.ranges = [];
        if (range !== undefined) this.#events.onDeath(range, reason, others);
      },
    });
    worker.post({ kind: 'open', plan: this.#plan });
    return worker;
  }
}
