import type { BlockPlan, BlockRange } from './block-engine.ts';

/** What the scheduler sends: the plan once, then ranges one at a time. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly plan: BlockPlan }
  | { readonly kind: 'simulate'; readonly range: BlockRange };

/**
 * What comes back: the sums of a range, sub-tree after sub-tree in one transferred array, and the seconds that the worker
 * took; or what the engine threw.
 */
export type WorkerReply =
  | { readonly kind: 'results'; readonly results: Float64Array; readonly seconds: number }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string };

/** The scheduler's end of a worker. */
export interface BlockWorker {
  post(request: WorkerRequest): void;
  /** Stops the worker at once, whatever it does; resolves when it is gone. No event follows. */
  terminate(): Promise<void>;
  /** Whether there is work: a worker without any keeps no process from ending. Absent where it makes no difference. */
  employ?(employed: boolean): void;
}

/** What a worker tells the scheduler. `onDeath` comes at most once, with the reason in a few words. */
export interface WorkerEvents {
  onReply(reply: WorkerReply): void;
  onDeath(reason: string): void;
}

/** Starts a worker; Node and the browser each have one (`src/hosts`). Must not call the events before it returns. */
export type WorkerFactory = (events: WorkerEvents) => BlockWorker;

/** The worker's end: how a script inside a worker hears and answers. */
export interface WorkerPort {
  onRequest(handler: (request: WorkerRequest) => void): void;
  /** Posts a reply; the buffers in `transfer` are moved, not copied. */
  post(reply: WorkerReply, transfer: ArrayBuffer[]): void;
}
