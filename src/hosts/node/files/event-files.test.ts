import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnOf } from '../../../events/event-table.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { generateEvents } from './event-files.ts';
import { readEventTable, readHepmc3File, writeEventTable } from './event-tables.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spillway-events-'));
});
afterAll(() => rm(folder, { recursive: true }));

const decay = 'K+ -> pi+ (pi0 -> e+ e- gamma)';
const path = (name: string) => join(folder, name);

describe('generateEvents', () => {
  test('writes the same events in every format that can be read back', async () => {
    for (const ending of ['hepmc3', 'lhe', 'parquet', 'csv'])
      expect(await generateEvents({ decay, events: 1500, seed: 4, out: path(`a.${ending}`) })).toEqual({
        events: 1500,
        file: path(`a.${ending}`),
      });
    const parquet = await readEventTable(path('a.parquet'));
    const csv = await readEventTable(path('a.csv'));
    expect(csv.columns.map((column) => [...column])).toEqual(
      parquet.columns.map((column) => [...column].map((x) => x + 0)),
    );
    const hepmc = await readHepmc3File(path('a.hepmc3'));
    expect(hepmc.length).toBe(1500);
    expect(hepmc.map(({ weights }) => weights[0])).toEqual([...columnOf(parquet, 'weight')]);
    expect(hepmc.map(({ particles }) => particles[5].pz)).toEqual([...columnOf(parquet, 'gamma_pz')]);
    expect((await readFile(path('a.lhe'), 'utf8')).split('<event>').length).toBe(1501);
  });

  test('gives a beam of 75 GeV unless told otherwise, and conserves momentum', async () => {
    for (const [momentum, expected] of [
      [undefined, 75],
      [0, 0],
      [400, 400],
    ]) {
      const out = path('momentum.parquet');
      await generateEvents({ decay, events: 20, seed: 1, out, ...(momentum === undefined ? {} : { momentum }) });
      const table = await readEventTable(out);
      const sum = (component: string, i: number) =>
        ['pi+', 'e+', 'e-', 'gamma'].reduce((total, label) => total + columnOf(table, `${label}_${component}`)[i], 0);
      for (let i = 0; i < 20; i++) {
        expect(columnOf(table, 'K+_pz')[i]).toBe(expected);
        expect(sum('pz', i)).toBeCloseTo(expected!, 10);
        expect(sum('px', i)).toBeCloseTo(0, 12);
        expect(sum('energy', i)).toBeCloseTo(Math.hypot(expected!, 0.493677), 10);
      }
    }
  });

  test('gives event i whatever the number of events, and other events for another seed', async () => {
    const weights = async (events: number, seed: number) => {
      await generateEvents({ decay, events, seed, out: path('w.parquet') });
      return [...columnOf(await readEventTable(path('w.parquet')), 'weight')];
    };
    const few = await weights(100, 9);
    expect((await weights(1100, 9)).slice(0, 100)).toEqual(few);
    expect(await weights(100, 10)).not.toEqual(few);
  });

  test('writes events that count alike, the same for any number of them', async () => {
    for (const flat of [
      'K+ -> pi+ pi- pi+ e+ e-',
      'D+ -> pi+ (K_S -> pi+ pi-)',
      'K+ -> pi+ (pi0 -> gamma gamma) pi0',
    ]) {
      await generateEvents({ decay: flat, events: 1100, seed: 3, out: path('one.parquet'), unweighted: true });
      const table = await readEventTable(path('one.parquet'));
      expect(new Set(columnOf(table, 'weight'))).toEqual(new Set([1]));
      await generateEvents({ decay: flat, events: 50, seed: 3, out: path('few.parquet'), unweighted: true });
      const few = await readEventTable(path('few.parquet'));
      few.columns.forEach((column, k) => {
        expect([...column]).toEqual([...table.columns[k].slice(0, 50)]);
      });
    }
  });

  test('refuses to weight all alike what has no known bound', async () => {
    const run = generateEvents({ decay, events: 10, seed: 3, out: path('no.parquet'), unweighted: true });
    await expect(run).rejects.toThrow(
      "decay 'K+ -> pi+ (pi0 -> e+ e- gamma)': no bound is known for the weights of pi0 -> e+ e- gamma",
    );
    expect(await readdir(folder)).not.toContain('no.parquet');
  });

  test('lets particles that live long fly', async () => {
    await generateEvents({ decay: 'D+ -> pi+ (K_S -> pi+ pi-)', events: 2000, seed: 2, out: path('fly.parquet') });
    const table = await readEventTable(path('fly.parquet'));
    const z = columnOf(table, 'K_S_decay_z');
    const pz = columnOf(table, 'K_S_pz');
    // z·m/(p_z·cτ) is exponential with mean 1: five standard errors, false alarm 6e-7.
    const mean = z.reduce((sum, value, i) => sum + (value * 0.497611) / (pz[i] * 0.026844), 0) / 2000;
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(2000) + 0.002);
  });

  test.each([
    [{ events: 0 }, /events: 0 is not a whole number from 1/],
    [{ events: 1.5 }, /events: 1.5 is not/],
    [{ events: Number.NaN }, /events: NaN is not/],
    [{ momentum: -1 }, /momentum: -1 GeV/],
    [{ seed: -1 }, /seed: -1/],
    [{ decay: 'K+ -> pi+ pi+' }, /charge is not conserved/],
    [{ decay: 'K+ -> pi+ pj0' }, /unknown particle 'pj0'/],
    [{ out: 'x.root' }, /there are \.csv, \.hepmc3, \.lhe, \.parquet/],
    [{ out: '/proc/nowhere/x.csv' }, /cannot be written/],
  ])('refuses %o', async (change, message) => {
    const attempt = generateEvents({ decay, events: 10, seed: 1, out: path('bad.csv'), ...change });
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow(InvalidInput);
  });

  test('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done > 5000) stop.abort(new Error('stopped by the user'));
    };
    const out = path('stopped.csv');
    await expect(generateEvents({ decay, events: 1e9, seed: 1, out, signal: stop.signal, onProgress })).rejects.toThrow(
      'stopped by the user',
    );
    expect((await readdir(folder)).filter((name) => name.includes('stopped'))).toEqual([]);
  });
});

describe('tables of events', () => {
  const table = {
    fields: [
      { name: 'event', unit: '', integer: true },
      { name: 'z', unit: 'm', integer: false },
    ],
    notes: {},
    rows: 2,
    columns: [Float64Array.of(1, 2), Float64Array.of(0.1, 1e-300)],
  };

  test.each(['t.csv', 'T.PARQUET'])('are written and read as %s', async (name) => {
    await writeEventTable(path(name), table);
    expect(await readEventTable(path(name))).toEqual(table);
  });

  test('are refused under another ending, or when they are missing or not what they say', async () => {
    await expect(writeEventTable(path('t.txt'), table)).rejects.toThrow(/'t.txt' is neither/);
    await expect(readEventTable(path('missing.csv'))).rejects.toThrow(/cannot be read: there is no such file/);
    await writeFile(path('wrong.parquet'), 'event,z\n1,2\n');
    await expect(readEventTable(path('wrong.parquet'))).rejects.toThrow(/not a whole Parquet file/);
  });
});
