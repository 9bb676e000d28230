import { InvalidInput } from '../../schema/index.ts';
import { defineFormat } from '../format.ts';
import { type BinnedAxis, type BinnedHistogram, slotsOf } from './binned-histogram.ts';

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a few letters, for a message. */
const said = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40));

const mostSlots = 50_000_000;

function finite(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new InvalidInput(where, `found ${said(value)}, a number is needed.`);
}

function edgesOf(axis: Json, where: string): number[] {
  if (axis['type'] === 'variable') {
    const edges = axis['edges'];
    if (!Array.isArray(edges))
      throw new InvalidInput(`${where}.edges`, 'a list of edges is needed (paths to other files are not followed).');
    return edges.map((edge, k) => finite(edge, `${where}.edges[${k}]`));
  }
  const [lower, upper, bins] = ['lower', 'upper', 'bins'].map((key) => finite(axis[key], `${where}.${key}`));
  if (!Number.isInteger(bins) || bins < 1 || bins > mostSlots)
    throw new InvalidInput(`${where}.bins`, `${bins} is no number of bins.`);
  return Array.from({ length: bins + 1 }, (_, k) => (k === bins ? upper : lower + ((upper - lower) * k) / bins));
}

function axisOf(axis: unknown, where: string): BinnedAxis {
  if (!isObject(axis)) throw new InvalidInput(where, 'an axis is an object.');
  const metadata = isObject(axis['metadata']) ? axis['metadata'] : {};
  const name = typeof metadata['name'] === 'string' ? metadata['name'] : '';
  const type = axis['type'];
  if (type === 'regular' || type === 'variable') {
    if (axis['circular'] === true) throw new InvalidInput(where, 'circular axes are not read.');
    const edges = edgesOf(axis, where);
    const bad = edges.findIndex((edge, k) => k > 0 && !(edge > edges[k - 1]));
    if (edges.length < 2 || bad >= 0) throw new InvalidInput(where, 'at least two edges, ascending, are needed.');
    return { kind: 'edges', name, edges, underflow: axis['underflow'] === true, overflow: axis['overflow'] === true };
  }
  if (type === 'boolean') return { kind: 'categories', name, categories: ['false', 'true'], overflow: false };
  const categories = axis['categories'];
  if ((type !== 'category_str' && type !== 'category_int') || !Array.isArray(categories))
    throw new InvalidInput(
      `${where}.type`,
      `found ${said(type)}. Allowed: regular, variable, category_str, category_int, boolean.`,
    );
  return {
    kind: 'categories',
    name,
    categories: categories.map((one) => (typeof one === 'number' ? one : String(one))),
    overflow: axis['flow'] === true,
  };
}

/** Numbers of a nested list in order; the nesting must be that of the axes. */
function flat(value: unknown, axes: readonly BinnedAxis[], where: string, depth = 0): number[] {
  if (depth === axes.length) return [finite(value, where)];
  if (typeof value === 'string') throw new InvalidInput(where, 'numbers in another file (a path) are not followed.');
  const length = slotsOf(axes[depth]);
  if (!Array.isArray(value) || value.length !== length)
    throw new InvalidInput(where, `${length} entries are needed, flow included where the axis has it.`);
  return value.flatMap((child, k) => flat(child, axes, `${where}[${k}]`, depth + 1));
}

function columnOf(storage: Json, key: string, axes: readonly BinnedAxis[], where: string): number[] {
  const size = axes.reduce((product, axis) => product * slotsOf(axis), 1);
  if (size > mostSlots) throw new InvalidInput(where, `has ${size} bins; at most ${mostSlots} are read.`);
  const { index } = storage;
  const values = storage[key];
  if (values === undefined) return new Array<number>(size).fill(0);
  if (index === undefined)
    return flat(axes.length === 0 && Array.isArray(values) ? values[0] : values, axes, `${where}.${key}`);
  const out = new Array<number>(size).fill(0);
  if (!Array.isArray(index) || index.length !== axes.length || !Array.isArray(values))
    throw new InvalidInput(`${where}.index`, 'one list of bin numbers for each axis is needed.');
  for (const [i, value] of values.entries()) {
    const at = axes.reduce((sum, axis, k) => {
      const slot: unknown = (index[k] as unknown[])?.[i];
      if (!Number.isInteger(slot) || (slot as number) < 0 || (slot as number) >= slotsOf(axis))
        throw new InvalidInput(`${where}.index[${k}][${i}]`, `${said(slot)} is no bin of the axis.`);
      return sum * slotsOf(axis) + (slot as number);
    }, 0);
    out[at] = finite(value, `${where}.${key}[${i}]`);
  }
  return out;
}

/** A histogram of the UHI serialisation. Throws InvalidInput with the path of what is wrong. */
function histogramOf(document: unknown, where: string): BinnedHistogram {
  if (!isObject(document)) throw new InvalidInput(where, 'a histogram is an object with axes and storage.');
  const { axes, storage, metadata } = document;
  if (!Array.isArray(axes)) throw new InvalidInput(`${where}.axes`, 'a list of axes is needed.');
  if (!isObject(storage)) throw new InvalidInput(`${where}.storage`, 'a storage is needed.');
  if (isObject(metadata)) {
    const nested = Object.entries(metadata).find(([, value]) => typeof value === 'object' && value !== null);
    if (nested !== undefined)
      throw new InvalidInput(`${where}.metadata.${nested[0]}`, 'holds more than a word or a number.');
  }
  const { type } = storage;
  if (type === 'mean' || type === 'weighted_mean')
    throw new InvalidInput(`${where}.storage`, `'${type}' (a profile) is not read.`);
  if (type !== 'int' && type !== 'double' && type !== 'weighted')
    throw new InvalidInput(`${where}.storage.type`, `found ${said(type)}. Allowed: int, double, weighted.`);
  const read = axes.map((axis, k) => axisOf(axis, `${where}.axes[${k}]`));
  const variances = type === 'weighted' ? columnOf(storage, 'variances', read, `${where}.storage`) : null;
  if (variances?.some((value) => value < 0))
    throw new InvalidInput(`${where}.storage.variances`, 'a variance is negative.');
  const title = isObject(metadata) && typeof metadata['title'] === 'string' ? metadata['title'] : '';
  return { title, axes: read, values: columnOf(storage, 'values', read, `${where}.storage`), variances };
}

function nested(column: readonly number[], axes: readonly BinnedAxis[], depth = 0, at = 0): unknown {
  if (depth === axes.length) return column[at];
  const length = slotsOf(axes[depth]);
  return Array.from({ length }, (_, k) => nested(column, axes, depth + 1, at * length + k));
}

function axisDocument(axis: BinnedAxis): object {
  const metadata = axis.name === '' ? {} : { metadata: { name: axis.name } };
  if (axis.kind === 'edges')
    return {
      type: 'variable',
      edges: axis.edges,
      underflow: axis.underflow,
      overflow: axis.overflow,
      circular: false,
      ...metadata,
    };
  const type = axis.categories.every(Number.isInteger) ? 'category_int' : 'category_str';
  const categories = type === 'category_int' ? axis.categories : axis.categories.map(String);
  return { type, categories, flow: axis.overflow, ...metadata };
}

const isHistogram = (value: unknown): boolean => isObject(value) && ('axes' in value || 'storage' in value);

export default defineFormat({
  id: 'uhi',
  title: 'histograms in the UHI serialisation (JSON, schema 1)',
  what: 'histograms',
  endings: ['.json'],
  recognise(file) {
    const keys = file.jsonKeys();
    if (keys.length === 0) return false;
    if (keys.includes('axes') && keys.includes('storage')) return true;
    return Object.values(file.json() as Json).every(isHistogram);
  },
  read(file) {
    const document = file.json() as Json;
    if ('axes' in document && 'storage' in document)
      return { content: { histogram: histogramOf(document, 'histogram') }, lost: [] };
    const entries = Object.entries(document);
    if (entries.some(([name]) => name === '__proto__'))
      throw new InvalidInput(file.name, "the name '__proto__' is refused.");
    return { content: Object.fromEntries(entries.map(([name, one]) => [name, histogramOf(one, name)])), lost: [] };
  },
  write(histograms, name) {
    const document = Object.fromEntries(
      Object.entries(histograms).map(([key, { title, axes, values, variances }]) => [
        key,
        {
          uhi_schema: 1,
          ...(title === '' ? {} : { metadata: { title } }),
          axes: axes.map(axisDocument),
          storage:
            variances === null
              ? { type: 'double', values: axes.length === 0 ? [values[0]] : nested(values, axes) }
              : { type: 'weighted', values: nested(values, axes), variances: nested(variances, axes) },
        },
      ]),
    );
    return { files: { [`${name}.json`]: [`${JSON.stringify(document, undefined, 2)}\n`] }, lost: [] };
  },
});
