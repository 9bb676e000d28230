import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireBuilt } from '../workers/built.ts';
import { spillway } from './spillway.ts';

let root: string;
beforeAll(() => {
  requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/cli');
  root = mkdtempSync(join(tmpdir(), 'spillway-until-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('stops after the selection, however few events survive', async () => {
  const run = async (until: string) => {
    const { code, out } = await spillway(
      root,
      ...['run', 'kaon-munuee', '--events', '20', '--workers', '1', '--json', '--until', until],
    );
    expect(code).toBe(0);
    return JSON.parse(out);
  };
  const selection = await run('selection');
  expect(selection).toMatchObject({ events: 20, ses: null, limit: null, observed: null, until: 'selection' });
  expect(selection.reason).toBe('stopped after selection');
  expect(selection.cutflow[0].steps[0].yield).toBeNull();
  expect((await run('generation')).cutflow).toBeNull();
});
