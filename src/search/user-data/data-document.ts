import * as v from 'valibot';
import { checkDocument, InvalidInput } from '../../schema/index.ts';
import { parseJson } from '../../schema/parse-json.ts';
import {
  checked,
  chosen,
  closed,
  filledList,
  filledText,
  keyOf,
  listOf,
  number,
  optional,
  type Schema,
  text,
  whole,
} from '../../schema/shapes.ts';
import type { DataAxis, UserCounts } from '../../stages/blinding/user-counts.ts';
import { readQuantity } from '../../units/index.ts';

/** An axis with edges: numbers in `unit`, native units where it is left out. */
export interface EdgesAxis {
  readonly observable: string;
  readonly unit?: string;
  readonly edges: readonly number[];
}

/** An axis of equal bins. */
export interface EqualAxis {
  readonly observable: string;
  readonly unit?: string;
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** The regions of a search behind a dump, one count for each. */
export interface RegionsAxis {
  readonly regions: readonly string[];
}

/** An axis of a user's counts, as a file writes it. */
export type WrittenAxis = EdgesAxis | EqualAxis | RegionsAxis;

/** Counts, nested as deep as there are axes, or flat with the last axis fastest. */
export type NestedCounts = readonly (number | NestedCounts)[];

/** A user's own data as one JSON document. */
export interface DataDocument {
  /** The search that the counts are for. */
  readonly search?: string;
  readonly axis?: readonly WrittenAxis[];
  readonly counts: NestedCounts;
  readonly source?: string;
}

const MOST_BINS = 1_000_000;
const COUNTS = 'whole numbers that are not negative, one for each bin';

/** Refusals never say what was found: it may be a count of a closed box. */
const holdsCounts = (value: unknown, depth = 0): boolean =>
  Array.isArray(value) &&
  depth < 3 &&
  value.every((entry) => (Array.isArray(entry) ? holdsCounts(entry, depth + 1) : isCount(entry)));
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const counts: Schema<NestedCounts> = v.pipe(
  v.custom<NestedCounts>(
    (value) => holdsCounts(value),
    (issue) => `needed are ${COUNTS}${placeOfFault(issue.input)}`,
  ),
  v.metadata({ counts: true }),
);

/** Where in the counts something else stands. */
function placeOfFault(value: unknown, path = ''): string {
  if (!Array.isArray(value)) return path === '' ? ', in a list' : `; not so at ${path}`;
  for (const [i, entry] of value.entries()) {
    const at = path === '' ? String(i) : `${path}.${i}`;
    if (Array.isArray(entry)) {
      const inside = placeOfFault(entry, at);
      if (inside !== '') return inside;
    } else if (!isCount(entry)) return `; not so at ${at}`;
  }
  return '';
}

const observable = filledText('an observable');
const unit = optional(text("a unit such as 'GeV'"));
const ascending = (list: readonly number[]): boolean => list.every((edge, i) => i === 0 || edge > list[i - 1]);

const edgesAxis = checked(
  closed<EdgesAxis>({ observable, unit, edges: listOf(number(), 2, MOST_BINS + 1) }),
  ({ edges }) => ascending(edges),
  'edges must ascend',
);
const equalAxis = checked(
  closed<EqualAxis>({ observable, unit, from: number(), to: number(), bins: number(whole(1, MOST_BINS)) }),
  ({ from, to }) => from < to,
  "'from' is not below 'to'",
);
const regionsAxis = closed<RegionsAxis>({ regions: filledList(filledText('the name of a region')) });

const axis = chosen<WrittenAxis>([edgesAxis, equalAxis, regionsAxis], (value) => {
  if (keyOf(value, 'regions') !== undefined) return regionsAxis;
  return keyOf(value, 'from') === undefined && keyOf(value, 'bins') === undefined ? edgesAxis : equalAxis;
});

/** The schema of a file with a user's own counts. */
export const dataSchema: Schema<DataDocument> = closed<DataDocument>({
  search: optional(filledText('the id of a search')),
  axis: optional(filledList(axis)),
  counts,
  source: optional(filledText('where the counts come from')),
});

/**
 * The counts in a JSON text: `{"axis": [{"observable", "unit", "edges"}], "counts": […], "source"}`; an axis may be
 * given as `from`, `to`, `bins`, or as `regions`; without one, `counts` belong to the bins of the search. A byte-order mark
 * is passed over. Throws InvalidInput with `name` and the path of what is wrong, never with a count in it.
 */
export function readDataDocument(given: string, name: string): UserCounts {
  const parsed = parseJson(given, name, '{"axis": […], "counts": […], "source": "…"}');
  const document = checkDocument(dataSchema, parsed, name);
  const axes = document.axis?.map((one, i) => nativeAxis(one, `${name}.axis.${i}`));
  if (axes !== undefined) requireShape(document.counts, axes.map(sizeOfAxis), `${name}.counts`);
  const numbers = flat(document.counts);
  return {
    ...(document.search === undefined ? {} : { search: document.search }),
    source: document.source ?? name,
    file: name,
    bins: numbers.length,
    ...(axes === undefined ? {} : { axes }),
    count: (bin) => numbers[bin],
  };
}

/** Bins of an axis. */
export const sizeOfAxis = (one: DataAxis): number => ('regions' in one ? one.regions.length : one.edges.length - 1);

function nativeAxis(one: WrittenAxis, where: string): DataAxis {
  if ('regions' in one) return one;
  const edges =
    'edges' in one
      ? one.edges
      : Array.from({ length: one.bins + 1 }, (_, i) => one.from + ((one.to - one.from) * i) / one.bins);
  const size = sizeOfUnit(one.unit ?? '', `${where}.unit`);
  return { observable: one.observable, edges: edges.map((edge) => edge * size) };
}

/** A unit in native units, 1 for none. Throws InvalidInput for an unknown one. */
export function sizeOfUnit(name: string, where: string): number {
  const size = name === '' || name === '1' ? 1 : readQuantity(`1${name}`)?.value;
  if (size === undefined) throw new InvalidInput(where, `unknown unit '${name}'; such as GeV, MeV^2, mm`);
  return size;
}

const flat = (nested: NestedCounts): number[] =>
  nested.flatMap((entry) => (typeof entry === 'number' ? [entry] : flat(entry)));

/** Flat lists have as many entries as there are bins, nested ones a level for each axis. */
function requireShape(nested: NestedCounts, sizes: readonly number[], where: string): void {
  const bins = sizes.reduce((product, size) => product * size, 1);
  if (nested.every((entry) => typeof entry === 'number')) {
    if (nested.length !== bins)
      throw new InvalidInput(where, `has ${nested.length} entries, the axis has ${bins} bins`);
    return;
  }
  const [size, ...rest] = sizes;
  if (nested.length !== size) throw new InvalidInput(where, `has ${nested.length} entries, the axis has ${size} bins`);
  for (const [i, entry] of nested.entries()) {
    if (typeof entry === 'number' || rest.length === 0)
      throw new InvalidInput(`${where}.${i}`, `needs lists nested as deep as there are axes: ${sizes.length}`);
    requireShape(entry, rest, `${where}.${i}`);
  }
}
