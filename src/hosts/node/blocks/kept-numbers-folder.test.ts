import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';
import { numbersInFolder } from './kept-numbers-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spillway-kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const numbers = Float64Array.of(1, -0, 1e-300, Math.PI);
const onlyFile = () => join(folder, readdirSync(folder)[0]);

describe('kept numbers', () => {
  it('are found again by what they were made of, by the same program', async () => {
    const store = numbersInFolder(folder, 'program 1');
    expect(await store.load('a plan')).toBeUndefined();
    await store.save('a plan', numbers);
    expect(await store.load('a plan')).toEqual(numbers);
    expect(await store.load('another plan')).toBeUndefined();
    expect(await numbersInFolder(folder, 'program 2').load('a plan')).toBeUndefined();
  });

  it.each([
    ['a byte is changed', (bytes: Buffer) => bytes.fill(7, bytes.length - 3, bytes.length - 2)],
    ['the end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 8)],
    ['it is something else', () => Buffer.from('not numbers')],
  ])('are made again when %s', async (_, damage) => {
    const store = numbersInFolder(folder, 'program');
    await store.save('a plan', numbers);
    writeFileSync(onlyFile(), damage(readFileSync(onlyFile())));
    expect(await store.load('a plan')).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('take no more room than allowed: the oldest go', async () => {
    const size = async () => {
      const store = numbersInFolder(folder, 'program');
      await store.save('first', numbers);
      return statSync(onlyFile()).size;
    };
    const store = numbersInFolder(folder, 'program', 2 * (await size()));
    for (const name of ['second', 'third']) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.save(name, numbers);
    }
    expect(await store.load('first')).toBeUndefined();
    expect(await store.load('second')).toEqual(numbers);
    expect(await store.load('third')).toEqual(numbers);
  });

  it('are not kept where no folder can be made, and nothing fails', async () => {
    writeFileSync(join(folder, 'file'), '');
    const store = numbersInFolder(join(folder, 'file', 'below'), 'program');
    await store.save('a plan', numbers);
    expect(await store.load('a plan')).toBeUndefined();
  });
});

describe('the cache folder', () => {
  it('is the one named, else the one of XDG, else below the home folder, or none', () => {
    expect(cacheFolder({ SPILLWAY_CACHE: '/here', XDG_CACHE_HOME: '/xdg' })).toBe('/here');
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' })).toBe('/xdg/spillway');
    expect(cacheFolder({})).toMatch(/\.cache\/spillway$/);
    expect(cacheFolder({ SPILLWAY_CACHE: 'off', XDG_CACHE_HOME: '/xdg' })).toBeUndefined();
  });
});
