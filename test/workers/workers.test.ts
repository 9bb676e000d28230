import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { toyPlan } from '../browser/toy-engine.js';
import { requireBuilt } from './built.ts';

const script = join(import.meta.dirname, 'toy-run.mjs');

let root: string;
beforeAll(() => requireBuilt('src/tasks', 'src/hosts/node', 'src/schema'));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-workers-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Settings {
  readonly plan: object;
  readonly workers?: number;
  readonly chunkEvents?: number;
  readonly folder?: string;
}
interface Outcome {
  readonly digest: string;
  readonly eventsKept: number;
  readonly blocksByWorker: readonly number[];
  /** Largest resident memory of the process, in KiB. */
  readonly memory: number;
  readonly notices: readonly string[];
}

const argument = (settings: Settings) => JSON.stringify({ folder: join(root, 'run'), workers: 1, ...settings });

const run = (settings: Settings) =>
  new Promise<Outcome>((resolve, reject) => {
    execFile('node', [script, argument(settings)], (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout));
      else reject(new Error(`exit ${error.code}: ${stderr}`));
    });
  });

async function killWhen(child: ChildProcess, condition: () => boolean): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
}

const blockFiles = () => {
  const folder = join(root, 'run', 'blocks');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.blocks')) : [];
};

it('gives the same bits with one worker and two, with any chunk; others with another seed', async () => {
  const plan = toyPlan(1);
  const runs = [
    await run({ plan, folder: join(root, 'a') }),
    await run({ plan, folder: join(root, 'b'), workers: 2 }),
    await run({ plan, folder: join(root, 'c'), workers: 2, chunkEvents: 1000 }),
    await run({ plan, folder: join(root, 'd'), workers: 3, chunkEvents: 7000 }),
  ];
  expect(new Set(runs.map(({ digest }) => digest)).size).toBe(1);
  expect(runs[1].blocksByWorker).toHaveLength(2);
  expect((await run({ plan: toyPlan(2), folder: join(root, 'e') })).digest).not.toBe(runs[0].digest);
});

it('lets two workers work at the same time', async () => {
  const meeting = join(root, 'meeting');
  mkdirSync(meeting);
  const { blocksByWorker } = await run({ plan: toyPlan(1, { meeting }), workers: 2, chunkEvents: 1000 });
  expect(blocksByWorker).toHaveLength(2);
  expect(Math.min(...blocksByWorker)).toBeGreaterThan(0);
});

it('goes on after SIGKILL with another chunk and other workers, to the same bits', async () => {
  const plan = toyPlan(3, { blocks: 60, rounds: 4000 });
  const whole = await run({ plan, folder: join(root, 'whole'), workers: 2 });
  const child = spawn('node', [script, argument({ plan, chunkEvents: 2000 })], { stdio: 'ignore' });
  await killWhen(child, () => blockFiles().length >= 3);
  const file = blockFiles().at(-1) as string;
  truncateSync(join(root, 'run', 'blocks', file), 300);
  const resumed = await run({ plan, workers: 2, chunkEvents: 5000 });
  expect(resumed.digest).toBe(whole.digest);
  expect(resumed.eventsKept).toBeGreaterThanOrEqual(4000);
  expect(resumed.eventsKept).toBeLessThan(120_000);
  expect(resumed.notices.join()).toMatch(new RegExp(`${file}: truncated`));
});

it('replaces a thread that dies, to the same bits', async () => {
  const good = await run({ plan: toyPlan(4), folder: join(root, 'good') });
  const plan = toyPlan(4, { deadly: 7, mark: join(root, 'died') });
  const survived = await run({ plan, workers: 2, chunkEvents: 3000 });
  expect(existsSync(join(root, 'died'))).toBe(true);
  expect(survived.digest).toBe(good.digest);
});

it('says in one sentence what happened when a thread dies twice, and keeps what is finished', async () => {
  const plan = toyPlan(5, { deadly: 9 });
  await expect(run({ plan, chunkEvents: 3000 })).rejects.toThrow(
    /^exit 2: InvalidInput: workers: two workers died over blocks 9 to 11 of sample 'signal' \(exit code 3\)\. Finished blocks are kept; .*\n$/,
  );
  expect((await run({ plan: toyPlan(5), chunkEvents: 3000 })).eventsKept).toBe(9000);
});

it('stays below 500 MB when the results of a run are larger', async () => {
  const plan = toyPlan(6, { blocks: 400, length: 100_000, rounds: 1 });
  const { memory } = await run({ plan, workers: 2 });
  expect(plan.samples.length * 400 * 100_000 * 8).toBeGreaterThan(600e6);
  expect(memory * 1024).toBeLessThan(500e6);
});
