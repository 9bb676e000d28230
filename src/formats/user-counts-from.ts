import { InvalidInput } from '../schema/index.ts';
import { sizeOfUnit } from '../search/user-data/data-document.ts';
import type { DataAxis, UserCounts } from '../stages/blinding/user-counts.ts';
import { observables } from '../stages/selection/observables/index.ts';
import type { What } from './content.ts';
import { type BinnedAxis, type BinnedHistogram, innerBins } from './histograms/binned-histogram.ts';
import type { AnyContent } from './read-anything.ts';
import type { Cell, DataColumn, DataTable } from './tables/data-table.ts';

type Counts = Pick<UserCounts, 'axes' | 'bins' | 'count'>;
type Bin = { readonly low: number; readonly high: number };

const needed = 'needed are whole numbers that are not negative, one for each bin';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isBin = (cell: Cell): cell is Bin => typeof cell === 'object' && cell !== null;

/** What a column or histogram of counts may be called where others stand beside it. */
const countNames: ReadonlySet<string> = new Set(['count', 'counts', 'data', 'observed', 'events', 'entries', 'n']);

/** Letters and digits of a name alone: 'm^{2}_{miss}', 'm²(miss)' and 'M2miss' are one. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/ \(\d+\)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The observable of that id, title or symbol, where one alone has it; else the name as it stands. */
function observableOf(name: string): string {
  const plain = plainName(name);
  const exact = Object.values(observables).find(({ id }) => plainName(id) === plain);
  if (exact !== undefined) return exact.id;
  const named = Object.values(observables).filter((one) =>
    [one.title, one.symbol].some((it) => plainName(it) === plain),
  );
  return named.length === 1 ? named[0].id : name;
}

/** 'GeV²/c⁴', '$GeV^2$' and 'GeV**2' as the units of quantities are written. */
const plainUnit = (unit: string): string =>
  unit
    .normalize('NFKD')
    .replace(/\*\*/g, '^')
    .replace(/[$\s]|\/c(?:\^?\d)?/g, '')
    .replace(/([A-Za-z])(\d)/g, '$1^$2');

function edgesAxis(name: string, unit: string, edges: readonly number[], where: string): DataAxis {
  const size = sizeOfUnit(plainUnit(unit), where);
  return { observable: observableOf(name), edges: edges.map((edge) => edge * size) };
}

function countsOf(values: readonly unknown[], axes: readonly DataAxis[] | null, where: string): Counts {
  const bad = values.findIndex((value) => !isCount(value));
  if (bad >= 0) throw new InvalidInput(where, `${needed}; not so at ${bad}`);
  return {
    bins: values.length,
    ...(axes === null ? {} : { axes }),
    count: (bin) => values[bin] as number,
  };
}

/** Bins of one axis out of a column: its edges, and which bin each row is. */
function binsOfColumn({ values }: DataColumn, where: string): { edges: number[]; at: number[] } {
  const bins = values.filter(isBin);
  if (bins.length < values.length) throw new InvalidInput(where, 'some rows have no edges');
  const sorted = [...new Map(bins.map((bin) => [bin.low, bin])).values()].sort((a, b) => a.low - b.low);
  const place = new Map(sorted.map(({ low }, i) => [low, i]));
  const close = (a: number, b: number, { low, high }: Bin): boolean => Math.abs(a - b) <= 1e-9 * (high - low);
  for (const { low, high } of bins) {
    const i = place.get(low) as number;
    if (!(high > low)) throw new InvalidInput(where, 'an upper edge is not above its lower edge');
    const next = sorted[i + 1]?.low ?? sorted[i].high;
    if (!close(high, next, sorted[i])) throw new InvalidInput(where, `bin ${i} does not adjoin the next one`);
  }
  return {
    edges: [...sorted.map(({ low }) => low), sorted[sorted.length - 1].high],
    at: bins.map(({ low }) => place.get(low) as number),
  };
}

/** Bare columns 'low' and 'high' as the bins that they are. */
function withBins(table: DataTable): DataTable {
  const columns = [...table.independent, ...table.dependent];
  const called = (name: string): DataColumn | undefined =>
    columns.find((column) => column.name.trim().toLowerCase() === name && !column.values.some(isBin));
  const [low, high] = [called('low'), called('high')];
  if (low === undefined || high === undefined) return table;
  const values = low.values.map((from, row): Cell => {
    const to = high.values[row];
    return typeof from === 'number' && typeof to === 'number' ? { low: from, high: to } : null;
  });
  const rest = columns.filter((column) => column !== low && column !== high);
  const bins: DataColumn = { ...low, name: '', values };
  return {
    ...table,
    independent: [bins, ...rest.filter((column) => column.values.some(isBin))],
    dependent: rest.filter((column) => !column.values.some(isBin)),
  };
}

/** The column of counts: the only one, or the only one that is called so; null where there is none. */
function countColumn({ dependent }: DataTable): DataColumn | null {
  const named = dependent.filter(({ name }) => countNames.has(plainName(name)));
  return dependent.length === 1 ? dependent[0] : named.length === 1 ? named[0] : null;
}

function countsOfTable(given: DataTable, where: string): Counts {
  const table = withBins(given);
  const column = countColumn(table);
  if (column === null)
    throw new InvalidInput(
      where,
      `one column of counts is needed, alone beside the bins or called 'counts'; the table has ${table.dependent.length} that are no bins`,
    );
  const { values } = column;
  if (values.length === 0) throw new InvalidInput(where, 'the table has no rows');
  const at = `${where}.counts`;
  const { independent } = table;
  if (independent.some((one) => one.values.some(isBin))) {
    const axes = independent.map((one, i) => ({ ...binsOfColumn(one, `${where}.axis.${i}`), column: one }));
    const total = axes.reduce((product, { edges }) => product * (edges.length - 1), 1);
    if (total !== values.length)
      throw new InvalidInput(at, `found ${values.length} rows for ${total} bins, one row a bin is needed`);
    const sorted = new Array<Cell>(total).fill(null);
    const seen = new Set<number>();
    for (let row = 0; row < total; row++) {
      const bin = axes.reduce((flat, axis) => flat * (axis.edges.length - 1) + axis.at[row], 0);
      if (seen.has(bin)) throw new InvalidInput(at, `row ${row} is a bin that an earlier row is already`);
      seen.add(bin);
      sorted[bin] = values[row];
    }
    return countsOf(
      sorted,
      axes.map(({ edges, column: { name, unit } }, i) => edgesAxis(name, unit, edges, `${where}.axis.${i}.unit`)),
      at,
    );
  }
  const [first, ...more] = independent;
  if (first === undefined) return countsOf(values, null, at);
  if (more.length > 0) throw new InvalidInput(where, 'bins of several axes need their edges');
  const names = first.values;
  if (names.every((name): name is string => typeof name === 'string'))
    return countsOf(values, [{ regions: names }], at);
  if (!names.every((value, row) => typeof value === 'number' && (row === 0 || value > (names[row - 1] as number))))
    throw new InvalidInput(where, 'bins without edges must be numbered in ascending order');
  return countsOf(values, null, at);
}

function axisOf(axis: BinnedAxis, where: string): DataAxis {
  if (axis.kind === 'edges') {
    const [, name, unit] = /^(.*?)\s*(?:\[([^\]]*)\])?$/.exec(axis.name) ?? ['', axis.name];
    return edgesAxis(name, unit ?? '', axis.edges, `${where}.unit`);
  }
  return { regions: axis.categories.map(String) };
}

function countsOfHistogram(histogram: BinnedHistogram, where: string): Counts {
  const values = innerBins(histogram, histogram.values);
  const variances = histogram.variances === null ? values : innerBins(histogram, histogram.variances);
  const weighted = values.findIndex((value, i) => variances[i] !== value);
  if (weighted >= 0)
    throw new InvalidInput(`${where}.counts`, `needed are counts, bin ${weighted} holds weighted events`);
  if (histogram.axes.length === 0) throw new InvalidInput(where, 'the histogram has no axis');
  return countsOf(
    values,
    histogram.axes.map((axis, i) => axisOf(axis, `${where}.axis.${i}`)),
    `${where}.counts`,
  );
}

/** The one that is meant: the only one, or the only one for which `fits`. */
function theOne<T>(all: readonly T[], fits: (one: T) => boolean, what: string, file: string): T {
  const fitting = all.length === 1 ? all : all.filter(fits);
  if (fitting.length === 1) return fitting[0];
  throw new InvalidInput(file, `holds ${all.length} ${what}, ${fitting.length} of them with counts; one is needed`);
}

const histogramIn = (all: Readonly<Record<string, BinnedHistogram>>, file: string): Counts => {
  const named = ([name]: readonly [string, BinnedHistogram]): boolean => countNames.has(plainName(name));
  return countsOfHistogram(theOne(Object.entries(all), named, 'histograms', file)[1], file);
};

const holdsCounts = (table: DataTable): boolean => {
  const column = countColumn(withBins(table));
  return column !== null && column.values.length > 0 && column.values.every(isCount);
};

type Taker<W extends What> = (content: Extract<AnyContent, { readonly what: W }>['content'], file: string) => Counts;

/** What counts are taken from, in words. */
export const countSources = 'a JSON document with counts, columns of text, a histogram, a table of HEPData';

const refuse =
  (what: string) =>
  (_: unknown, file: string): Counts => {
    throw new InvalidInput(file, `holds ${what}, no counts per bin; taken are ${countSources}`);
  };

const takers: { readonly [W in What]: Taker<W> } = {
  tables: ({ tables }, file) => countsOfTable(theOne(tables, holdsCounts, 'tables', file), file),
  histograms: histogramIn,
  objects: ({ histograms, tables, rows }, file) => {
    if (Object.keys(histograms).length > 0) return histogramIn(histograms, file);
    return refuse(`${tables.length} graphs and ${Object.keys(rows).length} trees`)(tables, file);
  },
  likelihood: refuse('a likelihood'),
  patchset: refuse('a patchset'),
  rows: refuse('rows of events'),
  events: refuse('events'),
};

/**
 * A user's own counts out of any content that has them: one histogram (bins without flow), or one table whose column of
 * counts is the only dependent one or is called so (`counts`, `data`, `observed` …). Axes are taken where there are
 * edges, in units of the file (native ones where it names none), rows in any order; observables by id, title or symbol; words
 * beside the counts are regions; numbered bins count in their order, without axes. Throws InvalidInput, never with a
 * count in it, when there are none, or several, or not whole numbers.
 */
export function userCountsFrom({ what, content }: AnyContent, file: string): UserCounts {
  const take = takers[what] as (content: unknown, file: string) => Counts;
  return { source: file, file, ...take(content, file) };
}
