import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Recorder } from '../../../stages/blinding/recorder.ts';
import { fileRecord } from './file-record.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-box-'));
  file = join(root, 'deep', 'unblinding.jsonl');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const recorder = () => new Recorder([fileRecord(file)]);
const act = (digest: string) => ({
  ...{ search: 's', digest, data: 'c', run: 'r', regions: ['signal'], at: '2026-01-01T00:00:00.000Z' },
});

it('starts empty, and makes its folder with the first line', async () => {
  expect(await recorder().history()).toEqual([]);
  const first = await recorder().append(act('a'));
  expect(await recorder().append({ ...act('a'), at: 'later' })).toEqual(first);
  expect(await recorder().history()).toEqual([first]);
});

it('only adds lines, each sealed over the one before', async () => {
  const first = await recorder().append(act('a'));
  const before = readFileSync(file, 'utf8');
  const second = await recorder().append(act('b'));
  expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
  expect(second.previous).toBe(first.seal);
});

it.each([
  ['altered', (text: string) => text.replace('"a"', '"x"'), 1],
  ['half a line', (text: string) => text.slice(0, -30), 2],
  ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1), 1],
  ['not JSON', () => 'opened by mistake\n', 1],
])('refuses a record that is %s', async (_, spoil, line) => {
  await recorder().append(act('a'));
  await recorder().append(act('b'));
  writeFileSync(file, spoil(readFileSync(file, 'utf8')));
  await expect(recorder().history()).rejects.toThrow(`line ${line} is damaged or was altered`);
  await expect(recorder().append(act('c'))).rejects.toThrow('damaged or was altered');
});

it('says when the record cannot be written', async () => {
  writeFileSync(join(root, 'deep'), 'a file in the way');
  await expect(recorder().append(act('a'))).rejects.toThrow('cannot be written');
});
