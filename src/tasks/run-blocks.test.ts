import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockPlan, type BlockRange, eventsInRange } from './block-engine.ts';
import type { BlockStore, StoredRange } from './block-store.ts';
import type { WorkerFactory } from './block-worker.ts';
import { localWorkers } from './local-worker.ts';
import { type RunBlocksOptions, runBlocks } from './run-blocks.ts';
import { shardOf } from './shard.ts';

const BLOCK_EVENTS = 100;
const plan: BlockPlan = {
  digest: 'toy',
  samples: [
    { name: 'signal', events: 1250, blocks: 13 },
    { name: 'nothing', events: 0, blocks: 0 },
    { name: 'background', events: 700, blocks: 7 },
  ],
};

/** Numbers of very different size, so that a sum depends on its order. */
const toyBlock = (sample: number, block: number): Float64Array =>
  Float64Array.from(
    { length: 3 + sample },
    (_, i) => (((block * 7919 + i * 31 + sample) % 97) / 3) * 10 ** ((block % 5) * 4 - 8),
  );

const toyWorkers = localWorkers(() => ({ simulateBlock: toyBlock }));

/** The sums as they are defined: halves of sixteen blocks, cut off at the last. */
const inTree = plan.samples.map(({ blocks }, sample) => {
  const node = (first: number, size: number): Float64Array => {
    if (size === 1) return toyBlock(sample, first);
    const left = node(first, size / 2);
    if (first + size / 2 >= blocks) return left;
    const right = node(first + size / 2, size / 2);
    return left.map((x, i) => x + right[i]);
  };
  return blocks === 0 ? new Float64Array(0) : node(0, 16);
});

const run = (options: Partial<RunBlocksOptions>) =>
  runBlocks({ plan, blockEvents: BLOCK_EVENTS, workers: 1, startWorker: toyWorkers, ...options });

const key = ({ sample, firstBlock, blocks }: BlockRange) => `${sample}:${firstBlock}:${blocks}`;

const end = ({ firstBlock, blocks }: BlockRange) => firstBlock + blocks;

class MemoryStore implements BlockStore {
  readonly kept = new Map<string, { range: StoredRange; numbers: Float64Array }>();
  damaged = new Set<string>();
  async list() {
    return [...this.kept.values()].map(({ range }) => range);
  }
  async load(range: StoredRange) {
    return this.damaged.has(key(range)) ? undefined : this.kept.get(key(range))?.numbers;
  }
  async save(range: BlockRange, sums: Float64Array) {
    this.kept.set(key(range), { range: { ...range, id: key(range) }, numbers: sums.slice() });
  }
  async saveMerged(range: BlockRange, sums: Float64Array) {
    for (const [name, { range: other }] of this.kept) {
      const inside = other.firstBlock >= range.firstBlock && end(other) <= end(range);
      if (other.sample === range.sample && inside) this.kept.delete(name);
    }
    await this.save(range, sums);
  }
}

/** Local workers that take longer over their ranges, by `delays` (milliseconds, used in turn). */
function delayed(delays: readonly number[]): WorkerFactory {
  let turn = 0;
  return (events) => {
    let last: Promise<void> = Promise.resolve();
    return toyWorkers({
      onDeath: events.onDeath,
      onReply: (reply) => {
        const delay = delays[turn++ % delays.length];
        last = last.then(() => new Promise((resolve) => setTimeout(resolve, delay))).then(() => events.onReply(reply));
      },
    });
  };
}

/** Ranges (by sample and first block) kill the worker that begins them, so many times each. */
function mortal(kills: Readonly<Record<string, number>>): WorkerFactory {
  const left = new Map(Object.entries(kills));
  return (events) => {
    const worker = toyWorkers(events);
    let alive = true;
    return {
      ...worker,
      post: (request) => {
        const place = request.kind === 'simulate' ? `${request.range.sample}:${request.range.firstBlock}` : '';
        if ((left.get(place) ?? 0) === 0) {
          worker.post(request);
          return;
        }
        // In its turn, behind the ranges that were posted before.
        setTimeout(() => {
          if (!alive) return;
          alive = false;
          left.set(place, (left.get(place) ?? 0) - 1);
          void worker.terminate();
          events.onDeath('exit code 3');
        }, 0);
      },
    };
  };
}

describe('runBlocks', () => {
  it('gives the sums of the blocks in their tree, with a toy whose sums do depend on the order', async () => {
    const inOrder = new Float64Array(3);
    for (let block = 0; block < 13; block++) {
      const sums = toyBlock(0, block);
      for (let i = 0; i < 3; i++) inOrder[i] += sums[i];
    }
    expect(inTree[0]).not.toEqual(inOrder);
    expect((await run({})).sums).toEqual(inTree);
  });

  it('gives the same bits for any number of workers, any chunk and any order of the results', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 }),
        async (workers, chunkEvents, delays) => {
          const { sums, blocksByWorker } = await run({ workers, chunkEvents, startWorker: delayed(delays) });
          expect(sums).toEqual(inTree);
          expect(blocksByWorker.reduce((a, b) => a + b)).toBe(20);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it('goes on from the store after a stop, with another chunk and another number of workers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 50, max: 900 }),
        fc.integer({ min: 50, max: 900 }),
        async (stopAfter, firstChunk, secondChunk) => {
          const store = new MemoryStore();
          const stop = new AbortController();
          let reports = 0;
          await run({
            store,
            chunkEvents: firstChunk,
            signal: stop.signal,
            onProgress: () => {
              if (reports++ === stopAfter) stop.abort();
            },
          }).catch((error) => expect(error.name).toBe('Interrupted'));
          const keptBefore = store.kept.size;
          const { sums, eventsKept, eventsSimulated } = await run({ store, chunkEvents: secondChunk, workers: 3 });
          expect(sums).toEqual(inTree);
          expect(eventsKept + eventsSimulated).toBe(1950);
          if (reports > 1) expect(keptBefore).toBeGreaterThan(0);
          if (keptBefore > 0) expect(eventsKept).toBeGreaterThan(0);
          expect([...store.kept.keys()].sort()).toEqual(['0:0:13', '2:0:7']);
        },
      ),
      { numRuns: 30, seed: 7 },
    );
  });

  it('is the same from shards, however many, changed half-way, given twice and all at once', async () => {
    const someShards = fc
      .integer({ min: 1, max: 25 })
      .chain((shards) => fc.tuple(fc.constant(shards), fc.array(fc.nat(shards - 1), { maxLength: 8 })));
    await fc.assert(
      fc.asyncProperty(fc.array(someShards, { maxLength: 4 }), fc.boolean(), async (tries, last) => {
        const store = new MemoryStore();
        for (const [shards, given] of tries) {
          await Promise.all(
            given.map(async (shard) => {
              const only = shardOf(plan.samples, shard, shards);
              const { eventsKept, eventsSimulated } = await run({ store, only, chunkEvents: 200 });
              const events = only.reduce((sum, range) => sum + eventsInRange(range, plan.samples, BLOCK_EVENTS), 0);
              expect(eventsKept + eventsSimulated).toBe(events);
            }),
          );
        }
        if (last)
          for (const shard of [2, 0, 1]) await run({ store, only: shardOf(plan.samples, shard, 3), workers: 2 });
        const { sums, eventsSimulated } = await run({ store });
        expect(sums).toEqual(inTree);
        if (last) expect(eventsSimulated).toBe(0);
        expect([...store.kept.keys()].sort()).toEqual(['0:0:13', '2:0:7']);
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('has kept everything when it is done, however slow the store', async () => {
    const store = new MemoryStore();
    const save = store.save.bind(store);
    store.save = async (range, numbers) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await save(range, numbers);
    };
    const reports: number[] = [];
    await run({ store, workers: 3, chunkEvents: 100, onProgress: (p) => reports.push(p.eventsDone) });
    expect([...store.kept.keys()].sort()).toEqual(['0:0:13', '2:0:7']);
    expect(reports.at(-1)).toBe(1950);
  });

  it('hands out no more work while 64 MiB of results wait for a slow store', async () => {
    const bigPlan = { digest: 'big', samples: [{ name: 'signal', events: 200, blocks: 200 }] };
    const block = new Float64Array(2 ** 17);
    let simulated = 0;
    const startWorker = localWorkers(() => ({
      simulateBlock: () => {
        simulated += 1;
        return block;
      },
    }));
    const store = new MemoryStore();
    let heldBackAt = 0;
    store.save = async () => {
      if (heldBackAt === 0) await new Promise((resolve) => setTimeout(resolve, 1500));
      heldBackAt ||= simulated;
    };
    await runBlocks({ plan: bigPlan, blockEvents: 1, chunkEvents: 1, workers: 2, startWorker, store });
    expect(heldBackAt).toBeGreaterThanOrEqual(64);
    // One more than 64, and what the two workers have in hand.
    expect(heldBackAt).toBeLessThanOrEqual(65 + 2 * 2);
    expect(simulated).toBe(200);
  });

  it('simulates again what turns out to be damaged', async () => {
    const store = new MemoryStore();
    await store.save({ sample: 0, firstBlock: 2, blocks: 2 }, new Float64Array(3));
    await store.save({ sample: 2, firstBlock: 0, blocks: 3 }, new Float64Array(10));
    store.damaged = new Set(['0:2:2', '2:0:3']);
    const { sums, eventsKept, eventsSimulated } = await run({ store, workers: 2 });
    expect(sums).toEqual(inTree);
    expect([eventsKept, eventsSimulated]).toEqual([0, 1950]);
  });

  it('simulates again what is stored with another length', async () => {
    const store = new MemoryStore();
    await store.save({ sample: 0, firstBlock: 0, blocks: 3 }, new Float64Array(7));
    const { sums, eventsKept } = await run({ store });
    expect([sums, eventsKept]).toEqual([inTree, 0]);
  });

  it('refuses sums that are not numbers, and keeps none of them', async () => {
    const store = new MemoryStore();
    const startWorker = localWorkers(() => ({
      simulateBlock: (_, block) => Float64Array.of(block === 5 ? Number.NaN : 1),
    }));
    const failing = run({ startWorker, store, chunkEvents: 100 });
    await expect(failing).rejects.toThrow("block 5 of sample 'signal': a sum is not a finite number");
    expect([...store.kept.values()].every(({ numbers }) => numbers.every(Number.isFinite))).toBe(true);
  });

  it('stops at once when the signal has fired before', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow('stopped after 0 of 1950 events');
  });

  it('replaces a worker that dies and tries its chunk once more', async () => {
    const { sums } = await run({ workers: 2, chunkEvents: 300, startWorker: mortal({ '0:0': 1, '2:3': 1 }) });
    expect(sums).toEqual(inTree);
  });

  it('gives up on a chunk that kills two workers, and keeps the others', async () => {
    const store = new MemoryStore();
    const failing = run({ store, chunkEvents: 400, startWorker: mortal({ '0:8': 2 }) });
    await expect(failing).rejects.toThrow("two workers died over blocks 8 to 11 of sample 'signal' (exit code 3)");
    expect([...store.kept.keys()]).toEqual(['0:0:4', '0:4:4']);
    expect((await run({ store })).eventsKept).toBe(800);
  });

  it('hands on what the engine throws, with its name', async () => {
    const startWorker = localWorkers(() => ({
      simulateBlock: () => {
        throw new RangeError('the target is missing');
      },
    }));
    await expect(run({ startWorker })).rejects.toMatchObject({
      name: 'WorkerFailure',
      thrownName: 'RangeError',
      message: "block 0 of sample 'signal': the target is missing",
    });
  });

  it('hands on what opening the engine throws', async () => {
    const startWorker = localWorkers(() => Promise.reject(new Error('no such magnet')));
    await expect(run({ startWorker })).rejects.toThrow('no such magnet');
  });

  it('refuses blocks that change their length', async () => {
    const startWorker = localWorkers(() => ({ simulateBlock: (_, block) => new Float64Array(block < 5 ? 3 : 4) }));
    await expect(run({ startWorker, chunkEvents: 100 })).rejects.toThrow(
      "sample 'signal' changes the length of its blocks at block 5",
    );
  });

  it('hands on the failure of the store', async () => {
    const store = new MemoryStore();
    store.save = () => Promise.reject(new Error('no space left'));
    await expect(run({ store, workers: 2 })).rejects.toThrow('no space left');
  });

  it('reports every event once, and the time left', async () => {
    const reports: [number, number | undefined][] = [];
    await run({ chunkEvents: 500, onProgress: (p) => reports.push([p.eventsDone, p.secondsLeft]) });
    expect(reports.map(([done]) => done)).toEqual([0, 500, 1000, 1250, 1750, 1950]);
    expect(reports[0][1]).toBeUndefined();
    expect(reports.at(-1)?.[1]).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d workers or events per chunk', async (bad) => {
    await expect(run({ workers: bad })).rejects.toThrow('workers must be a positive integer');
    await expect(run({ chunkEvents: bad })).rejects.toThrow('chunkEvents must be a positive integer');
  });
});
