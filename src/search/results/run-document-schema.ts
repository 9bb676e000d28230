import type { JsonSchema } from '../../schema/json-schema.ts';

const number: JsonSchema = { type: 'number' };
const text: JsonSchema = { type: 'string' };
const flag: JsonSchema = { type: 'boolean' };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const said = (description: string, schema: JsonSchema): JsonSchema => ({ ...schema, description });
const object = (properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const estimate = object({ value: number, error: number });
const limit = object({
  cl: number,
  method: text,
  observed: orNull(said('Null while the box is closed, and in a projection', number)),
  expected: said('Without a signal, at −2, −1, 0, 1, 2 standard deviations', listOf(number)),
});

const keys: Readonly<Record<string, JsonSchema>> = {
  kind: said('The kind of search, or projection: then nothing was observed', {
    enum: ['kaon', 'dump', 'projection'],
  }),
  searchKind: { enum: ['kaon', 'dump'] },
  search: said('Id of the search', text),
  title: text,
  channel: text,
  seed: { type: 'integer', minimum: 0 },
  events: said('Decays per sample, or per mass behind a dump', { type: 'integer', minimum: 1 }),
  digest: object({ plan: text, search: text, result: text }),
  settings: said('What was changed, in the order given', listOf(object({ path: text }))),
  frozen: orNull(object({ date: text, record: text })),
  projection: orNull(object({ exposure: number, rules: listOf(text) })),
  data: object({ kind: { enum: ['pseudo-data', 'user'] }, source: text }),
  blind: flag,
  observed: said('Count in the signal region; null while the box is closed', orNull({ type: 'integer', minimum: 0 })),
  reason: orNull(text),
  opened: orNull(object({ at: text, digest: text })),
  acceptance: object({ signal: estimate, normalisation: orNull(estimate) }),
  kaonDecays: orNull(estimate),
  ses: said('Single-event sensitivity', orNull(estimate)),
  background: object({
    value: number,
    error: number,
    role: { enum: ['computed', 'input'] },
    sources: listOf(object({ name: text, value: orNull(number), error: orNull(number), upperLimit: orNull(number) })),
  }),
  regions: { type: 'object', additionalProperties: object({ blind: flag, observed: orNull(number) }) },
  limit: orNull(limit),
  limitAtPublishedCount: orNull(limit),
  published: { type: 'object' },
  cutflow: listOf(object({ sample: text, role: text, decay: text, steps: listOf(object({ name: text })) })),
  power: said(
    'How well the simulation knows what the answer is made of; of searches with kaons',
    orNull(
      object({
        samples: listOf(
          object({
            sample: text,
            events: number,
            candidates: number,
            effective: number,
            result: estimate,
            unseen: number,
            target: orNull(number),
            met: flag,
          }),
        ),
        background: orNull(object({ result: estimate, unseen: number, target: orNull(number), met: flag })),
      }),
    ),
  ),
};

/**
 * JSON Schema of the document of a run, `run.json`, of either kind of search: the keys that a reader may rely on. Numbers
 * are in GeV and metres; what is absent is null, with a reason. Further keys belong to the kind of search.
 */
export const runDocumentSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Spillway: run.json, and what `run --json` prints',
  ...object(
    keys,
    Object.keys(keys).filter((key) => key !== 'power'),
  ),
};
