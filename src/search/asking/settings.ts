import { InvalidInput, unknownName } from '../../schema/index.ts';
import { observables } from '../../stages/selection/observables/index.ts';
import { type DimensionName, readQuantity } from '../../units/index.ts';

type Node = Record<string, unknown>;

/**
 * A copy of a document with settings 'path=value' applied. A path names keys with dots between them (keys may hold
 * dots and blanks); the value has the type of what it replaces, with a unit where a number has one ('45GeV', '5ns').
 * Throws InvalidInput with the nearest key when a path leads nowhere, and when the type does not fit.
 */
export function applySettings(document: object, settings: readonly string[]): Node {
  const copy = JSON.parse(JSON.stringify(document)) as Node;
  for (const setting of settings) {
    const equals = setting.indexOf('=');
    if (equals <= 0) throw new InvalidInput('--set', `'${setting}' is not of the form path=value`);
    applyOne(copy, setting.slice(0, equals).trim(), setting.slice(equals + 1).trim());
  }
  return copy;
}

function applyOne(root: Node, path: string, text: string): void {
  let node: Node = root;
  let rest = path;
  for (;;) {
    const keys = Object.keys(node);
    const key = keys
      .filter((name) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) throw unknownName(`--set ${path}`, 'key', rest.split('.')[0], keys);
    if (rest === key) {
      // Records of openings are kept under it.
      if (key === 'id')
        throw new InvalidInput(`--set ${path}`, 'a document keeps its id; copy its file for another one');
      node[key] = newValue(node[key], text, `--set ${path}`, dimensionOf(root, path, node, key));
      return;
    }
    rest = rest.slice(key.length + 1);
    const next = node[key];
    if (next === null || typeof next !== 'object') {
      throw new InvalidInput(`--set ${path}`, `'${key}' is ${JSON.stringify(next)} and has nothing inside`);
    }
    node = next as Node;
  }
}

const EXAMPLES: Readonly<Record<DimensionName, string>> = {
  energy: '45GeV',
  'energy squared': '0.0035GeV^2',
  length: '7mm',
  angle: '1.2mrad',
  rate: '45MHz',
  number: '0.25',
};

function numberFrom(text: string, where: string, dimension: DimensionName | undefined): number {
  const read = readQuantity(text);
  if (read === undefined) {
    throw new InvalidInput(where, `a number with its unit is needed, such as 45GeV, 7mm or 0.25, found '${text}'`);
  }
  if (dimension !== undefined && read.dimension !== dimension) {
    throw new InvalidInput(where, `a value such as ${EXAMPLES[dimension]} is needed, found '${text}'`);
  }
  return read.value;
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
