import { expect, it } from 'vitest';
import type { BlockWorker, WorkerEvents, WorkerRequest } from './block-worker.ts';
import { localWorkers } from './local-worker.ts';
import { runBlocks } from './run-blocks.ts';
import { sharedWorkers } from './shared-workers.ts';

interface Made {
  readonly events: WorkerEvents;
  readonly posted: WorkerRequest[];
  ended: boolean;
}

function factory(most: number) {
  const made: Made[] = [];
  const start = (events: WorkerEvents): BlockWorker => {
    const one: Made = { events, posted: [], ended: false };
    made.push(one);
    return {
      post: (request) => one.posted.push(request),
      terminate: async () => {
        one.ended = true;
      },
    };
  };
  return { made, shared: sharedWorkers(start, most) };
}

const request: WorkerRequest = { kind: 'simulate', range: { sample: 0, firstBlock: 0, blocks: 1 } };
const silent: WorkerEvents = { onReply: () => undefined, onDeath: () => undefined };

it('starts no more than allowed, and gives who waits, in turn, what is let go, with all that it was told', async () => {
  const { made, shared } = factory(1);
  const first = shared(silent);
  const second = shared(silent);
  const third = shared(silent);
  third.post(request);
  second.post({ kind: 'open', plan: { digest: 'x', samples: [] } });
  second.post(request);
  expect(made).toHaveLength(1);
  await first.terminate();
  expect(made).toHaveLength(2);
  expect(made[1].posted.map(({ kind }) => kind)).toEqual(['open', 'simulate']);
  await second.terminate();
  expect(made[2].posted).toEqual([request]);
});

it('takes who gave up waiting out of the queue, and is none the worse for a worker let go twice', async () => {
  const { made, shared } = factory(1);
  const first = shared(silent);
  const second = shared(silent);
  const third = shared(silent);
  await second.terminate();
  await first.terminate();
  await first.terminate();
  expect(made).toHaveLength(2);
  third.post(request);
  expect(made[1].posted).toEqual([request]);
  shared(silent);
  expect(made).toHaveLength(2);
});

it('gives the place of a worker that died to the next', () => {
  const { made, shared } = factory(1);
  const deaths: string[] = [];
  shared({ ...silent, onDeath: (reason) => deaths.push(reason) });
  shared(silent);
  made[0].events.onDeath('exit code 3');
  expect(deaths).toEqual(['exit code 3']);
  expect(made).toHaveLength(2);
});

it('serves several runs at once to the same sums as one after the other', async () => {
  const samples = [
    { name: 'signal', events: 900, blocks: 9 },
    { name: 'background', events: 500, blocks: 5 },
  ];
  let most = 0;
  let working = 0;
  const counted = localWorkers(() => ({
    simulateBlock: (sample, block) => Float64Array.of(sample + block / 3, 1 / (1 + block)),
  }));
  const shared = sharedWorkers((events) => {
    most = Math.max(most, ++working);
    const worker = counted(events);
    return {
      ...worker,
      terminate: async () => {
        working -= 1;
        await worker.terminate();
      },
    };
  }, 2);
  const options = { plan: { digest: 'toy', samples }, blockEvents: 100, workers: 2 };
  const alone = await runBlocks({ ...options, startWorker: counted });
  const together = await Promise.all([1, 2, 3].map(() => runBlocks({ ...options, startWorker: shared })));
  for (const { sums } of together) expect(sums).toEqual(alone.sums);
  expect(most).toBe(2);
});
