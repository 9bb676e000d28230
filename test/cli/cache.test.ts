import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

it('keeps samples between commands, to the same bits, shows what it keeps and clears it', async () => {
  const cache = join(folder(), 'cache');
  const before = process.env['SPILLWAY_CACHE'];
  process.env['SPILLWAY_CACHE'] = cache;
  try {
    const asked = ['run', 'kaon-munuee', '--events', '2000', '--json', '--out'];
    const files = () => readdirSync(join(cache, 'numbers')).map((name) => join(cache, 'numbers', name));
    // What is read is marked as used just now.
    const unused = () => files().filter((file) => statSync(file).mtimeMs === LONG_AGO.getTime());
    const age = () => {
      for (const file of files()) utimesSync(file, LONG_AGO, LONG_AGO);
    };
    const digestOf = async (...more: readonly string[]) => {
      return JSON.parse((await spillway(folder(), ...asked, ...more)).stdout).digest;
    };
    const first = await digestOf('first');
    const { length } = files();
    age();
    expect(await digestOf('again')).toEqual(first);
    expect({ entries: files().length, unused: unused().length }).toEqual({ entries: length, unused: 0 });
    age();
    expect(await digestOf('anew', '--no-cache')).toEqual(first);
    expect({ entries: files().length, unused: unused().length }).toEqual({ entries: length, unused: length });

    const standing = JSON.parse((await spillway(folder(), 'cache', '--json')).stdout);
    expect(standing).toMatchObject({ folder: join(cache, 'numbers'), most: 2 * 2 ** 30 });
    expect(standing.entries).toBe(readdirSync(join(cache, 'numbers')).length);
    expect((await spillway(folder(), 'cache', 'clear')).stdout).toContain(`removed ${standing.entries} files`);
    expect(readdirSync(join(cache, 'numbers'))).toEqual([]);
    expect((await spillway(folder(), 'cache', '--no-cache')).stdout).toContain('SPILLWAY_CACHE is off');
  } finally {
    process.env['SPILLWAY_CACHE'] = before;
  }
}, 120_000);
