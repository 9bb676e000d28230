import type { BlockRange, BlockSample } from './block-engine.ts';
import { eventsInRange } from './block-engine.ts';

/** How far a run is. Rates count events simulated now, not those read from a store. */
export interface BlockProgress {
  /** The sample whose blocks came in last. */
  readonly sample: string;
  readonly samples: readonly { readonly name: string; readonly eventsDone: number; readonly events: number }[];
  readonly eventsDone: number;
  readonly eventsTotal: number;
  /** Events read from the store instead of simulated. */
  readonly eventsKept: number;
  readonly eventsPerSecond: number;
  /** Seconds to go; undefined before the first result. */
  readonly secondsLeft: number | undefined;
  /** Sums so far, one array per sample (empty before its first block): to look at, not to keep or change. */
  readonly sums: readonly Float64Array[];
}

/** Counts finished ranges, of those that are `wanted`, and turns them into rates. `now` is in seconds. */
export class ProgressCount {
  readonly #samples: readonly BlockSample[];
  readonly #blockEvents: number;
  readonly #wanted: number[];
  readonly #done: number[];
  readonly #startedAt: number;
  #kept = 0;
  #latest = 0;

  constructor(samples: readonly BlockSample[], wanted: readonly BlockRange[], blockEvents: number, now: number) {
    this.#samples = samples;
    this.#blockEvents = blockEvents;
    this.#done = samples.map(() => 0);
    this.#wanted = samples.map(() => 0);
    for (const range of wanted) this.#wanted[range.sample] += eventsInRange(range, samples, blockEvents);
    this.#startedAt = now;
  }

  get eventsTotal(): number {
    return this.#wanted.reduce((sum, events) => sum + events, 0);
  }

  get eventsDone(): number {
    return this.#done.reduce((sum, events) => sum + events, 0);
  }

  /** Counts a simulated range. */
  add(range: BlockRange): void {
    this.#done[range.sample] += eventsInRange(range, this.#samples, this.#blockEvents);
    this.#latest = range.sample;
  }

  /** Counts a range that the store has; `undo` takes it back. */
  addKept(range: BlockRange, undo = false): void {
    const events = eventsInRange(range, this.#samples, this.#blockEvents) * (undo ? -1 : 1);
    this.#done[range.sample] += events;
    this.#kept += events;
  }

  report(now: number, sums: readonly Float64Array[]): BlockProgress {
    const { eventsDone, eventsTotal } = this;
    const seconds = now - this.#startedAt;
    const eventsPerSecond = seconds > 0 ? (eventsDone - this.#kept) / seconds : 0;
    return {
      sample: this.#samples[this.#latest]?.name ?? '',
      samples: this.#samples.map(({ name }, i) => ({ name, events: this.#wanted[i], eventsDone: this.#done[i] })),
      eventsDone,
      eventsTotal,
      eventsKept: this.#kept,
      eventsPerSecond,
      secondsLeft: eventsPerSecond > 0 ? (eventsTotal - eventsDone) / eventsPerSecond : undefined,
      sums,
    };
  }
}
