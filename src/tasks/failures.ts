/** A run stopped on request: finished blocks are kept where there is a store. The CLI exits with code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly eventsDone: number;
  readonly eventsTotal: number;
  /** Whether what was finished is there for the same command. */
  readonly kept: boolean;

  constructor(eventsDone: number, eventsTotal: number, kept = true) {
    super(`stopped after ${eventsDone} of ${eventsTotal} events`);
    this.eventsDone = eventsDone;
    this.eventsTotal = eventsTotal;
    this.kept = kept;
  }
}

/**
 * A run that its workers could not finish. `cause` tells a worker that died twice on the same blocks ('died') from an
 * engine that threw ('threw', with the error's name in `thrownName` and its bare message in `thrownMessage`).
 */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly kind: 'died' | 'threw';
  readonly thrownName: string;
  readonly thrownMessage: string;

  constructor(kind: 'died' | 'threw', message: string, thrownName = '', thrownMessage = '') {
    super(message);
    this.kind = kind;
    this.thrownName = thrownName;
    this.thrownMessage = thrownMessage;
  }
}
