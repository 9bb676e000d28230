import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireBuilt } from '../workers/built.ts';
import { spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
beforeAll(() => requireBuilt('src/search', 'src/modes', 'src/run', 'src/hosts', 'src/cli'));

/** The document of a command with --json. */
async function documentOf(...args: readonly string[]) {
  const { code, stdout } = await spillway(folder(), ...args, '--json');
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/NaN|Infinity/);
  return JSON.parse(stdout);
}

const EVENTS = ['--events', '10000', '--seed', '4'] as const;

describe('spillway fit of a search', () => {
  it('fits seeded pseudo-data in a closed box, the data of the run in an open one', async () => {
    const first = await documentOf('fit', 'kaon-pimumu', ...EVENTS, '--out', 'run');
    expect(first).toMatchObject({ search: 'kaon-pimumu', valid: true, data: 'pseudo-data', folder: 'run' });
    expect(first.parameters.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
    for (const { minos, error } of first.parameters) {
      expect(error).toBeGreaterThan(0);
      expect(minos).toHaveLength(2);
    }
    expect(typeof first.twiceNll).toBe('number');
    expect(await spillway(folder(), 'unblind', 'run')).toMatchObject({ code: 0 });
    const opened = await documentOf('fit', 'kaon-pimumu', ...EVENTS, '--out', 'run');
    expect(opened).toMatchObject({ valid: true, data: 'pseudo-data of the run' });
    expect(opened.observed).not.toEqual(first.observed);
  });

  it('fits a measured rate', async () => {
    const bins = [0.2, 0.25, 0.3, 0.35, 0.4].map((from, i) => ({
      from,
      to: from + 0.05,
      value: [4.2e-7, 4.5e-7, 3.9e-7, 3.2e-7, 2e-7][i],
      error: 1e-8,
    }));
    writeFileSync(join(folder(), 'rate.json'), JSON.stringify({ quantity: 'branching ratio', bins, source: 'a test' }));
    const fit = await documentOf('fit', 'kaon-pimumu', '--data', 'rate.json');
    expect(fit).toMatchObject({ valid: true, data: 'user', folder: null });
    expect(fit.note).toContain('a test');
    expect(fit.parameters[0].value).toBeLessThan(0);
  });

  it('refuses what it cannot fit in one sentence', async () => {
    writeFileSync(join(folder(), 'bad.json'), '{"quantity": "branching ratio", "bins": [{"from": 0.2}]}');
    for (const [args, words] of [
      [['kaon-munuee'], 'kaon-pigg, kaon-pimumu'],
      [['kaon-pimumu', '--data', 'bad.json'], 'bins[0].to'],
      [['kaon-pimumu', '--data', 'absent.json'], 'no such file'],
    ] as const) {
      const { code, stderr, stdout } = await spillway(folder(), 'fit', ...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(words);
    }
  });
});

describe('spillway export', () => {
  it('writes a finished run as pyhf, HEPData and CSV, without masked counts', async () => {
    await documentOf('run', 'kaon-munuee', '--events', '3000', '--out', 'closed');
    for (const format of ['pyhf', 'hepdata', 'csv']) {
      const { files } = await documentOf('export', 'closed', '--format', format, '--out', format);
      for (const file of files as string[]) expect(existsSync(join(folder(), file)), file).toBe(true);
    }
    const limit = await documentOf('limit', 'pyhf/kaon-munuee.json', '--cl', '0.9');
    expect(limit.limit.observed).toBeGreaterThan(0);
    const lines = readFileSync(join(folder(), 'csv/spectrum-discriminant.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(141);
    expect(lines[0].split(',').at(-1)).toBe('counts');
    const empty = lines.slice(1).filter((line) => line.endsWith(','));
    expect(empty).toHaveLength(14);
    expect(readFileSync(join(folder(), 'hepdata/submission.yaml'), 'utf8')).toContain('data_file: "table_1_');
  });

  it('carries a search out first when it is given an ID', async () => {
    const { files, note } = await documentOf('export', 'dump-alp-ee', '--events', '100', '--out', 'dump');
    expect(files.length).toBeGreaterThan(2);
    expect(note).toContain('closed box');
  });

  it('refuses in one sentence', async () => {
    for (const [args, words] of [
      [['nothing'], 'unknown search'],
      [['.'], 'no run'],
      [['closed', '--events', '10'], 'stays as it is'],
      [['closed', '--format', 'root'], 'hepdata'],
      [['closed', '--out', '/proc/nowhere'], '/proc/nowhere'],
    ] as const) {
      const { code, stderr } = await spillway(folder(), 'export', ...args);
      expect(code).toBe(2);
      expect(stderr).toContain(words);
    }
  });
});
