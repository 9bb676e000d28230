import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ExportTable, fileNameOf } from '../../search/results/table.ts';
import { csvOf } from './csv-of-table.ts';
import { dataTableOf } from './data-table.ts';
import { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
import { yamlDocuments, yamlOf } from './yaml.ts';

const table: ExportTable = {
  name: 'Rate, against z',
  description: 'a test',
  independent: [
    {
      name: 'z',
      values: [
        { low: 0.1, high: 0.2 },
        { low: 0.2, high: 0.3 },
      ],
    },
  ],
  dependent: [
    { name: 'rate', unit: 'GeV', values: [1e-7, null], errors: [2e-8, null] },
    { name: 'note', values: ['a "b"', 'c, d'] },
  ],
};

describe('csvOf', () => {
  it('gives bins two columns, errors one, and quotes what needs it', () => {
    expect(csvOf(dataTableOf(table))).toBe(
      'z low,z high,rate [GeV],rate error [GeV],note\n0.1,0.2,1e-7,2e-8,"a ""b"""\n0.2,0.3,,,"c, d"\n',
    );
  });
});

describe('fileNameOf', () => {
  it('keeps letters and digits alone', () => {
    expect(fileNameOf('Cut-flow of K⁺ → π⁺γγ')).toBe('cut-flow-of-k');
    expect(fileNameOf('ĉ')).toBe('c');
    expect(fileNameOf('→')).toBe('table');
  });
});

describe('yamlOf', () => {
  it('writes nested lists and maps in block style, words quoted, numbers with a point before an exponent', () => {
    const text = yamlOf({
      a: [
        { b: 1e-7, c: ['x: y', 'say "z"'] },
        { b: -2.5e30, c: [] },
      ],
      'two words': null,
      gone: undefined,
    });
    expect(text).toBe(
      [
        'a:',
        '  - b: 1.0e-7',
        '    c:',
        '      - "x: y"',
        '      - "say \\"z\\""',
        '  - b: -2.5e+30',
        '    c: []',
        'two words: null',
        '',
      ].join('\n'),
    );
    expect(yamlDocuments([{ a: 1 }, { b: 2 }])).toBe('---\na: 1\n---\nb: 2\n');
  });

  it('is read back the same by the library, repeated parts written out', () => {
    const part = { value: 1e-300, text: '1.5', 'no: key': true };
    const document = { y: [part, part], 12: -0.1, long: 'word '.repeat(60), lines: 'a\nb' };
    expect(parse(yamlOf(document))).toEqual(document);
    expect(yamlOf(document)).not.toContain('&');
  });

  it('refuses what is no number', () => {
    expect(() => yamlOf({ a: Number.NaN })).toThrow(RangeError);
  });
});

describe('checkHepData', () => {
  const values = [{ value: 1 }, { value: '-' }];
  const good: HepDataSubmission = {
    head: { comment: 'a test' },
    tables: [{ name: 'T', description: 'd', keywords: [{ name: 'observables', values: ['BR'] }], data_file: 't.yaml' }],
    files: {
      't.yaml': {
        independent_variables: [{ header: { name: 'x' }, values: [{ low: 0, high: 1 }, { value: 'overflow' }] }],
        dependent_variables: [{ header: { name: 'y', units: 'GeV' }, values }],
      },
    },
  };

  it('accepts a submission that keeps the rules', () => {
    expect(() => checkHepData(good)).not.toThrow();
  });

  const [first] = good.tables;
  const file = good.files['t.yaml'];
  const [x] = file.independent_variables;
  const broken: readonly (readonly [string, object, string])[] = [
    ['a name of 65 letters', { ...good, tables: [{ ...first, name: 'x'.repeat(65) }] }, 'name'],
    ['a missing description', { ...good, tables: [{ ...first, description: undefined }] }, 'description'],
    [
      'a strange keyword',
      { ...good, tables: [{ ...first, keywords: [{ name: 'colour', values: [] }] }] },
      'keywords.0.name',
    ],
    ['a key that is not in the schema', { ...good, tables: [{ ...first, colour: 'red' }] }, 'colour'],
    ['a file that is not there', { ...good, files: {} }, 't.yaml does not exist'],
    ['a file that is in no table', { ...good, files: { ...good.files, 'u.yaml': file } }, 'u.yaml'],
    ['a table that is there twice', { ...good, tables: [first, first] }, 'twice'],
    [
      'values that are no numbers',
      {
        ...good,
        files: { 't.yaml': { ...file, independent_variables: [{ ...x, values: [{ low: Number.NaN, high: 1 }] }] } },
      },
      't.yaml',
    ],
    [
      'columns of different length',
      { ...good, files: { 't.yaml': { ...file, independent_variables: [{ ...x, values: [{ value: 1 }] }] } } },
      '1, 2 values',
    ],
    [
      'an error that is both symmetric and not',
      {
        ...good,
        files: {
          't.yaml': {
            ...file,
            dependent_variables: [
              {
                header: { name: 'y' },
                values: [{ value: 1, errors: [{ symerror: 1, asymerror: { minus: -1, plus: 1 } }] }, { value: 2 }],
              },
            ],
          },
        },
      },
      'errors',
    ],
  ];
  it.each(broken)('refuses %s', (_, submission, words) => {
    expect(() => checkHepData(submission as HepDataSubmission)).toThrow(words);
  });
});
