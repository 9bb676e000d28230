import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireBuilt } from '../workers/built.ts';
import { spillway, startSpillway } from './spillway.ts';

let root: string;
let reference: Record<string, unknown>;
const EVENTS = '40000';
const run = async (folder: string, ...inputs: readonly string[]) => {
  const { code, out, err } = await spillway(
    root,
    ...['run', 'kaon-munuee', '--events', EVENTS, '--json', '--out', join(root, folder)],
    ...inputs,
  );
  expect(err.replace(/^kaon-munuee:.*\n/gm, '')).toBe('');
  expect(code).toBe(0);
  const { folder: _, report: __, ...document } = JSON.parse(out) as Record<string, unknown>;
  return document;
};

beforeAll(async () => {
  requireBuilt('src/search', 'src/stages', 'src/runs', 'src/cli', 'src/physics', 'src/math', 'src/tasks');
  root = mkdtempSync(join(tmpdir(), 'spillway-determinism-'));
  reference = await run('reference', '--workers', '1');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('gives the same document, to the bit, for two workers and for other chunks', async () => {
  expect(await run('two', '--workers', '2')).toEqual(reference);
  expect(await run('small-chunks', '--workers', '2', '--chunk', '1000')).toEqual(reference);
  expect(await run('large-chunks', '--workers', '1', '--chunk', '100000')).toEqual(reference);
});

it('gives another result for another seed', async () => {
  const other = await run('seed', '--seed', '2');
  expect((other['digest'] as { result: string }).result).not.toBe((reference['digest'] as { result: string }).result);
  expect((other['digest'] as { search: string }).search).toBe((reference['digest'] as { search: string }).search);
});

it('goes on after it was killed, to the same bits', async () => {
  const folder = join(root, 'killed');
  const child = startSpillway(
    root,
    ...['run', 'kaon-munuee', '--events', EVENTS, '--chunk', '1', '--workers', '1', '--out', folder],
  );
  const blocks = join(folder, 'blocks');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(blocks) || readdirSync(blocks).length < 3) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await gone;
  expect(existsSync(join(folder, 'run.json'))).toBe(false);
  expect(await run('killed')).toEqual(reference);
});
