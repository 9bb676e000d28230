import { schemaCalled, schemaTitles } from '../../../dist/src/run/document-schemas.js';
import { code, page, table } from './markdown.mjs';

const DEEPEST = 3;

/** A number that says where it comes from: one row is enough. */
const isFact = ({ properties = {} }) => 'tag' in properties && 'source' in properties;

/** What a value may be, in a few words. */
function wordsOf(schema) {
  if (schema.$ref !== undefined) return `as ${code(schema.$ref.replace('#/$defs/', ''))}`;
  if (schema.description !== undefined) return schema.description;
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(wordsOf))].join(', or ');
  if (schema.type === 'array') {
    const count =
      schema.minItems === undefined
        ? 'list'
        : schema.minItems === schema.maxItems
          ? `list of ${schema.minItems}`
          : `list of at least ${schema.minItems}`;
    return schema.items === undefined ? count : `${count}: ${wordsOf(schema.items)}`;
  }
  if (schema.type === 'object' && isFact(schema))
    return `a fact: ${wordsOf(schema.properties.value ?? {})} as \`value\`, with \`tag\` and \`source\``;
  if (schema.type === 'object')
    return schema.additionalProperties !== undefined &&
      schema.additionalProperties !== false &&
      schema.properties === undefined
      ? 'entries by name'
      : 'an object';
  const bounds = [
    schema.exclusiveMinimum === undefined ? undefined : `above ${schema.exclusiveMinimum}`,
    schema.minimum === undefined ? undefined : `from ${schema.minimum}`,
    schema.exclusiveMaximum === undefined ? undefined : `below ${schema.exclusiveMaximum}`,
    schema.maximum === undefined ? undefined : `to ${schema.maximum}`,
  ].filter((text) => text !== undefined);
  const type =
    { integer: 'whole number', string: 'text', boolean: '`true` or `false`', null: '`null`' }[schema.type] ??
    schema.type;
  return [type ?? 'anything', ...bounds].join(' ');
}

/** Keys of a schema and below, one row each. */
function rowsOf(schema, path, needed, depth) {
  if (depth > DEEPEST) return [];
  const rows = [];
  const inside = (one, at) => {
    if (one === undefined || one.$ref !== undefined) return;
    for (const option of one.anyOf ?? []) inside(option, at);
    if (one.type === 'array') inside(one.items, `${at}[]`);
    if (one.properties !== undefined && !isFact(one))
      rows.push(...rowsOf(one, `${at}.`, one.required ?? [], depth + 1));
    if (one.additionalProperties !== undefined && typeof one.additionalProperties === 'object')
      inside(one.additionalProperties, `${at}.NAME`);
  };
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    rows.push([code(`${path}${key}`), wordsOf(value), needed.includes(key) ? 'yes' : '']);
    inside(value, `${path}${key}`);
  }
  return rows;
}

const rowsOfSchema = (schema) => {
  const seen = new Set();
  const all = [schema, ...(schema.anyOf ?? [])].flatMap((one) => rowsOf(one, '', one.required ?? [], 0));
  return all.filter((row) => {
    const text = row.join('\n');
    return seen.has(text) ? false : seen.add(text) !== undefined;
  });
};

/** Every document that has a schema, with its keys. */
export function documentsPage() {
  return page(
    'Documents',
    'Every document that you may write, or that Spillway writes, with its keys: `spillway schema NAME` prints its JSON Schema for an editor, `spillway new KIND NAME` writes a template of those that you may write. `[]` stands for each entry of a list, `NAME` for a name of your own.',
    ...Object.entries(schemaTitles).map(([name, title]) => {
      const schema = schemaCalled(name);
      const definitions = Object.entries(schema.$defs ?? {});
      return [
        `## ${name}`,
        `${title[0].toUpperCase()}${title.slice(1)}.`,
        table(['key', 'what may stand there', 'needed'], rowsOfSchema(schema)),
        ...definitions.map(
          ([definition, inside]) =>
            `What is called ${code(definition)}: ${wordsOf(inside)}.\n\n${table(['key', 'what may stand there', 'needed'], rowsOfSchema(inside))}`,
        ),
      ].join('\n\n');
    }),
  );
}
