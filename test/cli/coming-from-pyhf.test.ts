import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';
import { spillway, temporaryFolder, WORKSPACE } from './spillway.ts';

const folder = temporaryFolder();
const page = readFileSync(join(root, 'docs', 'statistics', 'coming-from-pyhf.md'), 'utf8');
const lines = [...page.matchAll(/^spillway (.+)$/gm)].map(([, line]) => line.split(' '));
const read = (file: string): string => readFileSync(join(folder(), file), 'utf8');

beforeAll(() => {
  const text = JSON.stringify(WORKSPACE).replaceAll('"uncorr"', '"uncorr_bkguncrt"');
  writeFileSync(join(folder(), 'workspace.json'), text);
});

describe('what a user of pyhf, cabinetry or Combine types', () => {
  it('is on the page', () => expect(lines.length).toBeGreaterThanOrEqual(9));

  it.each(lines.map((line) => [line.join(' '), line] as const))('%s', { timeout: 120_000 }, async (_, line) => {
    const { code, stdout, stderr } = await spillway(folder(), ...line);
    // A busy machine shows progress; nothing but progress may stand on stderr.
    expect(stderr.replace(/^.*(?: pseudo-experiments|: working|: done in \d+ s)\n/gm, '')).toBe('');
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(1);
  });

  it('a fit says pulls, goodness, yields, impacts and a scan as JSON', { timeout: 120_000 }, async () => {
    const line = ['fit', 'workspace.json', '--impacts', '--scan', 'mu', '--toys', '100', '--json'];
    const document = JSON.parse((await spillway(folder(), ...line)).stdout);
    expect(document.pulls).toHaveLength(2);
    expect(document.impacts).toHaveLength(2);
    expect(document.goodness.byToys.p).toBeGreaterThan(0.2);
    expect(document.scans[0].parameter).toBe('mu');
    const { samples } = document.yields[0];
    expect(samples.map(({ sample }: { sample: string }) => sample)).toEqual(['signal', 'background', 'total']);
    expect(samples[1].prefit.value).toBe(102);
  });

  it('the page of a diagnosis stands by itself and its figures have data', { timeout: 120_000 }, async () => {
    await spillway(folder(), 'diagnose', 'workspace.json', '--out', 'page');
    const html = read('page/diagnosis.html');
    for (const word of ['Goodness of fit', 'uncorr_bkguncrt[0]', 'Correlations', '<svg']) expect(html).toContain(word);
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="http/);
    expect(JSON.parse(read('page/pulls.json')).rows).toHaveLength(2);
  });

  it('a workspace renamed has the same limit; one twice is refused', { timeout: 120_000 }, async () => {
    await spillway(folder(), 'workspace', 'rename', 'workspace.json', '--modifier', 'mu=k', '--out', 'k.json');
    const limit = async (file: string) => JSON.parse((await spillway(folder(), 'limit', file, '--json')).stdout).limit;
    expect(await limit('k.json')).toEqual(await limit('workspace.json'));
    const twice = await spillway(folder(), 'workspace', 'combine', 'workspace.json', 'k.json');
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain("both have a channel 'singlechannel'");
  });
});
