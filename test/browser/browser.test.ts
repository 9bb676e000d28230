import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import type * as InPage from '../../src/browser.ts';
import type * as Spillway from '../../src/index.ts';
import { openAnyEngine } from '../../src/modes/engines.ts';
import { BLOCK_EVENTS } from '../../src/modes/kaon/run-plan.ts';
import { planOf, run } from '../../src/run/run.ts';
import { type BlockPlan, localWorkers, type OpenBlockEngine, runBlocks } from '../../src/tasks/index.ts';
import { type Bundle, bundle } from './bundle.ts';
import { digestOfSums } from './digest-of-sums.js';
import { findBrowser } from './find-browser.ts';
import { serveFiles } from './serve-files.ts';
import { openToy, TOY_BLOCK_EVENTS, toyPlan } from './toy-engine.js';

const kaonMunuee = searches['kaon-munuee'];

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
let bundled: Bundle;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  bundled = await bundle('harness', 'library', 'engine-worker', 'toy-worker');
  copyFileSync(join(import.meta.dirname, 'harness.html'), join(bundled.folder, 'harness.html'));
  server = await serveFiles(bundled.folder);
  browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${server.origin}/harness.html`);
  await page.waitForFunction('globalThis.runPlan !== undefined', undefined, { timeout: 60_000 }).catch(() => {
    throw new Error(`the page did not load: ${[...faults, ...server.missing].join('; ')}`);
  });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  bundled?.remove();
});

async function inBrowser(script: string, run: Run): Promise<Outcome> {
  const outcome = page.evaluate(`runPlan(${JSON.stringify({ script, ...run })})`) as Promise<Outcome>;
  return await outcome.catch((error: Error) => {
    throw new Error([error.message, ...faults, ...server.missing].join('; '));
  });
}

/** The same run in this thread. */
async function inNode<P extends BlockPlan>(open: OpenBlockEngine<P>, run: Run): Promise<string> {
  const { sums } = await runBlocks({ ...run, workers: 1, startWorker: localWorkers(open) });
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
  const runOf = (events: number, seed: number) => ({
    plan: planOf(kaonMunuee, { events, seed }),
    blockEvents: BLOCK_EVENTS,
    workers: 2,
  });
  const asked = runOf(20_000, 3);
  const { digest } = await inBrowser('engine-worker.js', asked);
  expect(digest).toBe(await inNode(openAnyEngine, asked));
  expect(await inNode(openAnyEngine, runOf(500, 3))).not.toBe(await inNode(openAnyEngine, runOf(500, 4)));
}, 300_000);

it('carries a search out in the page: the document of Node, a box that opens once and on record', async () => {
  const asked = { events: 2000, seed: 4 };
  const { document } = await run(kaonMunuee, asked);
  const page1 = await page.evaluate(async (asked) => {
    const { spillway } = globalThis as unknown as { spillway: typeof Spillway & typeof InPage };
    const search = spillway.searches['kaon-munuee'];
    const closed = await spillway.run(search, asked);
    const plan = spillway.planOf(search, asked);
    const { box: _, ...host } = spillway.localHost;
    const first = await spillway.openBoxInBrowser(plan, undefined, 'a run', host);
    const again = await spillway.openBoxInBrowser(plan, undefined, 'a run', host);
    const figures = closed.figures().length;
    return { closed: closed.document, first: first.document, again: again.document, figures };
  }, asked);
  expect(page1.closed).toEqual(JSON.parse(JSON.stringify(document)));
  expect(page1.figures).toBeGreaterThan(3);
  expect([page1.first.blind, typeof page1.first.observed]).toEqual([false, 'number']);
  expect(page1.again.opened).toEqual(page1.first.opened);
  expect(page1.first.opened?.seal).toMatch(/^[0-9a-f]{64}$/);
}, 300_000);

it('is bundled without anything of Node, within its budget', () => {
  expect(bundled.text).not.toMatch(/["']node:|__vite-browser-external/);
  // The engine alone, and the whole library with every search, figure, report and format; gzipped.
  expect(bundled.sizeOf('engine-worker')).toBeLessThan(160_000);
  expect(bundled.sizeOf('library')).toBeLessThan(500_000);
});
