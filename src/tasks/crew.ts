import type { BlockPlan, BlockRange } from './block-engine.ts';
import type { BlockWorker, WorkerFactory } from './block-worker.ts';

/** What the crew tells the one who hands out the work. */
export interface CrewEvents {
  /** A range is done, in so many seconds of the worker. */
  onResults(range: BlockRange, results: Float64Array, seconds: number, worker: number): void;
  /** The engine threw. */
  onThrown(range: BlockRange, name: string, message: string): void;
  /** A worker died over a range; its place is free for a new one. */
  onDeath(range: BlockRange, reason: string): void;
}

interface Place {
  worker: BlockWorker | undefined;
  range: BlockRange | undefined;
  /** Samples that the worker has set up. */
  readonly samples: Set<number>;
}

/**
 * A fixed number of places for workers, each with at most one range at a time. Workers are started when first needed
 * and replaced when they have died.
 */
export class Crew {
  readonly #places: Place[];
  readonly #start: WorkerFactory;
  readonly #plan: BlockPlan;
  readonly #events: CrewEvents;

  constructor(size: number, plan: BlockPlan, start: WorkerFactory, events: CrewEvents) {
    this.#places = Array.from({ length: size }, () => ({ worker: undefined, range: undefined, samples: new Set() }));
    this.#start = start;
    this.#plan = plan;
    this.#events = events;
  }

  /** A place without work, and the samples that its worker has set up; undefined when every worker is busy. */
  get idle(): { readonly place: number; readonly samples: ReadonlySet<number> } | undefined {
    const place = this.#places.findIndex(({ range }) => range === undefined);
    return place < 0 ? undefined : { place, samples: this.#places[place].samples };
  }

  /** Gives a range to an idle place. Throws when it is busy, or when a worker cannot be started. */
  give(index: number, range: BlockRange): void {
    const place = this.#places[index];
    if (place.range !== undefined) throw new Error(`worker ${index} is busy`);
    place.worker ??= this.#hire(place, index);
    place.range = range;
    place.samples.add(range.sample);
    place.worker.post({ kind: 'simulate', range });
  }

  /** Lets workers without a range go, for others to have; one is started anew should more work come. */
  release(): void {
    for (const place of this.#places) {
      if (place.range !== undefined || place.worker === undefined) continue;
      void place.worker.terminate();
      place.worker = undefined;
    }
  }

  /** Stops every worker at once. */
  async dismiss(): Promise<void> {
    const workers = this.#places.map((place) => place.worker);
    for (const place of this.#places) {
      place.worker = undefined;
      place.range = undefined;
    }
    await Promise.all(workers.map((worker) => worker?.terminate()));
  }

  #hire(place: Place, index: number): BlockWorker {
    let alive = true;
    place.samples.clear();
    const worker = this.#start({
      onReply: (reply) => {
        if (!alive || place.worker !== worker || place.range === undefined) return;
        const { range } = place;
        place.range = undefined;
        if (reply.kind === 'threw') this.#events.onThrown(range, reply.name, reply.message);
        else this.#events.onResults(range, reply.results, reply.seconds, index);
      },
      onDeath: (reason) => {
        if (!alive || place.worker !== worker) return;
        alive = false;
        const { range } = place;
        place.worker = undefined;
        place.range = undefined;
        if (range !== undefined) this.#events.onDeath(range, reason);
      },
    });
    worker.post({ kind: 'open', plan: this.#plan });
    return worker;
  }
}
