import type { BlockWorker, WorkerEvents, WorkerFactory, WorkerRequest } from './block-worker.ts';

/** A worker that is asked for: what it was told before it was there, and itself once it is. */
interface Wanted {
  readonly events: WorkerEvents;
  readonly waiting: WorkerRequest[];
  worker: BlockWorker | undefined;
}

/**
 * Workers of `start` for several runs at once, never more than `most` together. Who asks for one too many gets it, with
 * all that it was told in the meantime, when another is let go or has died: in the order of asking.
 */
export function sharedWorkers(start: WorkerFactory, most: number): WorkerFactory {
  let working = 0;
  const queue: Wanted[] = [];
  const begin = (wanted: Wanted): void => {
    working += 1;
    wanted.worker = start({
      onReply: wanted.events.onReply,
      onDeath: (reason) => {
        wanted.worker = undefined;
        free();
        wanted.events.onDeath(reason);
      },
    });
    for (const request of wanted.waiting.splice(0)) wanted.worker.post(request);
  };
  const free = (): void => {
    working -= 1;
    const next = queue.shift();
    if (next !== undefined) begin(next);
  };
  return (events) => {
    const wanted: Wanted = { events, waiting: [], worker: undefined };
    if (working < most) begin(wanted);
    else queue.push(wanted);
    return {
      post: (request) => {
        if (wanted.worker === undefined) wanted.waiting.push(request);
        else wanted.worker.post(request);
      },
      terminate: async () => {
        const { worker } = wanted;
        const place = queue.indexOf(wanted);
        if (place >= 0) queue.splice(place, 1);
        if (worker === undefined) return;
        wanted.worker = undefined;
        await worker.terminate();
        free();
      },
    };
  };
}
