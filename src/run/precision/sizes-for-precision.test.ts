import { describe, expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { openAnyEngine } from '../../modes/engines.ts';
import { InvalidInput } from '../../schema/index.ts';
import { missedTargets } from '../../search/results/power-text.ts';
import { localWorkers, numbersInMemory } from '../../tasks/index.ts';
import { planOf, run } from '../run.ts';
import { runToPrecision } from './run-to-precision.ts';
import { sizesForPrecision } from './sizes-for-precision.ts';

const host = (workers: number, chunk?: number) => ({
  workers,
  startWorker: localWorkers(openAnyEngine),
  kept: numbersInMemory(),
  ...(chunk === undefined ? {} : { chunk }),
});
const search = searches['kaon-munuee'];
const { backgrounds, ...others } = searches['kaon-piminus-mumu'];
/** One background, so that pilots are small. */
const small = { ...others, backgrounds: { 'K⁺ → π⁺π⁺π⁻': backgrounds['K⁺ → π⁺π⁺π⁻'] } };
/** Coarse, so that the pilots are the whole. */
const asked = { precision: 0.2, seed: 3 };

describe('a run to a precision', () => {
  it('has the same sizes for any workers and chunks, and finds its pilots again', async () => {
    const first = host(1);
    const sized = await sizesForPrecision(small, asked, first, { mostEvents: 1.5e6 });
    expect(await sizesForPrecision(small, asked, host(3, 20_000), { mostEvents: 1.5e6 })).toEqual(sized);
    let simulated = 0;
    const again = {
      ...first,
      tell: ({ eventsDone, eventsKept }: { eventsDone: number; eventsKept: number }) => {
        simulated = eventsDone - eventsKept;
      },
    };
    const done = await run(small, sized, again);
    const sizes = done.plan.samples.reduce((sum, { events }) => sum + events, 0);
    expect(simulated).toBeLessThan(0.5 * sizes);
    expect(sizes).toBeLessThanOrEqual(1.5e6);
    // The same question written down has the same answer.
    const plain = await run(
      small,
      { ...asked, sizes: sized.sizes },
      { workers: 1, startWorker: localWorkers(openAnyEngine) },
    );
    expect(plain.document.digest).toEqual(done.document.digest);
    // What is held against 20 % is known to 20 %, or said to be not.
    const { power } = done.document;
    for (const sample of power.samples)
      if (sample.quantity === 'acceptance') expect(sample.result.error / sample.result.value).toBeLessThan(0.2);
    expect(power.background?.met).toBe(true);
    expect(missedTargets(power)).toEqual([]);
  }, 120_000);

  it('is one call in a program', async () => {
    const { document } = await runToPrecision(small, { ...asked, precision: 0.3 }, host(2), { mostEvents: 1e6 });
    expect(document.power.samples.every(({ events }) => events % 16384 === 0)).toBe(true);
    await expect(runToPrecision(searches['dump-mumu'])).rejects.toThrow('sized by --events');
  }, 60_000);

  it('says what it does not know well enough', async () => {
    const { document } = await run(search, { events: 3000 });
    expect(document.power.background?.met).toBe(false);
    expect(missedTargets(document.power)).toContainEqual(expect.stringMatching(/^total background: /));
    expect(missedTargets(document.power)).toContainEqual(
      expect.stringMatching(
        /^signal: accepted fraction known to \d+ %, asked 1.0 % \(\d+ candidates of 3,000 decays\)$/,
      ),
    );
  });

  it('gives the usual million where nothing survives, so that the run can say what is lost', async () => {
    const nothing = { settings: ['selection.cuts.missing momentum.below=-1000GeV'], precision: 0.2 };
    const { sizes } = await sizesForPrecision(search, nothing, { ...host(1), startWorker: nothingSurvives() });
    expect(sizes?.['signal']).toBe(64 * 16384);
  });

  it('is for searches with kaons, and for samples that there are', async () => {
    await expect(sizesForPrecision(searches['dump-mumu'], {}, host(1))).rejects.toThrow(
      'dump-mumu is sized by --events',
    );
    expect(() => planOf(search, { sizes: { signl: 10 } })).toThrow(InvalidInput);
    expect(() => planOf(search, { sizes: { signl: 10 } })).toThrow(/signal/);
    expect(() => planOf(search, { precision: 0 })).toThrow('--precision');
    const dump = searches['dump-mumu'];
    expect(() => planOf(dump, { precision: 0.1 })).toThrow('precision: is for searches with kaons');
    expect(() => planOf(dump, { sizes: { '0.3 GeV': 1000 } })).toThrow('sizes: is for searches with kaons');
  });
});

/** Workers in whose blocks nothing survives. */
const nothingSurvives = () =>
  localWorkers(async (plan: Parameters<typeof openAnyEngine>[0]) => {
    const engine = await openAnyEngine(plan);
    const lengths = new Map<number, number>();
    return {
      simulateBlock: (sample: number, block: number) => {
        const length = lengths.get(sample) ?? engine.simulateBlock(sample, block).length;
        lengths.set(sample, length);
        const sums = new Float64Array(length);
        sums.set([16384, 16384, 16384]);
        return sums;
      },
    };
  });
