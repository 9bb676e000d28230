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

/**
 * Counts finished ranges, of those that are `wanted`, and turns them into rates. `now` is in seconds. What is left is
 * judged sample by sample, since an event of one may cost ten times that of another.
 */
export class ProgressCount {
  readonly #samples: readonly BlockSample[];
  readonly #blockEvents: number;
  readonly #wanted: number[];
  readonly #done: number[];
  /** Events simulated now, and the seconds of workers that they took. */
  readonly #simulated: number[];
  readonly #seconds: number[];
  readonly #startedAt: number;
  #kept = 0;
  #latest = 0;

  constructor(samples: readonly BlockSample[], wanted: readonly BlockRange[], blockEvents: number, now: number) {
    this.#samples = samples;
    this.#blockEvents = blockEvents;
    this.#done = samples.map(() => 0);
    this.#simulated = samples.map(() => 0);
    this.#seconds = samples.map(() => 0);
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

  /** Counts a simulated range that took a worker so many seconds. */
  add(range: BlockRange, seconds: number): void {
    const events = eventsInRange(range, this.#samples, this.#blockEvents);
    this.#done[range.sample] += events;
    this.#simulated[range.sample] += events;
    this.#seconds[range.sample] += seconds;
    this.#latest = range.sample;
  }

  /** Counts a range that the store has; `undo` takes it back. */
  addKept(range: BlockRange, undo = false): void {
    const events = eventsInRange(range, this.#samples, this.#blockEvents) * (undo ? -1 : 1);
    this.#done[range.sample] += events;
    this.#kept += events;
  }

  /** Seconds to go: those of workers for what is left, a sample not yet begun as dear as the others, over workers at once. */
  #secondsLeft(seconds: number): number | undefined {
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    const [simulated, worked] = [sum(this.#simulated), sum(this.#seconds)];
    if (!(simulated > 0 && worked > 0 && seconds > 0)) return undefined;
    const mean = worked / simulated;
    const left = this.#wanted.map((wanted, i) => {
      const each = this.#simulated[i] > 0 ? this.#seconds[i] / this.#simulated[i] : mean;
      return (wanted - this.#done[i]) * each;
    });
    return (sum(left) * seconds) / worked;
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
      secondsLeft: this.#secondsLeft(seconds),
      sums,
    };
  }
}
