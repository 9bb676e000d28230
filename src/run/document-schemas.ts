import { experimentSchema } from '../experiments/experiment-schema.ts';
import { ownModelSchema } from '../interpretation/own-model-document.ts';
import { dumpQuestion } from '../modes/dump/search-schema.ts';
import { kaonQuestion } from '../modes/kaon/search-schema.ts';
import { figureFormat } from '../plots/figure-file.ts';
import { figures } from '../plots/kinds/index.ts';
import { unknownName } from '../schema/index.ts';
import { type JsonSchema, jsonSchemaOf } from '../schema/json-schema.ts';
import type { Schema } from '../schema/shapes.ts';
import { runDocumentSchema } from '../search/results/run-document-schema.ts';
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

/** Kinds of document that Spillway writes and others read. */
const writtenKinds: Readonly<Record<string, { readonly title: string; readonly schema: () => JsonSchema }>> = {
  figure: { title: 'the data of a figure, beside each SVG', schema: figureSchema },
  run: { title: 'run.json, and what `run --json` prints', schema: () => runDocumentSchema },
};

/** Every kind of document that has a schema, with its title. */
export const schemaTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...documentKinds, ...writtenKinds }).map(([name, { title }]) => [name, title]),
);

/** The JSON Schema of a kind of document. InvalidInput with the nearest name for one that is not known. */
export function schemaCalled(name: string): JsonSchema {
  const kinds: Readonly<Record<string, DocumentKind>> = documentKinds;
  if (Object.hasOwn(writtenKinds, name)) return writtenKinds[name].schema();
  if (!Object.hasOwn(kinds, name)) throw unknownName('NAME', 'kind of document', name, Object.keys(schemaTitles));
  return jsonSchemaOf(kinds[name].schema, `Spillway: ${kinds[name].title}`);
}

/** A figure file is one of the kinds of figure, and says its format. */
function figureSchema(): JsonSchema {
  const kinds = Object.values(figures).map(({ schema, shows }) => {
    const { $schema: _, title: __, ...words } = jsonSchemaOf(schema as never, '');
    return {
      ...words,
      description: shows,
      properties: { format: { const: figureFormat }, ...words.properties },
      required: ['format', ...(words.required ?? [])],
    };
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Spillway: ${schemaTitles['figure']}`,
    anyOf: kinds,
  };
}
