import type { BlockPlan, BlockRange } from './block-engine.ts';
import type { BlockWorker, WorkerFactory } from './block-worker.ts';

/** What the crew tells the one who hands out the work. */
export interface CrewEvents {
  /** A range is done, after `seconds`. */
  onResults(range: BlockRange, results: Float64Array, seconds: number, worker: number): void;
  /** The engine threw. */
  onThrown(range: BlockRange, name: string, message: string): void;
  /** A worker died over a range; its place is free for a new one. */
  onDeath(range: BlockRange, reason: string): void;
}

interface Place {
  worker: BlockWorker | undefined;
  range: BlockRange | undefined;
  since: number;
}

const seconds = (): number => performance.now() / 1000;

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
    this.#places = Array.from({ length: size }, () => ({ worker: undefined, range: undefined, since: 0 }));
    this.#start = start;
    this.#plan = plan;
    this.#events = events;
  }

  get busy(): number {
    return this.#places.filter((place) => place.range !== undefined).length;
  }

  get idle(): boolean {
    return this.busy < this.#places.length;
  }

  /** Gives a range to a free place. Throws when there is none, or when a worker cannot be started. */
  give(range: BlockRange): void {
    const index = this.#places.findIndex((place) => place.range === undefined);
    if (index < 0) throw new Error('every worker is busy');
    const place = this.#places[index];
    place.worker ??= this.#hire(place, index);
    place.range = range;
    place.since = seconds();
    place.worker.post({ kind: 'simulate', range });
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
    const worker = this.#start({
      onReply: (reply) => {
        if (!alive || place.worker !== worker || place.range === undefined) return;
        const { range } = place;
        place.range = undefined;
        if (reply.kind === 'threw') this.#events.onThrown(range, reply.name, reply.message);
        else this.#events.onResults(range, reply.results, seconds() - place.since, index);
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
