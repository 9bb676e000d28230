import type { EventTable } from '../../events/event-table.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { DataColumn, DataTable } from '../tables/data-table.ts';
import type { BinnedAxis, BinnedHistogram } from './binned-histogram.ts';
import type { RootObject } from './load-jsroot.ts';

const numbers = (value: unknown): number[] =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>, Number) : [];

function axisOf(axis: unknown, where: string): BinnedAxis {
  const { fNbins, fXmin, fXmax, fXbins, fTitle } = (axis ?? {}) as RootObject;
  const [bins, low, high] = [fNbins, fXmin, fXmax].map(Number);
  if (!(Number.isInteger(bins) && bins >= 1 && low < high)) throw new InvalidInput(where, 'has an axis without bins.');
  const edges = numbers(fXbins);
  return {
    kind: 'edges',
    name: typeof fTitle === 'string' ? fTitle : '',
    edges:
      edges.length === bins + 1
        ? edges
        : Array.from({ length: bins + 1 }, (_, k) => (k === bins ? high : low + ((high - low) * k) / bins)),
    underflow: true,
    overflow: true,
  };
}

/** Slots in the order of the axes, the last one fastest, from ROOT's, where the first one is. */
function reordered(column: readonly number[], lengths: readonly number[]): number[] {
  if (lengths.length === 1) return [...column];
  const [nx, ny] = lengths;
  return Array.from({ length: nx * ny }, (_, k) => column[Math.floor(k / ny) + nx * (k % ny)]);
}

/** A TH1 or TH2 of any number type. Throws InvalidInput when its columns do not fit to its axes. */
export function histogramOfRoot(object: RootObject, where: string): BinnedHistogram {
  const dimensions = /^TH([12])/.exec(object._typename ?? '')?.[1];
  if (dimensions === undefined)
    throw new InvalidInput(where, `is a ${object._typename ?? 'nothing'}, not a histogram.`);
  const axes = [axisOf(object['fXaxis'], where), ...(dimensions === '2' ? [axisOf(object['fYaxis'], where)] : [])];
  const lengths = axes.map((axis) => (axis.kind === 'edges' ? axis.edges.length + 1 : 0));
  const slots = lengths.reduce((product, length) => product * length, 1);
  const values = numbers(object['fArray']);
  const squares = numbers(object['fSumw2']);
  if (values.length !== slots || values.some((value) => !Number.isFinite(value)))
    throw new InvalidInput(where, `has ${values.length} contents for ${slots} bins, or some that are no numbers.`);
  return {
    title: typeof object['fTitle'] === 'string' ? object['fTitle'] : '',
    axes,
    values: reordered(values, lengths),
    variances: squares.length === slots ? reordered(squares, lengths) : null,
  };
}

/** A TGraph, TGraphErrors or TGraphAsymmErrors as a table of x and y. */
export function tableOfGraph(object: RootObject, name: string): DataTable {
  const count = Number(object['fNpoints']);
  const column = (key: string): number[] => numbers(object[key]).slice(0, count);
  const axis = (letter: 'X' | 'Y', errors: readonly string[]): DataColumn => {
    const values = column(`f${letter}`);
    const [minus, plus] = errors.map(column);
    const sizes =
      plus !== undefined
        ? values.map((_, k) => ({ minus: -minus[k], plus: plus[k] }))
        : minus !== undefined
          ? values.map((_, k) => minus[k])
          : null;
    return {
      name: letter.toLowerCase(),
      unit: '',
      values,
      errors: sizes === null ? [] : [{ label: 'total', values: sizes }],
      qualifiers: [],
    };
  };
  const kind = object._typename ?? '';
  const errors = (letter: 'X' | 'Y'): string[] =>
    kind === 'TGraphAsymmErrors'
      ? [`fE${letter}low`, `fE${letter}high`]
      : kind === 'TGraphErrors'
        ? [`fE${letter}`]
        : [];
  const title = typeof object['fTitle'] === 'string' ? object['fTitle'] : '';
  return {
    name,
    description: title,
    keywords: {},
    independent: [axis('X', errors('X'))],
    dependent: [axis('Y', errors('Y'))],
  };
}

/** Branches of a tree that hold one number an event, with the reason why others are left out. */
export function branchesOf(tree: RootObject): { readonly names: string[]; readonly left: string[] } {
  const branches = ((tree['fBranches'] as RootObject | undefined)?.['arr'] ?? []) as readonly RootObject[];
  const names: string[] = [];
  const left: string[] = [];
  for (const branch of branches) {
    const leaves = ((branch['fLeaves'] as RootObject | undefined)?.['arr'] ?? []) as readonly RootObject[];
    const name = String(branch['fName']);
    const [leaf] = leaves;
    const isNumber = /^TLeaf[BSILGFDO]$/.test(leaf?._typename ?? '');
    if (leaves.length === 1 && isNumber && Number(leaf['fLen']) === 1 && (leaf['fLeafCount'] ?? null) === null)
      names.push(name);
    else left.push(`branch ${name} (${leaves.length === 1 ? 'no single number an event' : 'several leaves'})`);
  }
  return { names, left };
}

/** Columns of a tree as a table of rows. */
export function rowsOfBranches(columns: Readonly<Record<string, readonly unknown[]>>, where: string): EventTable {
  const entries = Object.entries(columns);
  const read = entries.map(([name, values]) =>
    Float64Array.from(values, (value, row) => {
      const number = Number(value);
      if (!Number.isFinite(number))
        throw new InvalidInput(where, `branch ${name}, row ${row + 1}: ${String(value)} is no number.`);
      return number;
    }),
  );
  return {
    fields: entries.map(([name], k) => ({ name, unit: '', integer: read[k].every(Number.isInteger) })),
    notes: {},
    rows: read[0]?.length ?? 0,
    columns: read,
  };
}
