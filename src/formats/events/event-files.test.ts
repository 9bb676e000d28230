import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateDecayBlock, allocatePoints, type DecayBlock } from '../../events/decay-block.ts';
import { type DecayEvents, type EventTree, eventTree } from '../../events/decay-events.ts';
import { columnOf, type EventTable } from '../../events/event-table.ts';
import { parseDecay } from '../../physics/decay-strings/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { csvEncoder, readCsv } from './csv-table.ts';
import type { Chunk, Encoder } from './encoder.ts';
import { encoderFor } from './encoder-for.ts';
import { Hepmc3Reader, readHepmc3 } from './hepmc3-reader.ts';
import { parquetEncoder, readParquet } from './parquet-table.ts';

function textOf(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => (typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))).join('');
}

function bytesOf(chunks: readonly Chunk[]): ArrayBuffer {
  const parts = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}

function encode<Block>(encoder: Encoder<Block>, blocks: readonly Block[]): Chunk[] {
  return [...encoder.start(), ...blocks.flatMap((block) => encoder.add(block)), ...encoder.finish()];
}

const about = { program: 'Spillway', version: '0', seed: 3, notes: { remark: 'a \\ and\na line' } };
const text = 'D+ -> pi+ (K_S -> pi+ (pi- -> e- gamma))';
const flights = [{ products: [1, 2, 3] }];

/** A block of `count` events of D+ -> pi+ (K_S -> pi+ (pi- -> e- gamma)) with simple numbers in every column. */
function simpleEvents(count: number, firstEvent: number): { tree: EventTree; events: DecayEvents } {
  const decay = parseDecay(text);
  const displaced = allocatePoints(count);
  const block: DecayBlock = allocateDecayBlock(count, decay.finalState, [], (k) => (k > 0 ? displaced : undefined));
  block.count = count;
  block.firstEvent = firstEvent;
  const fill = (column: Float64Array, base: number) => {
    for (let i = 0; i < count; i++) column[i] = base + i / 7;
  };
  fill(block.weight, 0.1);
  block.products.forEach(({ momentum }, k) => {
    fill(momentum.px, k - 1);
    fill(momentum.py, 2 * k);
    fill(momentum.pz, 10 * k + 3);
    for (let i = 0; i < count; i++) {
      const { px, py, pz } = momentum;
      momentum.energy[i] = Math.hypot(block.products[k].mass, px[i], py[i], pz[i]);
      for (const component of ['energy', 'px', 'py', 'pz'] as const)
        block.parent[component][i] += momentum[component][i];
    }
  });
  fill(displaced.z, 4);
  fill(displaced.x, -1);
  const low = Float64Array.from(block.weight, (weight) => weight / 3);
  return { tree: eventTree(text, decay, flights), events: { block, weights: [{ name: 'low', values: low }] } };
}

describe('the tree of a decay', () => {
  test('lists particles depth first, with mothers, labels and what flies', () => {
    const { particles } = simpleEvents(1, 0).tree;
    expect(particles.map(({ label }) => label)).toEqual(['D+', 'pi+_1', 'K_S', 'pi+_2', 'pi-', 'e-', 'gamma']);
    expect(particles.map(({ mother }) => mother)).toEqual([-1, 0, 0, 2, 2, 4, 4]);
    expect(particles.map(({ pdgId }) => pdgId)).toEqual([411, 211, 310, 211, -211, 11, 22]);
    expect(particles.map(({ flies }) => flies)).toEqual([true, false, true, false, false, false, false]);
    expect(particles[2].finalState).toEqual([1, 2, 3]);
  });
});

describe('HepMC3', () => {
  const { tree, events } = simpleEvents(5, 100);
  const written = textOf(encode(encoderFor('a.hepmc3')(tree, ['low'], about, 75), [events]));

  test('reads back to the same bits, with weights, mothers and vertices', () => {
    const { reader, events: read } = readHepmc3(written);
    expect(reader.weightNames).toEqual(['weight', 'low']);
    expect(reader.attributes['remark']).toBe('a \\ and\na line');
    expect(reader.attributes['decay']).toBe(text);
    expect(read.map(({ number }) => number)).toEqual([100, 101, 102, 103, 104]);
    const { block } = events;
    read.forEach(({ weights, particles }, i) => {
      expect(weights).toEqual([block.weight[i], events.weights[0].values[i]]);
      expect(particles.map(({ status }) => status)).toEqual([4, 1, 2, 1, 2, 1, 1]);
      expect(particles.map(({ mothers }) => mothers)).toEqual([[], [1], [1], [3], [3], [5], [5]]);
      const [, pion, kaon, , , electron] = particles;
      const { momentum } = block.products[0];
      expect([pion.px, pion.py, pion.pz, pion.energy]).toEqual(
        [momentum.px, momentum.py, momentum.pz, momentum.energy].map((column) => column[i]),
      );
      expect(kaon.px).toBe([1, 2, 3].reduce((sum, k) => sum + block.products[k].momentum.px[i], 0));
      expect(pion.origin).toBeUndefined();
      const [x, y, z, time] = electron.origin!;
      expect(x).toBeCloseTo(-1 + i / 7, 12);
      expect(y).toBe(0);
      expect(z).toBeCloseTo(4 + i / 7, 12);
      const p = Math.hypot(kaon.px, kaon.py, kaon.pz);
      expect(time).toBeCloseTo((Math.hypot(x, z) * kaon.energy) / p, 12);
    });
  });

  test('is read alike in pieces of any size', () => {
    const whole = readHepmc3(written).events;
    for (const size of [1, 7, 100]) {
      const reader = new Hepmc3Reader();
      const read = [];
      for (let at = 0; at < written.length; at += size) read.push(...reader.push(written.slice(at, at + size)));
      expect([...read, ...reader.end()]).toEqual(whole);
    }
  });

  test('a file that was cut anywhere is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: written.length - 2 }), (length) => {
        expect(() => readHepmc3(written.slice(0, length))).toThrow(InvalidInput);
      }),
    );
  });

  test('MeV and centimetres become GeV and metres', () => {
    const [particle] = readHepmc3(
      'HepMC::Version 3.01.02\nHepMC::Asciiv3-START_EVENT_LISTING\nE 0 1 1\nU MEV CM\nW 1\n' +
        'V -1 0 [] @ 1 2 3 4\nP 1 -1 211 3 4 0 5 139.5 1\nHepMC::Asciiv3-END_EVENT_LISTING\n',
    ).events[0].particles;
    expect(particle).toMatchObject({ px: 0.003, energy: 0.005, mass: 0.1395, origin: [0.01, 0.02, 0.03, 0.04] });
  });

  test.each([
    ['HepMC::Version 2\nHepMC::IO_GenEvent-START_EVENT_LISTING\n', /START_EVENT_LISTING' is missing/],
    [written.replace('P 3 1 310', 'P 3 9 310'), /particle 3 comes from 9, which is not above/],
    [written.replace('U GEV MM', 'U EV MM'), /units are GEV or MEV and MM or CM, found 'EV MM'/],
    [written.replace('P 7 -3 22 ', 'P 7 -3 photon '), /line \d+: 'photon' is not a number/],
    [written.replace(/P 7 .*\n/, ''), /event 100 has 6 of 7 particles/],
    [written.replace(/P 7 .*\n/, 'nonsense\n'), /cannot start with 'nonsense'/],
  ])('bad text is refused with its line: %#', (bad, message) => {
    expect(() => readHepmc3(bad)).toThrow(message);
  });
});

describe('Les Houches events', () => {
  const { tree, events } = simpleEvents(3, 0);
  const written = textOf(encode(encoderFor('A.LHE')(tree, ['low'], about, 75), [events]));

  test('have head, particles, proper flight and all weights', () => {
    expect(written.startsWith('<LesHouchesEvents version="3.0">\n')).toBe(true);
    expect(written.endsWith('</event>\n</LesHouchesEvents>\n')).toBe(true);
    expect(written).toContain("<weight id='low'>low</weight>");
    const lines = written.split('<event>\n')[2].split('\n');
    const { block, weights } = events;
    expect(lines[0].trim().split(' ').map(Number)).toEqual([7, 1, block.weight[1], -1, -1, -1]);
    const rows = lines.slice(1, 8).map((line) => line.trim().split(' ').map(Number));
    expect(rows.map((row) => row[1])).toEqual([-1, 1, 2, 1, 2, 1, 1]);
    expect(rows.map((row) => row[2])).toEqual([0, 1, 1, 3, 3, 5, 5]);
    expect(rows[1].slice(6, 10)).toEqual(
      (['px', 'py', 'pz', 'energy'] as const).map((component) => block.products[0].momentum[component][1]),
    );
    const [px, py, pz] = rows[2].slice(6, 9);
    const length = Math.hypot(-1 + 1 / 7, 4 + 1 / 7);
    expect(rows[2][11]).toBeCloseTo((1000 * length * rows[2][10]) / Math.hypot(px, py, pz), 9);
    expect(rows.filter((row) => row[11] !== 0).length).toBe(1);
    expect(lines[9]).toBe(`<wgt id='low'>${weights[0].values[1]}</wgt>`);
  });
});

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const tables = fc
  .tuple(
    fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 12 }).filter((s) => /^[^\r\n[\]\0]*[^\r\n[\]\0\s]$/.test(s)),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    fc.integer({ min: 1, max: 30 }),
  )
  .chain(([names, rows]) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.constant(rows),
      values: fc.array(fc.array(finite, { minLength: rows, maxLength: rows }), {
        minLength: names.length,
        maxLength: names.length,
      }),
    }),
  )
  .map(({ names, rows, values }): EventTable => {
    const columns = values.map((column) => Float64Array.from(column));
    const fields = names.map((name, k) => ({ name, unit: k % 2 === 0 ? 'GeV' : '', integer: false }));
    return { fields, rows, columns, notes: { decay: 'K+ -> π+ νν', seed: '7' } };
  });

describe('tables', () => {
  test('as CSV read back to the same numbers, names and units', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const read = readCsv(textOf(encode(csvEncoder(table), [table])));
        expect(read.fields.map(({ name, unit }) => [name, unit])).toEqual(
          table.fields.map(({ name, unit }) => [name, unit]),
        );
        // The text of −0 is '0'.
        expect(read.columns).toEqual(table.columns.map((column) => column.map((x) => x + 0)));
      }),
    );
  });

  test('as Parquet read back to the same bits, names, units and notes', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        expect(await readParquet(bytesOf(encode(parquetEncoder(table), [table])))).toEqual(table);
      }),
    );
  });

  test('as Parquet of several row groups and blocks keep whole numbers whole', async () => {
    const rows = 70_000;
    const event = Float64Array.from({ length: rows }, (_, i) => 2 ** 50 + i);
    const tiles = Uint8Array.from({ length: rows }, (_, i) => i);
    const head = {
      fields: ['event', 'tiles'].map((name) => ({ name, unit: '', integer: true })),
      notes: {},
    };
    const blocks = [];
    for (let at = 0; at < rows; at += 1000)
      blocks.push({ rows: 1000, columns: [event.subarray(at, at + 1000), tiles.subarray(at, at + 1000)] });
    const read = await readParquet(bytesOf(encode(parquetEncoder(head), blocks)));
    expect(read.rows).toBe(rows);
    expect(read.fields.every(({ integer }) => integer)).toBe(true);
    expect(columnOf(read, 'event')).toEqual(event);
    expect(columnOf(read, 'tiles')).toEqual(Float64Array.from(tiles));
    expect(() => columnOf(read, 'tile')).toThrow(/no column 'tile'; there are event, tiles/);
  });

  test('of generated decays hold the same numbers as Parquet and as CSV', async () => {
    const { tree, events } = simpleEvents(4, 10);
    const csv = readCsv(textOf(encode(encoderFor('x.csv')(tree, ['low'], about, 75), [events])));
    const parquet = await readParquet(bytesOf(encode(encoderFor('x.parquet')(tree, ['low'], about, 75), [events])));
    expect(csv.columns).toEqual(parquet.columns);
    expect(parquet.notes).toMatchObject({ decay: text, seed: '3' });
    expect(JSON.parse(parquet.notes['pdgIds'])).toMatchObject({ K_S: 310, 'pi+_2': 211 });
    expect(columnOf(parquet, 'event')).toEqual(Float64Array.of(10, 11, 12, 13));
    expect(columnOf(parquet, 'weight_low')).toEqual(events.weights[0].values);
    expect(columnOf(parquet, 'gamma_pz')).toEqual(events.block.products[3].momentum.pz);
    expect(columnOf(parquet, 'K_S_decay_z')).toEqual(events.block.products[1].origin.z);
    expect(parquet.fields.find(({ name }) => name === 'K_S_decay_z')?.unit).toBe('m');
  });

  test('never hold NaN, infinities or columns of another length', () => {
    const head = { fields: [{ name: 'a', unit: '', integer: false }], notes: {} };
    for (const encoder of [csvEncoder(head), parquetEncoder(head)]) {
      expect(() => encoder.add({ rows: 2, columns: [Float64Array.of(1, Number.NaN)] })).toThrow(/'a' holds NaN/);
      expect(() => encoder.add({ rows: 3, columns: [Float64Array.of(1, 2)] })).toThrow(/2 of 3 rows/);
      expect(() => encoder.add({ rows: 0, columns: [] })).toThrow(/0 columns for 1 fields/);
    }
    const { tree, events } = simpleEvents(2, 0);
    events.block.products[0].momentum.px[1] = Number.POSITIVE_INFINITY;
    for (const file of ['a.hepmc3', 'a.lhe', 'a.csv', 'a.parquet'])
      expect(() => encoderFor(file)(tree, ['low'], about, 75).add(events)).toThrow(/holds NaN or an infinity/);
  });
});

describe('bad tables', () => {
  test.each([
    ['', /the file is empty/],
    ['a,b\n1,2', /not finished; the file is truncated/],
    ['a,b\n1,2\n3\n', /line 3 has 1 values for 2 columns/],
    ['a,b [m]\n1,x\n', /line 2, column 'b': 'x' is not a number/],
    ['a\n\n', /line 2, column 'a': '' is not a number/],
    ['a\nInfinity\n', /is not a number/],
  ])('CSV is refused with its line: %#', (bad, message) => {
    expect(() => readCsv(bad, 'x.csv')).toThrow(message);
    expect(() => readCsv(bad, 'x.csv')).toThrow(InvalidInput);
  });

  test('CSV of others is read: quotes, line ends of Windows, a byte order mark', () => {
    const read = readCsv('\uFEFF"a, ""b"" [GeV]",c\r\n1,"2"\r\n');
    expect(read.fields.map(({ name, unit }) => [name, unit])).toEqual([
      ['a, "b"', 'GeV'],
      ['c', ''],
    ]);
    expect(read.columns).toEqual([Float64Array.of(1), Float64Array.of(2)]);
  });

  test('a Parquet file that was cut anywhere is refused', async () => {
    const { tree, events } = simpleEvents(4, 10);
    const bytes = bytesOf(encode(encoderFor('x.parquet')(tree, ['low'], about, 75), [events]));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.byteLength - 1 }), async (length) => {
        await expect(readParquet(bytes.slice(0, length), 'x.parquet')).rejects.toThrow(InvalidInput);
      }),
    );
  });
});

describe('endings', () => {
  test.each([
    ['events.root', /'\.root' names no format of events; there are \.csv, \.hepmc3, \.lhe, \.parquet/],
    ['events.hepmc', /Did you mean '\.hepmc3'\?/],
    ['events', /the name has no ending; there are/],
    ['folder.csv/events', /the name has no ending/],
  ])('%s is refused with the list', (file, message) => {
    expect(() => encoderFor(file)).toThrow(message);
  });
});
