import type { Asked, Desk, Told } from './serve.ts';

/** An error of a worker, with the name that it had there ('InvalidInput', 'BoxClosed', 'Interrupted'). */
export class DeskFault extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

type QuestionOf<Ask> = Ask extends (question: infer Question, ...rest: never[]) => unknown ? Question : undefined;
type AnswerOf<Ask> = Ask extends (...all: never[]) => infer Answer ? Awaited<Answer> : never;

/** How one call is followed and given up. */
export interface Following {
  readonly tell?: (news: never) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A desk worker as the page sees it. */
export interface AskDesk<Served extends Desk> {
  /** The answer of the worker; rejects with a DeskFault. */
  ask<Name extends keyof Served & string>(
    name: Name,
    question: QuestionOf<Served[Name]>,
    following?: Following,
  ): Promise<AnswerOf<Served[Name]>>;
  /** Ends the worker; what is still asked of it rejects. */
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (fault: DeskFault) => void;
  readonly tell: ((news: never) => void) | undefined;
}

/** Speaks with a worker whose script ends in `serveDesk`. A worker that dies rejects everything asked of it. */
export function askDesk<Served extends Desk>(worker: Worker): AskDesk<Served> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const post = (asked: Asked): void => worker.postMessage(asked);
  const fail = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new DeskFault('WorkerFailure', message));
    waiting.clear();
  };
  worker.onerror = (event) => fail(event.message || 'the worker script could not be loaded');
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.call);
    if (one === undefined) return;
    if ('news' in data) {
      one.tell?.(data.news as never);
      return;
    }
    waiting.delete(data.call);
    if ('fault' in data) one.reject(new DeskFault(data.fault.name, data.fault.message));
    else one.resolve(data.answer as never);
  };
  return {
    ask: (name, question, { tell, signal } = {}) =>
      new Promise((resolve, reject) => {
        const call = calls++;
        waiting.set(call, { resolve, reject, tell });
        post({ call, name, question });
        const stop = (): void => post({ call, stop: true });
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
    end: () => {
      worker.terminate();
      fail('the worker was ended');
    },
  };
}
