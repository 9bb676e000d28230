import type { Inside } from './schema-inside.ts';
import type { Schema } from './shapes.ts';

/** The schema of the part of a value under a key; undefined where the schema does not go there. */
const PARTS: Readonly<Record<string, (schema: Inside, key: string) => Inside | undefined>> = {
  strict_object: ({ entries = {} }, key) => (Object.hasOwn(entries, key) ? entries[key] : undefined),
  record: ({ value }) => value,
  array: ({ item }) => item,
  tuple: ({ items = [] }, key) => items[Number(key)],
};

/** A schema without what may be left out or null, and as it is chosen by the value. */
function bare(schema: Inside | undefined, value: unknown): Inside | undefined {
  let found = schema;
  for (let depth = 0; found !== undefined && depth < 20; depth++) {
    if (found.getter !== undefined) found = found.getter(value);
    else if (found.wrapped !== undefined) found = found.wrapped;
    else return found;
  }
  return found;
}

/**
 * The dimension of the quantity that a schema wants at a path of keys in `value` ('energy', 'length', …); undefined for
 * plain numbers, other things, and paths that lead nowhere. Of a list it is that of its entries.
 */
export function quantityAt(schema: Schema<unknown>, value: unknown, keys: readonly string[]): string | undefined {
  let inside = bare(schema as unknown as Inside, value);
  let node = value;
  for (const key of keys) {
    if (inside === undefined) return undefined;
    node = node !== null && typeof node === 'object' ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
    inside = bare(PARTS[inside.type]?.(inside, key), node);
  }
  if (inside?.type === 'array') inside = bare(inside.item, undefined);
  return inside?.pipe?.map(({ metadata }) => metadata?.quantity).find((quantity) => quantity !== undefined);
}
