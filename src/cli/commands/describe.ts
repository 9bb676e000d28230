import { defineCommand } from '../command.ts';
import { describeExperiment } from '../describe-experiment.ts';
import { describeSearch } from '../describe-search.ts';
import { findDocument, loadRegistries } from '../registries.ts';

export const describeCommand = defineCommand({
  examples: ['describe kaon-munuee', 'describe na62-kaon'],
  details: 'With --json: the document itself, in GeV and metres (times are lengths, c = 1).',
  arguments: [{ name: 'ID', brief: 'A search or an experiment', kind: 'required' }],
  options: {},
  run: async (_, [id]) => {
    const registries = await loadRegistries();
    const found = findDocument(id, registries);
    return found.document;
  },
  print: (document) => ('beam' in document ? describeExperiment(document) : describeSearch(document)),
});
