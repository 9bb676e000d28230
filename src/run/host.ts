import { loadAnyEngine } from '../modes/loaded-engines.ts';
import type { Recorder } from '../stages/blinding/recorder.ts';
import {
  type BlockProgress,
  type BlockStore,
  type KeptNumbers,
  localWorkers,
  type WorkerFactory,
} from '../tasks/index.ts';

/** Where the box of a run is kept: the name of the run, the record of openings, and how data are committed to. */
export interface BoxKeeper {
  readonly run: string;
  readonly recorder: Recorder;
  /** A keyed commitment to a user's data: equal for equal texts, and telling nothing of them to who lacks the key. */
  commitment(text: string): Promise<string>;
}

/** What a place lends to a run: workers, a store of blocks, the keeper of the box. Node, a page, a cluster node. */
export interface Host {
  readonly workers: number;
  readonly startWorker: WorkerFactory;
  /** Where finished blocks are kept and found again. */
  readonly blocks?: BlockStore | undefined;
  /** Where numbers are kept between commands; without it they are made anew each time. */
  readonly kept?: KeptNumbers | undefined;
  /** Without one nothing can be opened. */
  readonly box?: BoxKeeper | undefined;
  /** Events handed to a worker at a time; changes no result. */
  readonly chunk?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((progress: BlockProgress) => void) | undefined;
}

/** The calling thread: no store, no record. */
export const localHost: Host = { workers: 1, startWorker: localWorkers(loadAnyEngine) };
