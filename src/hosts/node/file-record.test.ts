import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { boxState, readUnblinding, recordUnblinding, UNBLINDING_FILE } from './unblinding-record.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-box-'));
  file = join(root, UNBLINDING_FILE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const act = (digest: string) => ({ digest, regions: ['signal'], at: '2026-01-01T00:00:00.000Z' });

it('starts closed, opens once per digest, and tells when the search was changed afterwards', async () => {
  expect(boxState(await readUnblinding(root), 'a')).toBe('closed');
  const first = await recordUnblinding(root, act('a'));
  expect(await recordUnblinding(root, { ...act('a'), at: 'later' })).toEqual(first);
  expect(await readUnblinding(root)).toEqual([first]);
  expect(boxState([first], 'a')).toBe('open');
  expect(boxState([first], 'b')).toBe('changed');
});

it('only adds lines, each sealed over the one before', async () => {
  await recordUnblinding(root, act('a'));
  const before = readFileSync(file, 'utf8');
  const second = await recordUnblinding(root, act('b'));
  expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
  const entries = await readUnblinding(root);
  expect(entries.map((entry) => entry.digest)).toEqual(['a', 'b']);
  expect(second.previous).toBe(entries[0].seal);
});

it.each([
  ['altered', (text: string) => text.replace('"a"', '"x"'), 1],
  ['half a line', (text: string) => text.slice(0, -30), 2],
  ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1), 1],
  ['not JSON', () => 'opened by mistake\n', 1],
])('refuses a record that is %s', async (_, spoil, line) => {
  await recordUnblinding(root, act('a'));
  await recordUnblinding(root, act('b'));
  writeFileSync(file, spoil(readFileSync(file, 'utf8')));
  await expect(readUnblinding(root)).rejects.toThrow(`line ${line} is damaged or was altered`);
  await expect(recordUnblinding(root, act('c'))).rejects.toThrow('damaged or was altered');
});

it('says when the record cannot be written', async () => {
  await expect(recordUnblinding(join(root, 'nowhere'), act('a'))).rejects.toThrow(
    'cannot be written: there is no such file or folder',
  );
});
