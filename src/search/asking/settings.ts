import { InvalidInput, unknownName } from '../../schema/index.ts';
import { observables } from '../../stages/selection/observables/index.ts';
import { type DimensionName, readQuantity, type Tag } from '../../units/index.ts';

type Node = Record<string, unknown>;

/** What a setting changed: the path, the value before it and the value since, in native units. */
export interface Setting {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** A setting with the keys that its path stands for. */
export interface Change extends Setting {
  readonly keys: readonly string[];
}

/** A document with settings applied, and what they changed, in the order given. */
export interface Changed {
  readonly document: Node;
  readonly settings: readonly Change[];
}

/** The dimension that the schema of a document wants under some keys; undefined for what is no quantity. */
export type DimensionAt = (keys: readonly string[]) => DimensionName | undefined;

/** The tag of a number that a setting changed. */
export const SET_BY_USER = 'set by the user' satisfies Tag;

/**
 * A copy of a document with settings 'path=value' applied. A path names keys with dots between them (keys may hold
 * dots and blanks); where it ends at a number with a source, it names its value. The value has the type of what it
 * replaces, with a unit where a number has one ('45GeV', '5ns'): a bare number is refused there. A text with a unit stays
 * one where nobody knows the dimension. A number that was changed loses its tag, source and note. Throws InvalidInput with the nearest
 * key when a path leads nowhere, when the type does not fit, and when two settings name the same place.
 */
export function changedBySettings(
  document: object,
  settings: readonly string[],
  dimensionAt: DimensionAt = () => undefined,
): Changed {
  const copy = JSON.parse(JSON.stringify(document)) as Node;
  const changes = settings.map((setting) => {
    const equals = setting.indexOf('=');
    if (equals <= 0) throw new InvalidInput('--set', `'${setting}' is not of the form path=value`);
    return applyOne(copy, setting.slice(0, equals).trim(), setting.slice(equals + 1).trim(), dimensionAt);
  });
  const doubled = changes.find(({ path }, i) => changes.findIndex((other) => other.path === path) < i);
  if (doubled !== undefined) throw new InvalidInput(`--set ${doubled.path}`, 'is set twice; leave one out');
  return { document: copy, settings: changes };
}

/** The keys of a path that leads to something in the document; what is inside the value of a fact needs no 'value' in the path. */
function keysOf(root: Node, path: string): string[] {
  const keys: string[] = [];
  let node: unknown = root;
  let rest = path;
  for (;;) {
    if (node === null || typeof node !== 'object')
      throw new InvalidInput(`--set ${path}`, `'${keys.at(-1)}' is ${JSON.stringify(node)} and has nothing inside`);
    const names = Object.keys(node);
    const key = names
      .filter((name) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length)[0];
    const { value } = node as Node;
    if (key === undefined && isFact(node) && value !== null && typeof value === 'object') {
      keys.push('value');
      node = value;
      continue;
    }
    if (key === undefined) throw unknownName(`--set ${path}`, 'key', rest.split('.')[0], names);
    keys.push(key);
    node = (node as Node)[key];
    if (rest === key) return isFact(node) ? [...keys, 'value'] : keys;
    rest = rest.slice(key.length + 1);
  }
}

const isFact = (node: unknown): node is Node =>
  node !== null && typeof node === 'object' && 'value' in node && 'tag' in node && 'source' in node;

function applyOne(root: Node, path: string, text: string, dimensionAt: DimensionAt): Change {
  const keys = keysOf(root, path);
  const where = `--set ${path}`;
  const key = keys[keys.length - 1];
  // Records of openings are kept under it.
  if (key === 'id') throw new InvalidInput(where, 'a document keeps its id; copy its file for another one');
  const parents: Node[] = [root];
  for (const step of keys.slice(0, -1)) parents.push(parents[parents.length - 1][step] as Node);
  const node = parents[parents.length - 1];
  if (isFact(node) && (key === 'tag' || key === 'source' || key === 'note'))
    throw new InvalidInput(where, `says where a number comes from; what is set is '${SET_BY_USER}'`);
  const from = node[key];
  const dimension = dimensionOf(root, keys.join('.'), node, key) ?? dimensionAt(keys);
  node[key] = newValue(from, text, where, dimension);
  const fact = parents.findLast(isFact);
  if (fact !== undefined) {
    fact['tag'] = SET_BY_USER;
    fact['source'] = SET_BY_USER;
    delete fact['note'];
  }
  return { path: keys.join('.'), keys, from, to: node[key] };
}

const EXAMPLES: Readonly<Record<DimensionName, string>> = {
  energy: '45GeV',
  'energy squared': '0.0035GeV^2',
  length: '7mm',
  angle: '1.2mrad',
  rate: '45MHz',
  number: '0.25',
};

function numberFrom(text: string, where: string, dimension: DimensionName | undefined): number | string {
  const read = readQuantity(text);
  if (read === undefined) {
    throw new InvalidInput(where, `a number with its unit is needed, such as 45GeV, 7mm or 0.25, found '${text}'`);
  }
  if (dimension !== undefined && read.dimension !== dimension) {
    throw new InvalidInput(where, `a value such as ${EXAMPLES[dimension]} is needed, found '${text}'`);
  }
  // Which unit fits is for the schema to say, where no observable does.
  return dimension === undefined && read.dimension !== 'number' ? text : read.value;
}

/** Dimension of what hidden particles are given by. */
const HIDDEN: Readonly<Record<string, DimensionName>> = { mass: 'energy', lifetime: 'length' };

/** Dimension of the bounds in a cut, an axis or a region and of a hidden particle; undefined where numbers are native. */
function dimensionOf(root: Node, path: string, node: Node, key: string): DimensionName | undefined {
  if (key === 'bins') return 'number';
  if (Object.hasOwn(HIDDEN, key) && /(^|\.)hidden\./.test(path)) return HIDDEN[key];
  const axes = root.discriminant as readonly Node[] | undefined;
  const name = path.startsWith('regions.') ? axes?.[Number(key)]?.observable : node.observable;
  const known: Readonly<Record<string, { readonly dimension: DimensionName }>> = observables;
  return typeof name === 'string' && Object.hasOwn(known, name) ? known[name].dimension : undefined;
}

function newValue(old: unknown, text: string, where: string, dimension: DimensionName | undefined): unknown {
  if (dimension === 'length' && where.endsWith('.lifetime')) {
    return text === 'prompt' ? text : numberFrom(text, where, dimension);
  }
  switch (typeof old) {
    case 'number':
      return numberFrom(text, where, dimension);
    case 'string':
      return text;
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw new InvalidInput(where, `true or false is needed, found '${text}'`);
    default: {
      if (Array.isArray(old)) {
        const parts = text.split(/[,:]/).map((part) => part.trim());
        const example = old[0];
        if (example !== undefined && typeof example === 'object') break;
        if (typeof example === 'number' && parts.length !== old.length) {
          throw new InvalidInput(where, `${old.length} numbers with commas between them are needed, found '${text}'`);
        }
        return parts.map((part) => (typeof example === 'number' ? numberFrom(part, where, dimension) : part));
      }
    }
  }
  const inside = old !== null && typeof old === 'object' ? Object.keys(old).join(', ') : '';
  throw new InvalidInput(where, `names a whole section; name one of its numbers: ${inside}`);
}
