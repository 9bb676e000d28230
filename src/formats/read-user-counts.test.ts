import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import { checkDataAgainst, dataAxesOf, writtenAxesOf } from '../search/user-data/check-data.ts';
import { sizeOfAxis } from '../search/user-data/data-document.ts';
import type { UserCounts } from '../stages/blinding/user-counts.ts';
import uhi from './histograms/uhi.ts';
import { readUserCounts } from './read-user-counts.ts';
import { csvOf } from './tables/csv-of-table.ts';
import type { DataTable } from './tables/data-table.ts';
import hepdata from './tables/hepdata.ts';
import { hepDataFileOf } from './tables/hepdata-table.ts';
import { yamlOf } from './tables/yaml.ts';

const searchOf = (id: keyof typeof searches): AnySearch => searches[id] as unknown as AnySearch;
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const read = (text: string) => readUserCounts(bytesOf(text), 'mine');
const countsOf = ({ bins, count }: UserCounts) => Array.from({ length: bins }, (_, bin) => count(bin));

/** Counts of a search over its own axes as a table, rows as the last axis runs fastest. */
function tableOf(search: AnySearch, counts: readonly number[], named = true): DataTable {
  const axes = writtenAxesOf(search).map((axis) => {
    if (!('edges' in axis)) throw new Error('no edges');
    return axis;
  });
  let after = counts.length;
  const independent = axes.map(({ observable, unit = '', edges }) => {
    const bins = edges.length - 1;
    after /= bins;
    const step = after;
    const cells = counts.map((_, flat) => Math.floor(flat / step) % bins);
    return {
      name: named ? observable : '',
      unit,
      values: cells.map((i) => ({ low: edges[i], high: edges[i + 1] })),
      errors: [],
      qualifiers: [],
    };
  });
  const column = { name: 'counts', unit: '', values: counts, errors: [], qualifiers: [] };
  return { name: 'mine', description: '', keywords: {}, independent, dependent: [column] };
}

const twoAxes = Object.keys(searches).filter((id) => {
  const search = searchOf(id as keyof typeof searches);
  return 'discriminant' in search && search.discriminant.length === 2;
}) as (keyof typeof searches)[];
const one = searchOf('kaon-munuee');
const two = searchOf(twoAxes[0]);
const sizeOf = (search: AnySearch) => dataAxesOf(search).reduce((product, axis) => product * sizeOfAxis(axis), 1);
const drawn = (search: AnySearch) => fc.array(fc.nat(1e6), { minLength: sizeOf(search), maxLength: sizeOf(search) });

describe('counts in files of other kinds', () => {
  it.each([
    ['one axis', one],
    ['two axes', two],
  ])('come back with the axes of the search from CSV and HEPData: %s', async (_, search) => {
    await fc.assert(
      fc.asyncProperty(drawn(search), async (counts) => {
        const table = tableOf(search, counts);
        for (const text of [csvOf(table), yamlOf(hepDataFileOf(table))]) {
          const data = await read(text);
          expect(countsOf(data)).toEqual(counts);
          expect(data.axes).toHaveLength(dataAxesOf(search).length);
          expect(() => checkDataAgainst(search, data)).not.toThrow();
        }
      }),
      { numRuns: 5, seed: 3 },
    );
  });

  it('come back from a UHI histogram, without its flow, gzipped too', async () => {
    const [axis] = dataAxesOf(one);
    if (!('edges' in axis)) throw new Error('no edges');
    const counts = Array.from({ length: axis.edges.length - 1 }, (_, i) => i % 5);
    const written = {
      kind: 'edges',
      name: axis.observable,
      edges: axis.edges,
      underflow: true,
      overflow: true,
    } as const;
    const histogram = { title: '', axes: [written], values: [77, ...counts, 88], variances: null };
    const { files } = uhi.write!({ mine: histogram }, 'mine');
    const text = Object.values(files)[0].join('');
    for (const bytes of [bytesOf(text), new Uint8Array(gzipSync(text))]) {
      const data = await readUserCounts(bytes, 'mine');
      expect(countsOf(data)).toEqual(counts);
      expect(() => checkDataAgainst(one, data)).not.toThrow();
    }
  });

  it('come from a submission, from the one table that has them', async () => {
    const counts = new Array<number>(sizeOf(one)).fill(3);
    const table = tableOf(one, counts);
    const other = { ...table, name: 'other', dependent: [{ ...table.dependent[0], values: counts.map(() => 0.5) }] };
    const { files } = hepdata.write!({ comment: '', tables: [other, table], attached: [] }, 'mine');
    const beside = async (name: string) => (name in files ? bytesOf(files[name].join('')) : null);
    const data = await readUserCounts(bytesOf(files['submission.yaml'].join('')), 'mine', beside);
    expect(countsOf(data)).toEqual(counts);
  });

  it('take units, symbols, rows in any order, bare edges, numbered bins and regions', async () => {
    const symbol = await read(
      'm^{2}_{miss} [GeV²/c⁴] low,m^{2}_{miss} [GeV²/c⁴] high,signal,counts\n1,2,0.5,8\n0,1,0.5,9\n',
    );
    expect(symbol.axes).toEqual([{ observable: 'missingMassSquared', edges: [0, 1, 2] }]);
    expect(countsOf(symbol)).toEqual([9, 8]);
    const small = await read('missingMass [MeV] low,missingMass [MeV] high,counts\n0,10,1\n10,20,2\n');
    const [axis] = small.axes ?? [];
    if (!('edges' in axis)) throw new Error('no edges');
    expect(axis.edges[2]).toBeCloseTo(0.02, 14);
    expect((await read('low,high,count\n0,1,5\n1,2,6\n')).axes).toEqual([{ observable: '', edges: [0, 1, 2] }]);
    const numbered = await read('bin,count\n1,5\n2,6\n');
    expect([numbered.axes, countsOf(numbered)]).toEqual([undefined, [5, 6]]);
    const regions = await read('region,count\nsignal,1\ncontrol,4\n');
    expect(regions.axes).toEqual([{ regions: ['signal', 'control'] }]);
    expect(() => checkDataAgainst(searchOf('dump-mumu'), regions)).not.toThrow();
  });

  it('are held against the edges of the search, whether or not the observable is named', async () => {
    const table = tableOf(one, new Array<number>(sizeOf(one)).fill(0), false);
    const [{ values }] = table.independent;
    const lows = values.map((cell) => (cell as { low: number }).low);
    const unit = table.independent[0].unit;
    const text = (shift: number) =>
      `low [${unit}],high [${unit}],count\n${values
        .map((cell, i) => `${lows[i] + shift},${(cell as { high: number }).high + shift},0`)
        .join('\n')}\n`;
    const right = await read(text(0));
    expect(() => checkDataAgainst(one, right)).not.toThrow();
    const wrong = await read(text(lows[1] - lows[0]));
    expect(() => checkDataAgainst(one, wrong)).toThrow('edges.0');
  });

  it.each([
    [
      'bin,count\n1,900071\n2,900072.5\n',
      'mine.counts: needed are whole numbers that are not negative, one for each bin; not so at 1',
    ],
    ['bin,count\n1,900071\n2,-900072\n', 'not so at 1'],
    ['low,high,count\n0,1,900071\n2,3,900072\n', 'bin 0 does not adjoin'],
    ['low,high,count\n0,1,900071\n0,1,900072\n', 'found 2 rows for 1 bins'],
    ['bin,first,second\n1,900071,900072\n2,900073,900074\n', 'one column of counts is needed'],
    ['low [furlong],high [furlong],count\n0,1,900071\n', "unknown unit 'furlong'"],
    [
      '{"axes": [{"type": "regular", "lower": 0, "upper": 1, "bins": 1}], "storage": {"type": "int", "values": ["900071"]}}',
      'cannot be read as histograms',
    ],
    [
      '{"axes": [{"type": "regular", "lower": 0, "upper": 1, "bins": 1}], "storage": {"type": "weighted", "values": [900071], "variances": [900072]}}',
      'weighted events',
    ],
    [
      'dependent_variables:\n- header: {name: n}\n  values: [{value: 900071, errors: [{symerror: 900072x}]}]\nindependent_variables:\n- header: {name: x}\n  values: [{value: 1}]\n',
      'cannot be read as HEPData',
    ],
    ['dependent_variables:\n- 900071: [900072\n', 'cannot be read as HEPData'],
    ['900071 of them, or more', 'holds nothing that is known; taken are a JSON document'],
    ['{"counts": [900071.5]}', 'needed are whole numbers'],
    ['{"channels": [900071], "measurements": []}', 'cannot be read as'],
    ['', 'mine: is empty'],
  ])('are refused without a count: %s', async (text, sentence) => {
    const refusal: unknown = await read(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as Error).message).toContain(sentence);
    expect((refusal as Error).message).not.toMatch(/9000\d\d/);
  });
});
