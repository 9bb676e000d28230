import { expect, it } from 'vitest';
import type { BlockWorker, WorkerEvents, WorkerRequest } from './block-worker.ts';
import { keepWarm } from './warm-workers.ts';

interface Made {
  readonly events: WorkerEvents;
  readonly posted: WorkerRequest[];
  ended: boolean;
  employed: boolean | undefined;
}

function factory() {
  const made: Made[] = [];
  const start = (events: WorkerEvents): BlockWorker => {
    const one: Made = { events, posted: [], ended: false, employed: undefined };
    made.push(one);
    return {
      post: (request) => one.posted.push(request),
      terminate: async () => {
        one.ended = true;
      },
      employ: (employed) => {
        one.employed = employed;
      },
    };
  };
  return { made, warm: keepWarm(start) };
}

const range = { sample: 0, firstBlock: 0, blocks: 1 };
const heard = () => {
  const replies: string[] = [];
  return {
    replies,
    events: { onReply: () => replies.push('reply'), onDeath: (reason: string) => replies.push(reason) },
  };
};
const reply = { kind: 'results' as const, results: new Float64Array(1), seconds: 0 };

it('gives an idle worker to the next run, and its replies to whoever has it', async () => {
  const { made, warm } = factory();
  const [first, second] = [heard(), heard()];
  const worker = warm.start(first.events);
  worker.post({ kind: 'simulate', range });
  made[0].events.onReply(reply);
  await worker.terminate();
  expect(made[0]).toMatchObject({ ended: false, employed: false });
  warm.start(second.events).post({ kind: 'simulate', range });
  expect(made).toHaveLength(1);
  expect(made[0].employed).toBe(true);
  made[0].events.onReply(reply);
  expect([first.replies, second.replies]).toEqual([['reply'], ['reply']]);
});

it('ends a worker that is let go in the middle of its work', async () => {
  const { made, warm } = factory();
  const worker = warm.start(heard().events);
  worker.post({ kind: 'simulate', range });
  await worker.terminate();
  expect(made[0].ended).toBe(true);
  warm.start(heard().events);
  expect(made).toHaveLength(2);
});

it('does not hand out a worker that died, and tells only a run that had it', async () => {
  const { made, warm } = factory();
  const first = heard();
  const worker = warm.start(first.events);
  await worker.terminate();
  made[0].events.onDeath('exit code 3');
  expect(first.replies).toEqual([]);
  const second = heard();
  warm.start(second.events);
  expect(made).toHaveLength(2);
  made[1].events.onDeath('exit code 4');
  expect(second.replies).toEqual(['exit code 4']);
});

it('ends all when it is dismissed', async () => {
  const { made, warm } = factory();
  const [a, b] = [warm.start(heard().events), warm.start(heard().events)];
  await a.terminate();
  await warm.dismiss();
  expect(made.map(({ ended }) => ended)).toEqual([true, true]);
  await b.terminate();
  warm.start(heard().events);
  expect(made).toHaveLength(3);
});
