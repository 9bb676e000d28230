import { experimentSchema } from '../experiments/experiment-schema.ts';
import { ownModelSchema } from '../interpretation/own-model-document.ts';
import { dumpQuestion } from '../modes/dump/search-schema.ts';
import { kaonQuestion } from '../modes/kaon/search-schema.ts';
import { unknownName } from '../schema/index.ts';
import { type JsonSchema, jsonSchemaOf } from '../schema/json-schema.ts';
import type { Schema } from '../schema/shapes.ts';
import { dataSchema } from '../search/user-data/data-document.ts';
import { questionSchema } from './question.ts';

/** A kind of document that a user may write. */
interface DocumentKind {
  readonly title: string;
  readonly schema: Schema<unknown>;
}

/** Every kind of document that a user may write, by the name that `spillway schema` knows it under. */
export const documentKinds = {
  search: { title: 'a search with kaons in flight', schema: kaonQuestion.search },
  'dump-search': { title: 'a search behind a beam dump', schema: dumpQuestion.search },
  experiment: { title: 'an experiment', schema: experimentSchema },
  model: { title: 'a hidden particle of your own', schema: ownModelSchema },
  data: { title: 'counts of your own', schema: dataSchema },
  question: { title: 'a search with what is asked of it, as the lab and a run keep it', schema: questionSchema },
} as const satisfies Readonly<Record<string, DocumentKind>>;

/** The names of `documentKinds`. */
export type DocumentKindName = keyof typeof documentKinds;

/** The JSON Schema of a kind of document. InvalidInput with the nearest name for one that is not known. */
export function schemaCalled(name: string): JsonSchema {
  const kinds: Readonly<Record<string, DocumentKind>> = documentKinds;
  if (!Object.hasOwn(kinds, name)) throw unknownName('NAME', 'kind of document', name, Object.keys(kinds));
  return jsonSchemaOf(kinds[name].schema, `Spillway: ${kinds[name].title}`);
}
