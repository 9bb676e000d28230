import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import type * as NodeWorkers from '../../src/hosts/node/workers/node-workers.ts';
import { BLOCK_EVENTS } from '../../src/modes/kaon/run-plan.ts';
import { planOf, run } from '../../src/run/run.ts';
import { simulate } from '../../src/run/simulate.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';
import { builtModule, requireBuilt } from '../workers/built.ts';
import { finishInMemory } from './finish-in-memory.ts';
import { spillway, startSpillway } from './spillway.ts';

let root: string;
beforeAll(() => {
  requireBuilt(
    'src/search',
    'src/modes',
    'src/stages',
    'src/run',
    'src/hosts',
    'src/cli',
    'src/physics',
    'src/math',
    'src/tasks',
  );
  root = mkdtempSync(join(tmpdir(), 'spillway-determinism-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a search with few samples', () => {
  const whole = searches['kaon-munuee'] as SearchDocument;
  const [background] = Object.entries(whole.backgrounds);
  const search: SearchDocument = { ...whole, backgrounds: Object.fromEntries([background]), checks: {} };
  const events = 3 * BLOCK_EVENTS + 77;

  async function onThreads(workers: number, chunkEvents: number) {
    const { nodeWorkers } = (await import(builtModule('src/hosts/node/workers/node-workers.ts'))) as typeof NodeWorkers;
    const plan = planOf(search, { events });
    const host = { workers, chunk: chunkEvents, startWorker: nodeWorkers().start };
    const { sums, blocksByWorker } = await simulate(plan, BLOCK_EVENTS, host);
    return { document: (await finishInMemory(plan, sums)).document, blocksByWorker };
  }

  it('gives the same document, to the bit, for one and two threads, small and large chunks, and without threads', async () => {
    const { document } = await run(search, { events });
    const runs = [await onThreads(1, 1), await onThreads(2, 1), await onThreads(2, 2 * BLOCK_EVENTS)];
    for (const run of runs) expect(run.document).toEqual(document);
  });

  it('has two threads work when two are asked for', async () => {
    // On a machine that is busy elsewhere the second thread may start when all is done: a few attempts.
    for (let attempt = 0; attempt < 5; attempt++) {
      const { blocksByWorker } = await onThreads(2, 1);
      expect(blocksByWorker).toHaveLength(2);
      if (Math.min(...blocksByWorker) > 0) return;
    }
    expect.fail('one of the two threads never simulated a block');
  });

  it('gives another result for another seed, of the same search', async () => {
    const [one, two] = [1, 2].map((seed) => run(search, { events: 2000, seed }));
    const [a, b] = [(await one).document.digest, (await two).document.digest];
    expect(a.search).toBe(b.search);
    expect(a.result).not.toBe(b.result);
  });
});

it('goes on after it was killed, to the same document', async () => {
  const inputs = ['run', 'kaon-munuee', '--events', '17000'];
  const run = async (folder: string, ...more: readonly string[]) => {
    const { code, out, err } = await spillway(root, ...inputs, '--json', '--out', join(root, folder), ...more);
    expect(err.replace(/^kaon-munuee:.*\n/gm, '')).toBe('');
    expect(code).toBe(0);
    const { folder: _, report: __, ...document } = JSON.parse(out) as Record<string, unknown>;
    return document;
  };
  const folder = join(root, 'killed');
  const child = startSpillway(root, ...inputs, '--chunk', '1', '--workers', '1', '--out', folder);
  const blocks = join(folder, 'blocks');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(blocks) || readdirSync(blocks).length < 3) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await gone;
  expect(existsSync(join(folder, 'run.json'))).toBe(false);
  expect(await run('killed', '--workers', '1')).toEqual(await run('whole', '--workers', '2', '--chunk', '100000'));
});
