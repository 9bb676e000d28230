import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptNumbers } from './kept-numbers.ts';
import { KeptSums } from './kept-sums.ts';
import { localWorkers } from './local-worker.ts';
import { runBlocks } from './run-blocks.ts';

const BLOCK_EVENTS = 100;

/** Sums of very different size, so that they depend on their order; a short block knows how short. */
const blockOf = (sample: number, block: number, events: number): Float64Array =>
  Float64Array.from(
    { length: 2 + sample },
    (_, i) => ((block * 7919 + i * 31 + events) % 97) * 10 ** ((block % 5) * 4),
  );

const inMemory = () => {
  const numbers = new Map<string, Float64Array>();
  const kept: KeptNumbers = {
    load: async (of) => numbers.get(of)?.slice(),
    save: async (of, array) => void numbers.set(of, array.slice()),
  };
  return { numbers, kept };
};

/** Runs samples of these sizes; how many blocks were simulated, and the sums. */
async function run(
  sizes: readonly number[],
  kept: KeptNumbers | undefined,
  texts = sizes.map((_, i) => `sample ${i}`),
) {
  const samples = sizes.map((events, i) => ({ name: `s${i}`, events, blocks: Math.ceil(events / BLOCK_EVENTS) }));
  let simulated = 0;
  const startWorker = localWorkers(() => ({
    simulateBlock: (sample, block) => {
      simulated += 1;
      return blockOf(sample, block, Math.min(BLOCK_EVENTS, sizes[sample] - block * BLOCK_EVENTS));
    },
  }));
  const { sums, eventsKept } = await runBlocks({
    plan: { digest: 'toy', samples },
    blockEvents: BLOCK_EVENTS,
    workers: 2,
    startWorker,
    ...(kept === undefined
      ? {}
      : { store: new KeptSums(kept, { samples, texts, blockEvents: BLOCK_EVENTS }, undefined) }),
  });
  return { sums, simulated, eventsKept };
}

describe('sums kept from one run to the next', () => {
  it('are the same bits as simulated anew, whatever sizes were kept before', async () => {
    const size = fc.integer({ min: 1, max: 2000 });
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 1, maxLength: 4 }), size, async (before, wanted) => {
        const { kept } = inMemory();
        for (const events of before) await run([events], kept);
        const again = await run([wanted], kept);
        const plain = await run([wanted], undefined);
        expect(again.sums).toEqual(plain.sums);
        if (before.includes(wanted)) expect(again.simulated).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('are those of samples that came in one piece, too', async () => {
    const { kept } = inMemory();
    await run([100, 200, 300], kept);
    expect((await run([100, 200, 300], kept)).simulated).toBe(0);
  });

  it('serve a larger run with their whole trees of full blocks, and a smaller one with those that it has', async () => {
    const { kept } = inMemory();
    expect((await run([1250], kept)).simulated).toBe(13);
    expect((await run([1250], kept)).simulated).toBe(0);
    // Twelve full blocks of 100, in trees of 8 and 4.
    const { simulated, eventsKept } = await run([3000], kept);
    expect({ simulated, eventsKept }).toEqual({ simulated: 18, eventsKept: 1200 });
    // Of thirty blocks 16 + 8 + 4 + 2, of thirteen 8 + 4 + the short one.
    expect((await run([2400], kept)).simulated).toBe(0);
    expect((await run([700], kept)).simulated).toBe(7);
  });

  it('are told apart by all that they depend on', async () => {
    const { kept } = inMemory();
    await run([500], kept, ['with one cut']);
    expect((await run([500], kept, ['with another cut'])).simulated).toBe(5);
    expect((await run([500, 500], kept, ['a new one', 'with one cut'])).simulated).toBe(5);
  });

  it.each([
    ['numbers are missing', (numbers: Float64Array) => numbers.slice(0, -1)],
    ['nothing is left', () => new Float64Array(0)],
    ['one is not a number', (numbers: Float64Array) => numbers.fill(Number.NaN, 2, 3)],
    ['the count of blocks is none', (numbers: Float64Array) => numbers.fill(0.5, 0, 1)],
  ])('are simulated again when %s', async (_, damage) => {
    const { kept, numbers } = inMemory();
    const { sums } = await run([1300], kept);
    for (const [of, array] of numbers) if (!of.endsWith('sizes')) numbers.set(of, damage(array));
    const again = await run([1300], kept);
    expect(again.simulated).toBeGreaterThan(0);
    expect(again.sums).toEqual(sums);
  });
});
