import { describe, expect, it } from 'vitest';
import { parquetEncoder } from '../../src/formats/events/parquet-table.ts';
import type { Format } from '../../src/formats/format.ts';
import { readLikelihood } from '../../src/formats/likelihoods/read-likelihood.ts';
import { formats, readAnything } from '../../src/formats/read-anything.ts';
import { readYaml } from '../../src/formats/tables/read-yaml.ts';
import { largestFile, UnknownFile } from '../../src/formats/unknown-file.ts';
import { InvalidInput } from '../../src/schema/index.ts';
import {
  beside,
  combination,
  companions,
  countingCard,
  hepDataTable,
  hepmc,
  joined,
  packed,
  patchset,
  samples,
  shapesCard,
  submission,
  workspace,
  zipOf,
} from './samples.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const table = {
  fields: [{ name: 'x', unit: 'GeV', integer: false }],
  notes: { seed: '3' },
  rows: 2,
  columns: [Float64Array.of(1.5, 2)],
};
const encoder = parquetEncoder(table);
const parquet = joined([...encoder.start(), ...encoder.add(table), ...encoder.finish()]);
const lhe = bytes('<LesHouchesEvents version="3.0">\n</LesHouchesEvents>\n');
const root = joined(['root', new Uint8Array(200)]);

const all: readonly (readonly [format: string, name: string, content: Uint8Array<ArrayBuffer>])[] = [
  ...samples.map(([format, name, text]) => [format, name, bytes(text)] as const),
  ['parquet', 'table.parquet', parquet],
  ['lhe', 'events.lhe', lhe],
  ['root', 'file.root', root],
];

describe('every format', () => {
  it('has a sample here', () => {
    expect(new Set(all.map(([format]) => format))).toEqual(new Set(Object.keys(formats)));
  });

  it.each(Object.entries(formats))('%s: says what it is', (id, format: Format) => {
    expect(format.id).toBe(id);
    expect(format.title).not.toBe('');
    expect(format.endings.every((ending) => /^\.[a-z0-9]+$/.test(ending))).toBe(true);
    expect(format.read ?? format.write ?? ('encode' in format ? format.encode : undefined)).toBeDefined();
  });

  it.each(all)(
    '%s: %s is known by its content, whatever its name, and by columns of text at most besides',
    (id, _, content) => {
      const file = new UnknownFile('unnamed', content);
      const known = Object.values(formats).filter((format) => format.recognise(file));
      expect(known[0].id).toBe(id);
      expect(
        known
          .slice(1)
          .map((format) => format.id)
          .filter((other) => other !== 'csv'),
      ).toEqual([]);
    },
  );

  it.each(all)('%s: %s in the first few bytes is recognised or not, never an error', (_, name, content) => {
    for (let length = 0; length < Math.min(content.length, 400); length += 7)
      for (const format of Object.values(formats))
        expect(typeof format.recognise(new UnknownFile(name, content.slice(0, length)))).toBe('boolean');
  });
});

describe('readAnything', () => {
  it.each(samples)(
    '%s: %s is read, with and without a byte order mark, gzipped, and in UTF-16',
    async (id, name, text) => {
      const plain = await readAnything(bytes(text), name, beside);
      expect(plain.format).toBe(id);
      expect(await readAnything(bytes(`\uFEFF${text}`), name, beside)).toEqual(plain);
      expect(await readAnything(await packed(text), `${name}.gz`, beside)).toEqual(plain);
      const wide = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))]).buffer);
      if (/^[\0-\uffff]*$/.test(text)) expect(await readAnything(wide, name, beside)).toEqual(plain);
    },
  );

  it('reads Parquet', async () => {
    const read = await readAnything(parquet, 'x');
    expect(read.what === 'rows' && Array.from(read.content.columns[0])).toEqual([1.5, 2]);
  });

  it('says what to install for ROOT, what is only written, and what is known', async () => {
    await expect(readAnything(root, 'f.root')).rejects.toThrow(/npm install jsroot|damaged or cut off/);
    await expect(readAnything(lhe, 'e.lhe')).rejects.toThrow(/written, not read/);
    await expect(readAnything(bytes('Dear reader,\nnothing is here.\n'), 'letter')).rejects.toThrow(
      /nothing that is known[\s\S]*pyhf workspace[\s\S]*HEPData/,
    );
    await expect(readAnything(bytes(''), 'nothing')).rejects.toThrow(/is empty/);
    await expect(readAnything(bytes('{"channels": ['), 'cut.json')).rejects.toThrow(/truncated/);
  });

  it('opens archives: a submission, one file, many tables; not bombs', async () => {
    const inFolder = { 'HEPData-1/submission.yaml': submission, 'HEPData-1/table1.yaml': companions['table1.yaml'] };
    const read = await readAnything(zipOf(inFolder), 'a.zip');
    expect(
      read.what === 'tables' && [
        read.content.comment,
        read.content.attached,
        read.content.tables.map(({ name }) => name),
      ],
    ).toEqual(['a test', ['workspace.json'], ['Table 1']]);
    expect((await readAnything(zipOf({ 'a/w.json': workspace, README: 'words' }), 'a.zip')).what).toBe('likelihood');
    const two = await readAnything(zipOf({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'x,y\n3,4\n' }), 'a.zip');
    expect(two.what === 'tables' && two.content.tables.length).toBe(2);
    await expect(readAnything(zipOf({ 'a.json': workspace, 'b.csv': 'x,y\n1,2\n' }), 'a.zip')).rejects.toThrow(
      /unpack the one/,
    );
    await expect(readAnything(zipOf({ a: 'words' }), 'a.zip')).rejects.toThrow(/none of a known format/);
    await expect(readAnything(zipOf(inFolder).slice(0, 300), 'a.zip')).rejects.toThrow(/damaged or cut off/);
    const bomb = await packed('a'.repeat(3_000_000));
    await expect(readAnything(bomb.slice(0, bomb.length - 9), 'a.gz')).rejects.toThrow(/damaged or cut off/);
  });

  it('refuses files that are too large before it looks at them', () => {
    const large = { length: largestFile + 1 } as Uint8Array<ArrayBuffer>;
    expect(() => new UnknownFile('zero', large)).toThrow(/at most/);
  });
});

describe('readLikelihood', () => {
  it.each([
    ['workspace.json', workspace],
    ['card', countingCard],
    ['shapes', shapesCard],
    ['combination', combination],
  ])('takes %s', async (name, text) => {
    const { workspace: read } = await readLikelihood(bytes(text), name, beside);
    expect(read.version).toBe('1.0.0');
  });

  it('gives a card with shapes and XML the bins of their histograms', async () => {
    const card = await readLikelihood(bytes(shapesCard), 'shapes', beside);
    const xml = await readLikelihood(bytes(combination), 'combination', beside);
    const [channel] = card.workspace.channels;
    expect(card.workspace.observations).toEqual([{ name: 'sr', data: [12, 7] }]);
    expect(channel.samples.map(({ data }) => data)).toEqual([
      [3, 2],
      [10, 6],
    ]);
    expect(channel.samples[1].modifiers).toEqual([
      { name: 'norm', type: 'normsys', data: { hi: 1.1, lo: 1 / 1.1 } },
      { name: 'jes', type: 'histosys', data: { hi_data: [11, 6.5], lo_data: [9.2, 5.6] } },
      { name: 'staterror_sr', type: 'staterror', data: [0.5, 0.4] },
    ]);
    expect(card.notes.length).toBe(2);
    expect(xml.workspace.channels[0].samples[1].modifiers).toEqual([
      { name: 'lumi', type: 'lumi', data: null },
      { name: 'norm', type: 'normsys', data: { hi: 1.1, lo: 0.9 } },
      { name: 'jes', type: 'histosys', data: { hi_data: [11, 6.5], lo_data: [9.2, 5.6] } },
      { name: 'staterror_sr', type: 'staterror', data: [0.5, 0.4] },
      { name: 'free', type: 'shapesys', data: [1, 6 * 0.2] },
    ]);
    expect(xml.workspace.measurements[0].config).toEqual({
      poi: 'mu',
      parameters: [
        { name: 'mu', inits: [1], bounds: [[0, 10]] },
        { name: 'lumi', inits: [1], auxdata: [1], sigmas: [0.1], bounds: [[0.5, 1.5]], fixed: true },
      ],
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'no histogram',
      shapesCard.replace('$PROCESS $PROCESS_', '$PROCESS_x $PROCESS_'),
      /unknown histogram 'data_obs_x'/,
    ],
    [
      'no file',
      shapesCard.replace('histograms.json', 'gone.root'),
      /gone.root: is named in the document and is not there/,
    ],
    [
      'a RooFit workspace',
      shapesCard.replace('histograms.json $PROCESS ', 'histograms.json w:$PROCESS '),
      /RooWorkspace, which is not read/,
    ],
    [
      'another rate',
      shapesCard.replace('rate -1 -1', 'rate -1 17'),
      /rate of 'bkg' in 'sr': the card says 17, its histogram has 16/,
    ],
    ['a mass that is missing', shapesCard.replace('$PROCESS $PROCESS_', '$PROCESS$MASS $PROCESS_'), /needs a mass/],
    ['a table', hepDataTable, /holds no likelihood but tables \(hepdata\); 'spillway redo'/],
    ['events', hepmc, /no likelihood but events/],
    ['a patchset', patchset, /it patches a workspace/],
    ['an object of nothing', '{}', /channels|missing/],
    ['broken XML', combination.replace('</Measurement>', ''), /line 9: <\/Combination> closes nothing/],
  ])('refuses %s in one sentence', async (_, text, message) => {
    await expect(readLikelihood(bytes(text), 'file', beside)).rejects.toThrow(message);
    await expect(readLikelihood(bytes(text), 'file', beside)).rejects.toThrow(InvalidInput);
  });
});

describe('tables', () => {
  it('of HEPData keep bins, uncertainties with labels and percentages, qualifiers', async () => {
    const read = await readAnything(bytes(hepDataTable), 'table1.yaml');
    if (read.what !== 'tables') throw new Error(read.what);
    const [{ independent, dependent }] = read.content.tables;
    expect(independent).toEqual([
      {
        name: 'mass',
        unit: 'MeV',
        values: [
          { low: 1, high: 2 },
          { low: 2, high: 3, value: 2.4 },
        ],
        errors: [],
        qualifiers: [],
      },
    ]);
    expect(dependent).toEqual([
      {
        name: 'limit',
        unit: '',
        values: [1e-9, null],
        errors: [
          { label: 'stat', values: [1e-10, null] },
          { label: 'sys', values: [{ minus: -1e-10, plus: 2e-10 }, null] },
        ],
        qualifiers: [{ name: 'CL', value: 90, unit: '%' }],
      },
    ]);
  });

  it('of HEPData’s CSV keep what its head says', async () => {
    const [, name, text] = samples.find(([, file]) => file === 'limits.csv') as (typeof samples)[number];
    const read = await readAnything(bytes(text), name);
    if (read.what !== 'tables') throw new Error(read.what);
    const [{ name: title, description, keywords, independent, dependent }] = read.content.tables;
    expect([title, description, keywords]).toEqual(['Table 1', 'See figure 6.', { reactions: ['K+ --> e+ N'] }]);
    expect(independent.map((column) => [column.name, column.unit, column.values])).toEqual([
      ['mass', 'MeV', [144, 149]],
    ]);
    expect(dependent).toEqual([
      {
        name: 'UL on |U|^2',
        unit: '',
        values: [2.2e-9, 8.1e-10],
        errors: [{ label: 'stat', values: [1e-10, null] }],
        qualifiers: [],
      },
    ]);
  });
});

describe('readYaml', () => {
  it('refuses alias bombs, __proto__, deep nesting and broken text in a sentence', () => {
    const levels = 'abcdefghi'.split('');
    const bomb = levels
      .map((name, k) => `${name}: &${name} [${new Array(9).fill(k === 0 ? 'x' : `*${levels[k - 1]}`).join(', ')}]`)
      .join('\n');
    expect(() => readYaml(bomb, 'bomb')).toThrow(/aliases/);
    expect(() => readYaml('a: {__proto__: {polluted: 1}}', 'p')).toThrow(/'__proto__' is refused/);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const deep of [
      '['.repeat(100_000),
      '{a: '.repeat(5000),
      '- '.repeat(50_000),
      Array.from({ length: 3000 }, (_, k) => `${' '.repeat(k)}a:`).join('\n'),
    ])
      expect(() => readYaml(deep, 'deep')).toThrow(InvalidInput);
    expect(() => readYaml('a: [1, 2', 'cut')).toThrow(/^cut: line 1, column \d+: /);
    expect(() => readYaml('a: 1\na: 2', 'twice')).toThrow(/^twice: line 2/);
    expect(readYaml('a: &x [1]\nb: *x\n---\n2', 'fine')).toEqual([{ a: [1], b: [1] }, 2]);
  });
});
