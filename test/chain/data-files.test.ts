import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import { writtenAxesOf } from '../../src/search/user-data/check-data.ts';
import { requireBuilt } from '../workers/built.ts';
import { spillway } from './spillway.ts';

/** A count that nothing else prints, put into every masked bin. */
const SECRET = 8_264_917;
const TIME = 300_000;

const search = searches['kaon-munuee'] as unknown as AnySearch;
const [axis] = writtenAxesOf(search);
if (!('edges' in axis)) throw new Error('the search has bins');
const { observable, unit = '', edges } = axis;
const masked = new Set(Array.from({ length: 14 }, (_, i) => 63 + i));
const counts = edges.slice(1).map((_, bin) => (masked.has(bin) ? SECRET : bin % 3));
const bins = counts.map((count, i) => ({ low: edges[i], high: edges[i + 1], count }));

const files: Readonly<Record<string, string>> = {
  csv: [
    `${observable} [${unit}] low,${observable} [${unit}] high,counts`,
    ...bins.map(({ low, high, count }) => `${low},${high},${count}`),
  ].join('\n'),
  histogram: JSON.stringify({
    uhi_schema: 1,
    axes: [{ type: 'variable', edges, metadata: { name: `${observable} [${unit}]` } }],
    storage: { type: 'int', values: counts },
  }),
  hepdata: [
    `independent_variables: ${JSON.stringify([{ header: { name: observable, units: unit }, values: bins.map(({ low, high }) => ({ low, high })) }])}`,
    `dependent_variables: ${JSON.stringify([{ header: { name: 'counts' }, values: counts.map((value) => ({ value })) }])}`,
  ].join('\n'),
};

let root: string;
beforeAll(() => {
  requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/cli', 'src/formats');
  root = mkdtempSync(join(tmpdir(), 'spillway-data-files-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('masked counts', () => {
  it.each(['csv', 'histogram', 'hepdata'])(
    'stay masked until the box is opened, from %s',
    async (kind) => {
      const folder = join(root, kind);
      writeFileSync(join(root, `mine-${kind}`), files[kind]);
      const given = ['--events', '1000', '--data', `mine-${kind}`, '--out', folder, '--json'];
      const ran = await spillway(root, 'run', 'kaon-munuee', ...given);
      expect(ran.err).not.toContain(String(SECRET));
      expect(ran.code, ran.err).toBe(0);
      expect(ran.out).not.toContain(String(SECRET));
      const document = JSON.parse(ran.out);
      expect(document).toMatchObject({ blind: true, observed: null, data: { kind: 'user' } });
      expect(document.spectra.discriminant.data).toEqual(counts.map((count, bin) => (masked.has(bin) ? null : count)));
      const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      expect(written.length).toBeGreaterThan(8);
      for (const { parentPath, name } of written)
        expect(readFileSync(join(parentPath, name)).includes(String(SECRET)), name).toBe(false);
      const opened = await spillway(root, 'unblind', folder, '--json');
      expect(opened.code, opened.err).toBe(0);
      expect(JSON.parse(opened.out).spectra.discriminant.data).toEqual(counts);
    },
    TIME,
  );
});
