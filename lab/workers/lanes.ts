import type { AnyPlan } from 'spillway';
import {
  type BlockProgress,
  type BlockRange,
  type BlockStore,
  fillBlocks,
  keepWarm,
  webWorkers,
} from 'spillway/browser';
import engine from './engine.ts?script';

const CORES = Math.max(1, Math.min(8, navigator.hardwareConcurrency ?? 2));

/** The workers of this tab, one lane each. */
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

/** Which lane simulated a block first: it may have kept the candidates, so it is asked again when cuts were moved. */
const laneOf = new Map<string, number>();
const MOST_KNOWN = 50_000;

const keyOf = ({ search: { id }, samples }: AnyPlan, sample: number, block: number): string =>
  `${id}/${samples[sample].name}/${block}`;

/** The blocks of a plan by the lane that knows them, and those that no lane knows. */
function blocksByLane(plan: AnyPlan): { readonly known: readonly BlockRange[][]; readonly unknown: BlockRange[] } {
  const known: BlockRange[][] = lanes.map(() => []);
  const unknown: BlockRange[] = [];
  plan.samples.forEach(({ blocks }, sample) => {
    for (let block = 0; block < blocks; block++) {
      const lane = laneOf.get(keyOf(plan, sample, block));
      const list = lane === undefined ? unknown : known[lane];
      const last = list.at(-1);
      if (last?.sample === sample && last.firstBlock + last.blocks === block)
        list[list.length - 1] = { ...last, blocks: last.blocks + 1 };
      else list.push({ sample, firstBlock: block, blocks: 1 });
    }
  });
  return { known, unknown };
}

/** Workers of the lanes in turn, for blocks that no lane knows; which lane took a block is remembered. */
const startLearning =
  (plan: AnyPlan): typeof startWorker =>
  (events) => {
    const lane = turn++ % lanes.length;
    const worker = lanes[lane].start(events);
    return {
      ...worker,
      post: (request) => {
        if (request.kind === 'simulate') {
          const { sample, firstBlock, blocks } = request.range;
          if (laneOf.size > MOST_KNOWN) laneOf.clear();
          for (let i = 0; i < blocks; i++) laneOf.set(keyOf(plan, sample, firstBlock + i), lane);
        }
        worker.post(request);
      },
    };
  };

/**
 * Simulates what the store lacks of a plan, all lanes at once: blocks that a lane knows on that lane, others on any that
 * is free. Afterwards the store holds every block. Rejects with Interrupted when the signal fires; what was finished
 * stays in the store.
 */
export async function fill(plan: AnyPlan, { store, signal, tell }: Filling): Promise<void> {
  const { known, unknown } = blocksByLane(plan);
  const eventsTotal = plan.samples.reduce((sum, { events }) => sum + events, 0);
  const far: (BlockProgress | undefined)[] = [...lanes.map(() => undefined), undefined];
  const fillSome = async (place: number, workers: number, start: typeof startWorker, only: readonly BlockRange[]) => {
    if (only.length === 0) return;
    const host = {
      ...{ workers, startWorker: start, blocks: store, signal },
      tell: (progress: BlockProgress) => {
        far[place] = progress;
        tell({
          eventsDone: far.reduce((sum, one) => sum + (one?.eventsDone ?? 0), 0),
          eventsTotal,
          secondsLeft: Math.max(0, ...far.map((one) => one?.secondsLeft ?? 0)) || undefined,
        });
      },
    };
    await fillBlocks(plan, host, only);
  };
  await Promise.all(lanes.map(async ({ start }, lane) => await fillSome(lane, 1, start, known[lane])));
  await fillSome(lanes.length, lanes.length, startLearning(plan), unknown);
}
