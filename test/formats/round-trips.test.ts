import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import eventCsv from '../../src/formats/events/event-csv.ts';
import { parquetEncoder } from '../../src/formats/events/parquet-table.ts';
import type { BinnedAxis, BinnedHistogram } from '../../src/formats/histograms/binned-histogram.ts';
import { slotsOf } from '../../src/formats/histograms/binned-histogram.ts';
import uhi from '../../src/formats/histograms/uhi.ts';
import { countingCardOf } from '../../src/formats/likelihoods/counting-card.ts';
import { readAnything } from '../../src/formats/read-anything.ts';
import csv from '../../src/formats/tables/csv.ts';
import type { DataTable, ErrorSize } from '../../src/formats/tables/data-table.ts';
import { dataTableOf } from '../../src/formats/tables/data-table.ts';
import hepdata from '../../src/formats/tables/hepdata.ts';
import { countsOfTables } from '../../src/run/redo/counts-of-tables.ts';
import { redoLimits } from '../../src/run/redo/redo.ts';
import { countingTable } from '../../src/search/results/counting-table.ts';
import { countingLimit } from '../../src/statistics/counting/counting-limit.ts';
import { buildModel, countingWorkspace, workspaceLimit } from '../../src/statistics/histfactory/index.ts';
import { joined } from './samples.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }).map((x) => x + 0);
const name = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 _+-]{0,12}[a-z]$/)
  .filter((text) => !/ (low|high)$|error/i.test(text));
const word = fc.stringMatching(/^[A-Za-z"',: #-]{0,8}[A-Za-z]$/);

const table = fc.integer({ min: 1, max: 6 }).chain((rows): fc.Arbitrary<DataTable> => {
  const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: rows, maxLength: rows });
  const size: fc.Arbitrary<ErrorSize> = fc.oneof(
    finite.map((x) => Math.abs(x) + 1e-3),
    fc.record({ minus: finite.map((x) => -Math.abs(x) - 1e-3), plus: finite.map((x) => Math.abs(x) + 2e-3) }),
  );
  const bin = fc
    .tuple(finite, fc.double({ min: 0.1, max: 10, noNaN: true }))
    .map(([low, width]) => ({ low, high: low + width + Math.abs(low) }));
  const independent = fc.record({
    name,
    unit: fc.constantFrom('', 'GeV', 'MeV^2'),
    values: fc.oneof(many(finite), many(bin)),
    errors: fc.constant([]),
    qualifiers: fc.constant([]),
  });
  const dependent = fc.record({
    name,
    unit: fc.constantFrom('', 'GeV'),
    values: many(finite),
    errors: fc.uniqueArray(fc.record({ label: fc.constantFrom('stat', 'sys'), values: many(size) }), {
      maxLength: 2,
      selector: ({ label }) => label,
    }),
    qualifiers: fc.array(fc.record({ name, value: fc.oneof(finite, word) }), { maxLength: 2 }),
  });
  return fc.record({
    name: fc.stringMatching(/^[A-Za-z][a-z ]{0,20}[a-z]$/),
    description: word,
    keywords: fc.constant({ phrases: ['x'], observables: ['BR'] }),
    independent: fc.array(independent, { minLength: 1, maxLength: 2 }),
    dependent: fc.array(dependent, { minLength: 1, maxLength: 3 }),
  });
});

/** What was written, read again by what it is. */
async function reread(files: Readonly<Record<string, readonly (string | Uint8Array)[]>>) {
  const [[first, chunks]] = Object.entries(files);
  return readAnything(joined(chunks), first, async (path) => (Object.hasOwn(files, path) ? joined(files[path]) : null));
}

describe('written and read again', () => {
  it('tables through HEPData: everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(table, { minLength: 1, maxLength: 3, selector: (one) => one.name }),
        word,
        async (tables, comment) => {
          const content = { comment, tables, attached: [] };
          const { files, lost } = hepdata.write!(content, 'x');
          expect(lost).toEqual([]);
          const read = await reread(files);
          expect(read.what === 'tables' && read.content).toEqual(content);
        },
      ),
      { seed: 14, numRuns: 60 },
    );
  }, 60_000);

  it('tables through CSV: values, units and errors; what is lost is listed', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        const { files, lost } = csv.write!({ comment: '', tables: [one], attached: [] }, 'x');
        const read = await reread(files);
        if (read.what !== 'tables') throw new Error(read.what);
        const flat = ({ independent, dependent }: DataTable) =>
          [...independent, ...dependent].map((column) => [column.name, column.unit, column.values]).sort();
        expect(flat(read.content.tables[0])).toEqual(flat(one));
        if (one.independent.length === 1) {
          const sizes = (read.content.tables[0].dependent.length > 0 ? read.content.tables[0].dependent : []).map(
            ({ errors }) => errors,
          );
          expect(sizes.flat().map(({ label }) => label)).toEqual(
            one.dependent.flatMap(({ errors }) => errors.map(({ label }) => label)),
          );
        }
        expect(lost).toContain('descriptions of tables');
        if (one.dependent.some(({ qualifiers }) => qualifiers.length > 0))
          expect(lost).toContain('qualifiers of columns');
      }),
      { seed: 15, numRuns: 100 },
    );
  }, 60_000);

  it('histograms through UHI, to the bit', async () => {
    const axis: fc.Arbitrary<BinnedAxis> = fc.oneof(
      fc.record({
        kind: fc.constant('edges' as const),
        name: fc.constantFrom('', 'm'),
        edges: fc.uniqueArray(finite, { minLength: 2, maxLength: 5 }).map((list) => list.sort((a, b) => a - b)),
        underflow: fc.boolean(),
        overflow: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('categories' as const),
        name: fc.constant(''),
        categories: fc.constantFrom(['a', 'b'], [1, 2, 5]),
        overflow: fc.boolean(),
      }),
    );
    const histogram: fc.Arbitrary<BinnedHistogram> = fc.array(axis, { minLength: 1, maxLength: 3 }).chain((axes) => {
      const size = axes.reduce((product, one) => product * slotsOf(one), 1);
      const column = (least: number) =>
        fc.array(
          finite.map((x) => (least === 0 ? Math.abs(x) : x)),
          { minLength: size, maxLength: size },
        );
      return fc.record({
        title: fc.constantFrom('', 'a title'),
        axes: fc.constant(axes),
        values: column(-1),
        variances: fc.option(column(0)),
      });
    });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, histogram, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        async (histograms) => {
          const read = await reread(uhi.write!(histograms, 'x').files);
          expect(read.what === 'histograms' && read.content).toEqual(histograms);
        },
      ),
      { seed: 16, numRuns: 60 },
    );
  }, 60_000);

  it('rows through CSV and Parquet, to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), finite, finite), { minLength: 1, maxLength: 9 }), async (events) => {
        const field = (title: string, integer = false) => ({ name: title, unit: integer ? '' : 'GeV', integer });
        const rows = {
          fields: [field('event', true), field('weight'), field('x')],
          notes: {},
          rows: events.length,
          columns: [0, 1, 2].map((k) => Float64Array.from(events, (event) => event[k])),
        };
        const encoder = parquetEncoder(rows);
        for (const files of [
          eventCsv.write!(rows, 'x').files,
          { 'x.parquet': [...encoder.start(), ...encoder.add(rows), ...encoder.finish()] },
        ]) {
          const read = await reread(files);
          if (read.what !== 'rows') throw new Error(read.what);
          expect(read.content.columns).toEqual(rows.columns);
          expect(read.content.fields.map((one) => one.name)).toEqual(['event', 'weight', 'x']);
        }
      }),
      { seed: 17, numRuns: 60 },
    );
  }, 60_000);

  it('counting workspaces through Combine cards: the same limit, and what is not said is listed', async () => {
    const input = fc.record({
      observed: fc.integer({ min: 0, max: 30 }),
      background: fc.double({ min: 0.5, max: 20, noNaN: true }),
      relative: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      sesError: fc.double({ min: 0, max: 0.3, noNaN: true }),
      counts: fc.integer({ min: 1, max: 100 }),
      kind: fc.constantFrom('lognormal' as const, 'gamma' as const),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ observed, background, relative, sesError, counts, kind }) => {
        const backgroundError = kind === 'gamma' ? background / Math.sqrt(counts) : relative * background;
        const workspace = countingWorkspace({ observed, background, backgroundError, backgroundModel: kind, sesError });
        const { text, lost } = countingCardOf(workspace);
        expect(lost).toEqual([]);
        const read = await readAnything(new TextEncoder().encode(text), 'card');
        if (read.what !== 'likelihood') throw new Error(read.what);
        const before =
          workspaceLimit(buildModel(workspace, { normsys: 'code1' }), { level: 0.9 }).observed ?? Number.NaN;
        const after =
          workspaceLimit(buildModel(read.content.workspace, { normsys: 'code1' }), { level: 0.9 }).observed ??
          Number.NaN;
        expect(Math.abs(after / before - 1)).toBeLessThan(1e-6);
      }),
      { seed: 18, numRuns: 40 },
    );
    const straight = countingWorkspace({ observed: 3, background: 2, backgroundError: 0.5, backgroundModel: 'gauss' });
    expect(countingCardOf(straight).lost).toEqual([
      'background: straight lines between histograms become log-normal factors',
    ]);
  }, 120_000);
});

describe('a limit redone from its own record', () => {
  it('is the limit, through HEPData and CSV (1e-6)', async () => {
    const [observed, background, backgroundError, ses, sesError] = [2, 1.3, 0.4, 3.1e-11, 2e-12];
    const limit = countingLimit({
      observed,
      background,
      backgroundError,
      backgroundModel: 'gauss',
      ses,
      sesError: sesError / ses,
      method: 'cls',
      level: 0.9,
    }).branchingRatio?.observed;
    const exported = countingTable({
      region: 'signal',
      observed,
      background,
      backgroundError,
      ses,
      sesError,
      unit: '',
      limit: limit ?? 0,
      cl: 0.9,
      method: 'cls',
      note: 'a test',
    });
    const content = { comment: '', tables: [dataTableOf(exported)], attached: [] };
    for (const files of [hepdata.write!(content, 'x').files, csv.write!(content, 'x').files]) {
      const read = await reread(files);
      if (read.what !== 'tables') throw new Error(read.what);
      const redone = redoLimits(countsOfTables(read.content.tables, undefined, undefined).counts, 0.9, 'cls');
      expect(Math.abs((redone.rows[0].computed ?? 0) / (limit ?? 0) - 1)).toBeLessThan(1e-6);
      expect(redone.words).toBe('the same limit.');
    }
  });

  it('says which columns it needs', async () => {
    const text = 'mass,n,b,eff\n1,0,0.5,1e-9\n2,1,0.5,2e-9\n';
    const read = await readAnything(new TextEncoder().encode(text), 'x.csv');
    if (read.what !== 'tables') throw new Error(read.what);
    const { tables } = read.content;
    expect(() => countsOfTables(tables, undefined, undefined)).toThrow(/no column is known to be 'ses'.*4: eff/);
    expect(() => countsOfTables(tables, undefined, 'ses=9')).toThrow(/no column '9'/);
    expect(() => countsOfTables(tables, undefined, 'sess=4')).toThrow(/unknown role 'sess'. Did you mean 'ses'/);
    const { counts, columns } = countsOfTables(tables, undefined, 'ses=4');
    expect(counts.map(({ observed, background, ses }) => [observed, background, ses])).toEqual([
      [0, 0.5, 1e-9],
      [1, 0.5, 2e-9],
    ]);
    expect(columns.observed?.name).toBe('n');
  });

  it.each([
    [1, 'the same limit'],
    [1.01, 'rounding'],
    [1.15, 'a normal mismatch: methods'],
    [2, 'not normal, but the same everywhere'],
  ])('tells in words what a ratio of %d means', (factor, words) => {
    const count = { x: 1, observed: 0, background: 0.1, backgroundError: 0, ses: 1, sesError: 0, published: null };
    const own = redoLimits([count], 0.9, 'cls').rows[0].computed ?? 0;
    expect(redoLimits([{ ...count, published: own / factor }], 0.9, 'cls').words).toContain(words);
  });
});
