import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { besideFile, fileOf, readBytes } from './read-bytes.ts';

const folder = mkdtemp(join(tmpdir(), 'read-bytes-'));

describe('readBytes', () => {
  it('refuses by size, also what has no end', async () => {
    await expect(readBytes('/dev/zero', 2 ** 22)).rejects.toThrow(/\/dev\/zero: is larger than 4 MiB/);
    const file = join(await folder, 'ten');
    await writeFile(file, '0123456789');
    await expect(readBytes(file, 9)).rejects.toThrow(/larger than/);
    expect(new TextDecoder().decode(await readBytes(file, 10))).toBe('0123456789');
  });

  it('says in a sentence what is not there', async () => {
    await expect(readBytes(join(await folder, 'gone'))).rejects.toThrow(/cannot be read: there is no such file/);
  });
});

describe('besideFile', () => {
  it('finds files in the folder and the one above, not further out', async () => {
    const top = await folder;
    await mkdir(join(top, 'a', 'b'), { recursive: true });
    await writeFile(join(top, 'a', 'b', 'near'), '1');
    await writeFile(join(top, 'a', 'above'), '2');
    await writeFile(join(top, 'out'), '3');
    const beside = besideFile(join(top, 'a', 'b', 'card.txt'));
    expect(await beside('near')).toHaveLength(1);
    expect(await beside('above')).toHaveLength(1);
    for (const name of ['out', '../above', '../../out', join(top, 'out')]) expect(await beside(name)).toBeNull();
  });
});

describe('fileOf', () => {
  it('takes a folder for the submission in it', async () => {
    const top = join(await folder, 'submission');
    await mkdir(top);
    await expect(fileOf(top)).rejects.toThrow(/folder without submission.yaml/);
    await writeFile(join(top, 'submission.yaml'), '');
    expect(await fileOf(top)).toBe(join(top, 'submission.yaml'));
  });
});
