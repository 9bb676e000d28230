import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderBlockStore } from './folder-block-store.ts';

let root: string;
let notices: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-blocks-'));
  notices = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const store = () => new FolderBlockStore(root, 'plan', (sentence) => notices.push(sentence));
const range = (firstBlock: number, blocks: number, sample = 0) => ({ sample, firstBlock, blocks });
const names = () => readdirSync(root).sort();

describe('a folder of blocks', () => {
  it('keeps ranges, and drops those inside one that was merged', async () => {
    const blocks = store();
    for (const [first, count] of [
      [0, 2],
      [2, 2],
      [4, 1],
      [3, 3],
    ])
      await blocks.save(range(first, count), Float64Array.of(1, 2));
    await blocks.save(range(0, 2, 1), Float64Array.of(5));
    await blocks.saveMerged(range(0, 5), Float64Array.of(1, 2));
    expect(names()).toEqual(['0-00000000-00000004.blocks', '0-00000003-00000005.blocks', '1-00000000-00000001.blocks']);
    const [merged] = await blocks.list();
    expect(merged).toMatchObject(range(0, 5));
    expect(await blocks.load(merged)).toEqual(Float64Array.of(1, 2));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses a sum of %d behind a right checksum', async (sum) => {
    const blocks = store();
    await blocks.save(range(0, 1), Float64Array.of(1, sum));
    const [stored] = await blocks.list();
    expect(await blocks.load(stored)).toBeUndefined();
    expect(notices).toEqual([expect.stringMatching(/0-00000000-00000000\.blocks: .*not a number.*simulated again/)]);
    expect(names()).toEqual([]);
  });

  it('counts as missing what another process has merged and removed', async () => {
    const blocks = store();
    await blocks.save(range(0, 1), Float64Array.of(1));
    const [stored] = await blocks.list();
    rmSync(join(root, stored.id));
    expect(await blocks.load(stored)).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it.each(['folder', 'pipe'])(
    'goes past a %s that has the name of blocks, and keeps those blocks beside it',
    async (kind) => {
      const name = '0-00000000-00000001.blocks';
      if (kind === 'folder') mkdirSync(join(root, name));
      else execFileSync('mkfifo', [join(root, name)]);
      const blocks = store();
      expect(await blocks.list()).toEqual([]);
      expect(notices).toEqual([`${join(root, name)}: is not a file; left alone.`]);
      await blocks.save(range(0, 2), Float64Array.of(7));
      const [kept] = await store().list();
      expect(await store().load(kept)).toEqual(Float64Array.of(7));
      await blocks.saveMerged(range(0, 4), Float64Array.of(9));
      expect(names()).toEqual(['0-00000000-00000001.blocks', '0-00000000-00000003.blocks']);
    },
    20_000,
  );

  it('goes past names that are nearly those of blocks', async () => {
    writeFileSync(join(root, 'notes.blocks.txt'), 'x');
    renameSync(join(root, 'notes.blocks.txt'), join(root, '-.blocks'));
    expect(await store().list()).toEqual([]);
    expect(notices[0]).toContain('truncated after 1 bytes');
  });

  it.each([-600, 600])('leaves unfinished files alone when a clock is %d s off', async (seconds) => {
    const file = join(root, '.0-00000000-00000001.blocks.0123456789abcdef.part');
    writeFileSync(file, 'half');
    const time = Date.now() / 1000 + seconds;
    utimesSync(file, time, time);
    await store().list();
    expect(existsSync(file)).toBe(true);
  });
});
