/** What a caller may be told while it waits, and whether it still waits. */
export interface Call {
  tell(news: unknown): void;
  readonly signal: AbortSignal;
}

/** A question that a worker answers: plain data in, plain data out. */
export type Answer = (question: never, call: Call) => unknown;

/** What a worker can be asked, by name. */
export type Desk = Readonly<Record<string, Answer>>;

/** From the page: a question, or word that nobody waits for its answer any more. */
export type Asked =
  | { readonly call: number; readonly name: string; readonly question: unknown }
  | { readonly call: number; readonly stop: true };

/** To the page: news of a call, its answer, or what went wrong, as the name and the sentence of an error. */
export type Told =
  | { readonly call: number; readonly news: unknown }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly fault: { readonly name: string; readonly message: string } };

/** The whole of a desk worker's script: answers what the page asks, one promise a call. */
export function serveDesk(desk: Desk): void {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  const open = new Map<number, AbortController>();
  const post = (told: Told): void => scope.postMessage(told);
  scope.onmessage = async ({ data }: MessageEvent<Asked>) => {
    const { call } = data;
    if ('stop' in data) {
      open.get(call)?.abort();
      return;
    }
    const control = new AbortController();
    open.set(call, control);
    try {
      if (!Object.hasOwn(desk, data.name)) throw new Error(`the worker knows no '${data.name}'`);
      const tell = (news: unknown): void => {
        if (!control.signal.aborted) post({ call, news });
      };
      post({ call, answer: await desk[data.name](data.question as never, { tell, signal: control.signal }) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ call, fault: { name, message } });
    } finally {
      open.delete(call);
    }
  };
}
