import type { Inside, Said } from './schema-inside.ts';
import type { NumberRange, Schema } from './shapes.ts';

/** A JSON Schema, draft 2020-12, of the words that `jsonSchemaOf` uses. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly minLength?: number;
}

const rangeWords = ({ from, to, open }: NumberRange): JsonSchema => ({
  ...(open === 'from' || open === 'both' ? { exclusiveMinimum: from } : { minimum: from }),
  ...(open === 'to' || open === 'both' ? { exclusiveMaximum: to } : { maximum: to }),
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const NUMBER = '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?';

/** One schema per type of valibot that `shapes.ts` makes. */
const WORDS: Readonly<Record<string, (schema: Inside, said: Said, defs: Map<string, JsonSchema>) => JsonSchema>> = {
  string: (_, { pattern }) => ({ type: 'string', ...(pattern === undefined ? {} : { pattern }) }),
  boolean: () => ({ type: 'boolean' }),
  null: () => ({ type: 'null' }),
  unknown: () => ({}),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options = [] }) => ({ enum: options }),
  number: (_, { range }) => ({
    type: range?.whole === true ? 'integer' : 'number',
    ...(range === undefined ? {} : rangeWords(range)),
  }),
  custom: (_, { quantity, units = [], range, counts }) => {
    if (counts === true) return { type: 'array', description: 'counts, nested as deep as there are axes' };
    if (quantity === undefined) return {};
    const pattern = `^\\s*${NUMBER}\\s*(${units.map(escaped).join('|')})\\s*$`;
    const description = `${quantity}: a number in native units, or a text with a unit: ${units.join(', ')}`;
    return {
      description,
      anyOf: [
        { type: 'number', ...(range === undefined ? {} : rangeWords(range)) },
        { type: 'string', pattern },
      ],
    };
  },
  array: ({ item }, { length }, defs) => ({
    type: 'array',
    items: wordsOf(item, defs),
    ...(length !== undefined && length.from > 0 ? { minItems: length.from } : {}),
    ...(length !== undefined && Number.isFinite(length.to) ? { maxItems: length.to } : {}),
  }),
  record: ({ value }, _, defs) => ({ type: 'object', additionalProperties: wordsOf(value, defs) }),
  strict_object: ({ entries = {} }, _, defs) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, wordsOf(entry, defs)])),
    required: Object.keys(entries).filter((key) => entries[key].type !== 'exact_optional'),
    // Notes for readers and editors: $comment, $schema.
    patternProperties: { '^\\$': {} },
    additionalProperties: false,
  }),
  exact_optional: ({ wrapped }, _, defs) => wordsOf(wrapped, defs),
  nullable: ({ wrapped }, _, defs) => ({ anyOf: [wordsOf(wrapped, defs), { type: 'null' }] }),
  // Tuples here hold things of one kind.
  tuple: ({ items = [] }, _, defs) => ({
    type: 'array',
    items: wordsOf(items[0], defs),
    minItems: items.length,
    maxItems: items.length,
  }),
  variant: ({ options = [] }, _, defs) => ({
    anyOf: (options as readonly Inside[]).map((option) => wordsOf(option, defs)),
  }),
  lazy: ({ options, later }, _, defs) => {
    if (later === undefined) return { anyOf: (options as readonly Inside[]).map((option) => wordsOf(option, defs)) };
    if (!defs.has(later.name)) {
      defs.set(later.name, {});
      defs.set(later.name, wordsOf(later.of(), defs));
    }
    return { $ref: `#/$defs/${later.name}` };
  },
};

/** Conditions on one value that a schema carries as actions of its pipe. */
const CHECKS: Readonly<Record<string, (requirement: unknown) => JsonSchema>> = {
  regex: (requirement) => ({ pattern: (requirement as RegExp).source }),
  min_value: (requirement) => ({ minimum: requirement as number }),
  max_value: (requirement) => ({ maximum: requirement as number }),
};

const checksOf = ({ pipe = [] }: Inside): JsonSchema =>
  Object.assign(
    {},
    ...pipe.map(({ type = '', requirement }) => (Object.hasOwn(CHECKS, type) ? CHECKS[type](requirement) : {})),
  );

function wordsOf(schema: Inside | undefined, defs: Map<string, JsonSchema>): JsonSchema {
  if (schema === undefined) return {};
  const said: Said = Object.assign({}, ...(schema.pipe ?? []).map(({ metadata }) => metadata ?? {}));
  const write = WORDS[schema.type];
  if (write === undefined) throw new RangeError(`no JSON Schema for a schema of type '${schema.type}'`);
  const words = { ...write(schema, said, defs), ...checksOf(schema) };
  return said.description === undefined ? words : { ...words, description: said.description };
}

/**
 * The JSON Schema (draft 2020-12) of a schema made of the words of `shapes.ts`, for editors. It takes every document that
 * the schema takes; conditions on a whole (ascending masses, one of several keys) are the schema's alone. RangeError for a
 * schema that is made otherwise.
 */
export function jsonSchemaOf(schema: Schema<unknown>, title: string): JsonSchema {
  const defs = new Map<string, JsonSchema>();
  const words = wordsOf(schema as unknown as Inside, defs);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...words,
    ...(defs.size === 0 ? {} : { $defs: Object.fromEntries(defs) }),
  };
}
