import type { BlockWorker, WorkerEvents, WorkerFactory } from './block-worker.ts';

interface Kept {
  readonly worker: BlockWorker;
  events: WorkerEvents | undefined;
  /** Ranges under way. */
  busy: number;
  alive: boolean;
}

/** A factory of workers that live on after a run, for the next one; `dismiss` ends them. */
export interface WarmWorkers {
  readonly start: WorkerFactory;
  dismiss(): Promise<void>;
}

/**
 * Keeps workers alive from plan to plan: a worker that is let go while it is idle is given to the next run that asks for
 * one, with its script loaded and its code warm. One that is let go while it is busy is ended, as it would be without.
 */
export function keepWarm(start: WorkerFactory): WarmWorkers {
  const idle: Kept[] = [];
  const all = new Set<Kept>();
  const hire = (): Kept => {
    const kept: { -readonly [K in keyof Kept]: Kept[K] } = {
      worker: { post: () => undefined, terminate: async () => undefined },
      events: undefined,
      busy: 0,
      alive: true,
    };
    kept.worker = start({
      onReply: (reply) => {
        kept.busy -= 1;
        kept.events?.onReply(reply);
      },
      onDeath: (reason) => {
        kept.alive = false;
        all.delete(kept);
        if (idle.includes(kept)) idle.splice(idle.indexOf(kept), 1);
        kept.events?.onDeath(reason);
      },
    });
    all.add(kept);
    return kept;
  };
  const end = async (kept: Kept): Promise<void> => {
    kept.alive = false;
    all.delete(kept);
    await kept.worker.terminate();
  };
  return {
    start: (events) => {
      const kept = idle.pop() ?? hire();
      kept.events = events;
      kept.worker.employ?.(true);
      return {
        post: (request) => {
          if (request.kind === 'simulate') kept.busy += 1;
          kept.worker.post(request);
        },
        terminate: async () => {
          kept.events = undefined;
          if (!kept.alive) return;
          if (kept.busy > 0) await end(kept);
          else {
            kept.worker.employ?.(false);
            idle.push(kept);
          }
        },
      };
    },
    dismiss: async () => {
      idle.length = 0;
      await Promise.all([...all].map(end));
    },
  };
}
