import { bibliography, bibtex, type Citation } from '../../run/citations/bibliography.ts';
import { limitMethods } from '../../statistics/counting/limit-methods.ts';
import { defineCommand } from '../command.ts';
import { findDocument, loadRegistries } from '../registries.ts';

/** What `cite` gives. */
export interface CiteDocument {
  readonly id: string;
  readonly works: readonly Citation[];
  readonly bibtex: string;
}

export const citeCommand = defineCommand({
  examples: ['cite kaon-munuee'],
  details: 'Names the works behind every number of the document, of its experiment and of its limit method.',
  arguments: [{ name: 'ID', brief: 'A search, a model or an experiment', kind: 'required' }],
  options: {},
  run: async (_, [id]): Promise<CiteDocument> => {
    const registries = await loadRegistries();
    const found = findDocument(id, registries);
    const documents: unknown[] = [found.document];
    if (found.kind === 'search') {
      const { experiment, limit } = found.document;
      documents.push(registries.experiments[experiment]);
      const method = limit?.method;
      if (method !== undefined) documents.push({ references: limitMethods[method].references });
    }
    const works = bibliography(documents);
    return { id, works, bibtex: bibtex(works) };
  },
  print: (document) => document.bibtex,
});
