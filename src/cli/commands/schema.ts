import { schemaCalled, schemaTitles } from '../../run/document-schemas.ts';
import { defineCommand } from '../command.ts';
import { tableText } from '../text/table.ts';

export const schemaCommand = defineCommand({
  examples: ['schema', 'schema search > search.schema.json'],
  details:
    'JSON Schema (draft 2020-12) of a kind of document: those that you may write, for editors, and figures and runs. ' +
    'Without a name: the kinds there are.',
  arguments: [{ name: 'NAME', brief: Object.keys(schemaTitles).join(', '), kind: 'optional' }],
  options: {},
  run: (_, [name]): object => {
    if (name !== undefined) return schemaCalled(name);
    return { schemas: Object.entries(schemaTitles).map(([id, title]) => ({ name: id, title })) };
  },
  print: (document) => {
    if (!('schemas' in document)) return JSON.stringify(document, undefined, 2);
    const lines = document.schemas as readonly { readonly name: string; readonly title: string }[];
    return tableText([['NAME', 'DOCUMENT'], ...lines.map(({ name, title }) => [name, title])]);
  },
});
