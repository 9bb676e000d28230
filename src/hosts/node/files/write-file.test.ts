import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type * as FileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const failing = vi.hoisted(() => ({ code: undefined as string | undefined }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  return {
    ...real,
    open: async (path: string, flags: string) => {
      const file = await real.open(path, flags);
      if (failing.code === undefined || flags === 'r') return file;
      const error = Object.assign(new Error('system'), { code: failing.code });
      file.writeFile = () => Promise.reject(error);
      return file;
    },
  };
});

const { makeFolder, writeWhole } = await import('./write-file.ts');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-write-'));
  failing.code = undefined;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('writes the parts one after the other and leaves nothing else', async () => {
  await writeWhole(join(root, 'a'), ['one ', Buffer.from('two')]);
  expect(readFileSync(join(root, 'a'), 'utf8')).toBe('one two');
  expect(readdirSync(root)).toEqual(['a']);
});

it('lets writers of one file work at once, whatever their process ids', async () => {
  const texts = Array.from({ length: 20 }, (_, i) => `${i}`.repeat(1000));
  await Promise.all(texts.map((text) => writeWhole(join(root, 'a'), [text])));
  expect(texts).toContain(readFileSync(join(root, 'a'), 'utf8'));
  expect(readdirSync(root)).toEqual(['a']);
});

it.each([
  ['ENOSPC', 'the disk is full; free some space and run the same command again.'],
  ['EROFS', 'the disk is read-only; name a folder elsewhere with --out.'],
  ['EACCES', 'no permission'],
  ['EXXX', 'cannot be written: system.'],
])('says so on %s, with the old file untouched and nothing half-written', async (code, sentence) => {
  await writeWhole(join(root, 'a'), ['old']);
  failing.code = code;
  const writing = writeWhole(join(root, 'a'), ['new']);
  await expect(writing).rejects.toMatchObject({ name: 'InvalidInput', where: join(root, 'a') });
  await expect(writing).rejects.toThrow(sentence);
  expect(readFileSync(join(root, 'a'), 'utf8')).toBe('old');
  expect(readdirSync(root)).toEqual(['a']);
});

it('says that a folder cannot be made below a file', async () => {
  await writeWhole(join(root, 'a'), ['x']);
  await expect(makeFolder(join(root, 'a', 'b'))).rejects.toThrow('a part of the path is a file, not a folder');
  await makeFolder(join(root, 'c', 'd'));
  expect(existsSync(join(root, 'c', 'd'))).toBe(true);
});

it.runIf(existsSync('/proc/self'))('gives up where no folder can be made, as in /proc', async () => {
  await expect(makeFolder('/proc/spillway/deeper')).rejects.toThrow('/proc/spillway/deeper: cannot be written');
});

it('takes a folder that is there, and two at once', async () => {
  const path = join(root, 'a', 'b');
  await Promise.all([makeFolder(path), makeFolder(join(path, 'c')), makeFolder(path)]);
  await makeFolder(path);
  expect(existsSync(join(path, 'c'))).toBe(true);
});
