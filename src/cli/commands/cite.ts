import { stat } from 'node:fs/promises';
import { readOwnModel } from '../../hosts/node/files/read-own-model.ts';
import { packageVersion } from '../../hosts/node/package-version.ts';
import { bibliography, bibtex, type Citation, spillwayWork } from '../../run/citations/bibliography.ts';
import { limitMethods } from '../../statistics/counting/limit-methods.ts';
import { defineCommand } from '../command.ts';
import { type Found, findDocument, loadLimits, loadRegistries } from '../registries.ts';

/** What `cite` gives. */
export interface CiteDocument {
  readonly id: string;
  readonly works: readonly Citation[];
  readonly bibtex: string;
}

export const citeCommand = defineCommand({
  examples: ['cite kaon-munuee', 'cite charm-2012-dark-photon', 'cite my-model.json'],
  details:
    'Names Spillway and the works behind every number of the document, of its experiment and of its limit method, with authors and titles where the list of works knows them.',
  arguments: [
    {
      name: 'ID',
      brief: 'A search, model, experiment or published limit; a file with a model; the folder of a run',
      kind: 'required',
    },
  ],
  options: {},
  run: async (_, [id]): Promise<CiteDocument> => {
    const works = [spillwayWork(await packageVersion()), ...bibliography(await documentsOf(id))];
    return { id, works, bibtex: bibtex(works) };
  },
  print: (document) => document.bibtex,
});

/** The documents that an id, a file with a model or the folder of a run stand for, with those that they use. */
async function documentsOf(id: string): Promise<readonly unknown[]> {
  const limit = (await loadLimits()).find((one) => one.id === id);
  if (limit !== undefined) return [limit];
  if (id.endsWith('.json')) return [await readOwnModel(id)];
  const registries = await loadRegistries();
  const found = (await isFolder(id)) ? await searchOfRun(id) : findDocument(id, registries);
  if (found.kind !== 'search') return [found.document];
  const { experiment, limit: method } = found.document;
  const documents: unknown[] = [found.document, registries.experiments[experiment]];
  if (method?.method !== undefined) documents.push({ references: limitMethods[method.method].references });
  return documents;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function searchOfRun(folder: string): Promise<Extract<Found, { kind: 'search' }>> {
  const { readRun } = await import('../../hosts/node/run-search.ts');
  const { plan } = await readRun(folder);
  return { kind: 'search', document: plan.search };
}
