import type { EventTable } from '../events/event-table.ts';
import type { BinnedHistogram } from './histograms/binned-histogram.ts';
import { binsOf } from './histograms/binned-histogram.ts';
import type { AnyContent } from './read-anything.ts';
import { type DataTable, rowsOf } from './tables/data-table.ts';

/** What a file holds, part by part. */
export interface ContentSummary {
  readonly what: AnyContent['what'];
  readonly format: string;
  readonly contents: readonly ContentPart[];
  readonly notes: readonly string[];
  readonly lost: readonly string[];
  /** Command lines that take such a file; FILE stands for it. */
  readonly use: readonly string[];
}

/** One table, histogram, channel, tree: its name, what it is, how much of it there is. */
export interface ContentPart {
  readonly name: string;
  readonly kind: string;
  readonly size: string;
}

const uses: Readonly<Record<AnyContent['what'], readonly string[]>> = {
  likelihood: ['limit FILE', 'cls FILE', 'fit FILE'],
  patchset: [],
  histograms: [],
  tables: ['redo FILE'],
  rows: [],
  events: [],
  objects: [],
};

const columnNames = (names: readonly string[]): string =>
  names.length <= 8 ? names.join(', ') : `${names.slice(0, 7).join(', ')}, … ${names.length} columns`;

const ofTable = (table: DataTable): ContentPart => ({
  name: table.name,
  kind: 'table',
  size: `${rowsOf(table)} rows: ${columnNames([...table.independent, ...table.dependent].map(({ name, unit }) => (unit === '' ? name : `${name} [${unit}]`)))}`,
});
const ofHistogram = ([name, { axes }]: readonly [string, BinnedHistogram]): ContentPart => ({
  name,
  kind: 'histogram',
  size: `${axes.map((axis) => binsOf(axis)).join(' × ') || 1} bins`,
});
const ofRows = (name: string, { rows, fields }: EventTable): ContentPart => ({
  name,
  kind: 'rows',
  size: `${rows} rows: ${columnNames(fields.map((field) => field.name))}`,
});

function partsOf(read: AnyContent): readonly ContentPart[] {
  switch (read.what) {
    case 'likelihood':
      return read.content.workspace.channels.map(({ name, samples }) => ({
        name,
        kind: 'channel',
        size: `${samples[0].data.length} bins, ${samples.length} samples (${samples.map((sample) => sample.name).join(', ')})`,
      }));
    case 'patchset':
      return read.content.patches.map(({ metadata: { name, values } }) => ({
        name,
        kind: 'patch',
        size: values.join(', '),
      }));
    case 'histograms':
      return Object.entries(read.content).map(ofHistogram);
    case 'tables':
      return read.content.tables.map(ofTable);
    case 'rows':
      return [ofRows('table', read.content)];
    case 'events': {
      const [first] = read.content;
      const size = `${read.content.length} events${first === undefined ? '' : `, ${first.particles.length} particles in the first`}`;
      return [{ name: 'events', kind: 'events', size }];
    }
    case 'objects':
      return [
        ...Object.entries(read.content.histograms).map(ofHistogram),
        ...read.content.tables.map(ofTable),
        ...Object.entries(read.content.rows).map(([name, rows]) => ofRows(name, rows)),
      ];
  }
}

/** What was read, in short. */
export const summaryOf = (read: AnyContent): ContentSummary => ({
  what: read.what,
  format: read.format,
  contents: partsOf(read),
  notes: read.what === 'likelihood' ? read.content.notes : [],
  lost: read.lost,
  use: uses[read.what],
});
