import type { AnyPlan } from 'spillway';
import { type BlockProgress, type BlockStore, fillBlocks, keepWarm, shardOf, webWorkers } from 'spillway/browser';
import engine from './engine.ts?script';

const CORES = Math.max(1, Math.min(8, navigator.hardwareConcurrency ?? 2));

/**
 * The workers of this tab, one lane each. A lane takes the same blocks of a plan each time, so that a worker finds the
 * candidates that it kept when only cuts were moved.
 */
const lanes = Array.from({ length: CORES }, () => keepWarm(webWorkers(engine)));

/** A worker of the first lane, for what nothing is left to simulate of. */
export const [{ start: startWorker }] = lanes;

/** How many workers there are for a run that keeps nothing. */
export const simulating = CORES;

let turn = 0;

/** Workers of the lanes in turn, for a run that takes any that is free. */
export const startAny: typeof startWorker = (events) => lanes[turn++ % lanes.length].start(events);

/** How a plan is filled. */
export interface Filling {
  readonly store: BlockStore;
  readonly signal: AbortSignal;
  readonly tell: (progress: Fill) => void;
}

/** How far a plan is filled. */
export interface Fill {
  readonly eventsDone: number;
  readonly eventsTotal: number;
  readonly secondsLeft: number | undefined;
}

/**
 * Simulates what the store lacks of a plan, all lanes at once. Afterwards the store holds every block. Rejects with
 * Interrupted when the signal fires; what was finished stays in the store.
 */
export async function fill(plan: AnyPlan, { store, signal, tell }: Filling): Promise<void> {
  const far: (BlockProgress | undefined)[] = lanes.map(() => undefined);
  const sum = (of: (one: BlockProgress) => number): number =>
    far.reduce((total, one) => total + (one === undefined ? 0 : of(one)), 0);
  await Promise.all(
    lanes.map(async ({ start }, lane) => {
      const only = shardOf(plan.samples, lane, lanes.length);
      if (only.length === 0) return;
      const host = {
        workers: 1,
        startWorker: start,
        blocks: store,
        signal,
        tell: (progress: BlockProgress) => {
          far[lane] = progress;
          tell({
            eventsDone: sum(({ eventsDone }) => eventsDone),
            eventsTotal: sum(({ eventsTotal }) => eventsTotal),
            secondsLeft: Math.max(0, ...far.map((one) => one?.secondsLeft ?? 0)) || undefined,
          });
        },
      };
      await fillBlocks(plan, host, only);
    }),
  );
}
