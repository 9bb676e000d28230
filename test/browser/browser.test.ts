import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import kaonMunuee from '../../searches/kaon-munuee.ts';
import type { planRun } from '../../src/modes/kaon/plan.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';
import type { BlockPlan, localWorkers, OpenBlockEngine, runBlocks } from '../../src/tasks/index.ts';
import { builtModule, requireBuilt } from '../workers/built.ts';
import { digestOfSums } from './digest-of-sums.js';
import { findBrowser } from './find-browser.ts';
import { serveFiles } from './serve-files.ts';
import { openToy, TOY_BLOCK_EVENTS, toyPlan } from './toy-engine.js';

interface Run {
  readonly plan: BlockPlan;
  readonly blockEvents: number;
  readonly workers: number;
  readonly chunkEvents?: number;
}
interface Outcome {
  readonly digest: string;
  readonly blocksByWorker: readonly number[];
}

let server: Awaited<ReturnType<typeof serveFiles>>;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  requireBuilt('src/tasks', 'src/hosts/browser', 'src/modes', 'src/stages', 'src/physics', 'src/math');
  server = await serveFiles();
  browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${server.origin}/test/browser/harness.html`);
  await page.waitForFunction('globalThis.runPlan !== undefined', undefined, { timeout: 10_000 }).catch(() => {
    throw new Error(`the page did not load: ${[...faults, ...server.missing].join('; ')}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function inBrowser(script: string, run: Run): Promise<Outcome> {
  const outcome = page.evaluate(`runPlan(${JSON.stringify({ script, ...run })})`) as Promise<Outcome>;
  return await outcome.catch((error: Error) => {
    throw new Error([error.message, ...faults, ...server.missing].join('; '));
  });
}

/** The same run in this thread, with the same compiled code. */
async function inNode<P extends BlockPlan>(open: OpenBlockEngine<P>, run: Run): Promise<string> {
  const tasks = (await import(builtModule('src/tasks/index.ts'))) as {
    runBlocks: typeof runBlocks;
    localWorkers: typeof localWorkers;
  };
  const { sums } = await tasks.runBlocks({ ...run, workers: 1, startWorker: tasks.localWorkers(open) });
  return await digestOfSums(sums);
}

it('sums a toy to the same bits on web workers as in Node, for any number of workers and any chunk', async () => {
  const run = { plan: toyPlan(1), blockEvents: TOY_BLOCK_EVENTS, workers: 1 };
  const expected = await inNode(openToy, run);
  const one = await inBrowser('toy-worker.js', run);
  const two = await inBrowser('toy-worker.js', { ...run, workers: 2, chunkEvents: 3000 });
  expect(one.digest).toBe(expected);
  expect(two.digest).toBe(expected);
  expect(two.blocksByWorker).toHaveLength(2);
  expect((await inBrowser('toy-worker.js', { ...run, plan: toyPlan(2) })).digest).not.toBe(expected);
});

it('simulates a search to the same bits in Chromium as in Node', async () => {
  const planning = (await import(builtModule('src/modes/kaon/plan.ts'))) as { planRun: typeof planRun };
  const { BLOCK_EVENTS } = await import('../../src/modes/kaon/run-plan.ts');
  const { openEngine } = await import(builtModule('src/modes/kaon/chain/engine.ts'));
  const search = kaonMunuee as unknown as SearchDocument;
  const runOf = (events: number, seed: number) => ({
    plan: planning.planRun(search, { events, seed }),
    blockEvents: BLOCK_EVENTS,
    workers: 2,
  });
  const run = runOf(20_000, 3);
  const { digest } = await inBrowser('engine-worker.js', run);
  expect(digest).toBe(await inNode(openEngine, run));
  expect(await inNode(openEngine, runOf(500, 3))).not.toBe(await inNode(openEngine, runOf(500, 4)));
});
