import { EventRandom, streamKey } from '../../src/math/random/index.ts';

type Node = Record<string, unknown> | unknown[];

/** Values that belong nowhere, or hardly anywhere. */
const RUBBISH: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => 'NaN',
  () => 'x',
  () => 'constructor',
  () => '75 GeV',
  () => '3mm',
  () => 'K⁺ → π⁺π⁰',
  () => 0,
  () => -0,
  () => -1,
  () => 0.5,
  () => 1e300,
  () => -1e300,
  () => 1e-300,
  () => 2 ** 53,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => [],
  () => ({}),
  () => [null],
  () => [[[[]]]],
  () => [{ value: 1 }],
  () => ({ value: 1, tag: 'published', source: 'x' }),
  () => ({ value: { value: {} } }),
  () => JSON.parse('{"__proto__": {"polluted": 1}}'),
  () => ({ constructor: { prototype: 1 } }),
  () => new Array(1000).fill(1e9),
  () => 'x'.repeat(10_000),
  () => nested(200),
];

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { value };
  return value;
};

/** A document with one to three mutations, and what they were in words. */
export interface Mutated {
  readonly document: unknown;
  readonly mutation: string;
}

/** Whole numbers below a bound, a function of seed, document and draw. */
export class Draws {
  readonly #random: EventRandom;

  constructor(seed: number, index: number) {
    this.#random = new EventRandom(streamKey(seed, 'mutated documents'));
    this.#random.start(index);
  }

  below(bound: number): number {
    return Math.min(bound - 1, Math.floor(this.#random.uniform() * bound));
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }
}

/** Every place in a document: the node that holds it and its key. */
function places(document: unknown, found: { node: Node; key: string | number; path: string }[] = [], path = '') {
  if (document === null || typeof document !== 'object') return found;
  const keys = Array.isArray(document) ? [...document.keys()] : Object.keys(document);
  for (const key of keys) {
    const at = `${path}/${key}`;
    found.push({ node: document as Node, key, path: at });
    places((document as Record<string, unknown>)[key as string], found, at);
  }
  return found;
}

function misspelt(key: string, draws: Draws): string {
  const at = draws.below(Math.max(1, key.length));
  return draws.of([
    key.slice(0, at) + key.slice(at + 1),
    `${key.slice(0, at)}x${key.slice(at)}`,
    key.toUpperCase(),
    `${key}s`,
    ` ${key}`,
  ]);
}

/** Mutates a copy of a plain document in one to three places. */
export function mutate(document: unknown, draws: Draws): Mutated {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  const words: string[] = [];
  for (let n = 1 + draws.below(3); n > 0; n--) {
    const all = places(copy);
    if (all.length === 0) break;
    const { node, key, path } = draws.of(all);
    const record = node as Record<string, unknown>;
    const value = record[key as string];
    const what = draws.of([
      'remove',
      'misspell',
      'rubbish',
      'rubbish',
      'rubbish',
      'number',
      'add',
      'swap',
      'double',
    ] as const);
    words.push(`${what} ${path}`);
    if (what === 'remove') {
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete record[key];
    } else if (what === 'misspell') {
      if (Array.isArray(node)) node[Number(key)] = typeof value === 'string' ? misspelt(value, draws) : value;
      else {
        record[misspelt(String(key), draws)] = value;
        delete record[key];
      }
    } else if (what === 'rubbish') {
      const index = draws.below(RUBBISH.length);
      words.push(`(${index})`);
      record[key as string] = RUBBISH[index]();
    } else if (what === 'number') {
      record[key as string] = typeof value === 'number' ? value * draws.of([-1, 0, 1e6, 1e-6, 1e30, 1.5]) : -3;
    } else if (what === 'add') {
      const name = draws.of(['kind', 'value', 'toString', 'hasOwnProperty', 'extra', 'length', '0', 'then']);
      if (Array.isArray(node)) node.push(RUBBISH[draws.below(RUBBISH.length)]());
      else Object.defineProperty(record, name, { value: 1, enumerable: true, configurable: true, writable: true });
    } else if (what === 'swap') {
      const other = draws.of(all);
      const there = (other.node as Record<string, unknown>)[other.key as string];
      record[key as string] = there === undefined ? null : JSON.parse(JSON.stringify(there));
    } else if (Array.isArray(node)) node.push(value);
    else record[key as string] = [value, value];
  }
  return { document: copy, mutation: words.join(' ') };
}
