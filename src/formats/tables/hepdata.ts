import { InvalidInput } from '../../schema/index.ts';
import type { Read } from '../content.ts';
import { defineFormat } from '../format.ts';
import { UnknownFile } from '../unknown-file.ts';
import type { DataTable } from './data-table.ts';
import { checkHepDataEntry, checkHepDataFile, checkHepDataHead } from './hepdata-schema.ts';
import { submissionOf } from './hepdata-submission.ts';
import { tableOfHepData } from './hepdata-table.ts';
import { readYaml } from './read-yaml.ts';
import { yamlDocuments, yamlOf } from './yaml.ts';

const variables = /^["']?(?:in)?dependent_variables["']?\s*:/m;
const entry = /^["']?data_file["']?\s*:/m;

const isEntry = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && 'data_file' in document;

async function readEntry(document: unknown, file: UnknownFile): Promise<{ table: DataTable; lost: readonly string[] }> {
  const { name, description, keywords, data_file, ...rest } = checkHepDataEntry(document, file.name);
  const bytes = await file.beside(data_file);
  if (bytes === null) throw new InvalidInput(file.name, `names the data file '${data_file}', which is not there.`);
  const text = new UnknownFile(data_file, bytes).text();
  const [content] = readYaml(text, data_file);
  const table = tableOfHepData(checkHepDataFile(content, data_file), {
    name,
    description,
    keywords: Object.fromEntries(keywords.map(({ name: key, values }) => [key, values])),
  });
  const { data_license: _, table_doi, related_to_table_dois, ...others } = rest;
  const unread = [table_doi, related_to_table_dois].some((value) => value !== undefined)
    ? ['DOIs of tables', ...Object.keys(others)]
    : Object.keys(others);
  return { table, lost: unread.map((what) => `${name}: ${what}`) };
}

async function readSubmission(documents: readonly unknown[], file: UnknownFile): Promise<Read<'tables'>> {
  const [first, ...others] = documents.filter((document) => document !== null && document !== undefined);
  const hasHead = first !== undefined && !isEntry(first);
  const head = hasHead ? checkHepDataHead(first, file.name) : {};
  const entries = await Promise.all(
    (hasHead || first === undefined ? others : [first, ...others]).map((document) => readEntry(document, file)),
  );
  return {
    content: {
      comment: head.comment ?? '',
      tables: entries.map(({ table }) => table),
      attached: (head.additional_resources ?? []).map(({ location }) => location),
    },
    lost: entries.flatMap(({ lost }) => lost),
  };
}

export default defineFormat({
  id: 'hepdata',
  title: 'HEPData submission or table (YAML, schema 1.1.1)',
  what: 'tables',
  endings: ['.yaml', '.yml'],
  recognise: ({ head }) => variables.test(head) || entry.test(head),
  async read(file) {
    const documents = readYaml(file.text(), file.name);
    if (documents.some(isEntry)) return readSubmission(documents, file);
    const [document] = documents;
    const about = { name: file.name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), description: '', keywords: {} };
    const table = tableOfHepData(checkHepDataFile(document, file.name), about);
    const lost = documents.length > 1 ? [`${documents.length - 1} more documents after the first table`] : [];
    return { content: { comment: '', tables: [table], attached: [] }, lost };
  },
  write({ comment, tables, attached }) {
    const { head, tables: entries, files } = submissionOf(comment, tables);
    return {
      files: {
        'submission.yaml': [yamlDocuments([head, ...entries])],
        ...Object.fromEntries(Object.entries(files).map(([name, content]) => [name, [yamlOf(content)]])),
      },
      lost: attached.map((name) => `the attached file ${name}`),
    };
  },
});
