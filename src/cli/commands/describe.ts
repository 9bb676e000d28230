import type { AnySearch } from '../../search/any-search.ts';
import { frozenStateOf } from '../../search/frozen.ts';
import { frozenText } from '../../search/results/asked-notes.ts';
import { defineCommand } from '../command.ts';
import { describeExperiment } from '../describing/describe-experiment.ts';
import { factsText } from '../describing/describe-facts.ts';
import { describeModel, modelDocument } from '../describing/describe-model.ts';
import { describeSearch } from '../describing/describe-search.ts';
import { findDocument, loadRegistries } from '../registries.ts';

/** The document itself; for a model, whose file has functions, its tables. */
export const describeCommand = defineCommand({
  examples: ['describe kaon-munuee', 'describe dark-photon', 'describe na62-kaon'],
  details: 'With --json: the document itself, in GeV and metres (times are lengths, c = 1).',
  arguments: [{ name: 'ID', brief: 'A search, a model or an experiment', kind: 'required' }],
  options: {},
  run: async (_, [id]) => {
    const found = findDocument(id, await loadRegistries());
    return found.kind === 'model' ? modelDocument(found.document) : found.document;
  },
  print: (document) => {
    if ('widths' in document) return describeModel(document);
    if ('discriminant' in document) return describeSearch(document);
    if ('triggers' in document && !('summary' in document)) return describeExperiment(document);
    const { id, title, summary = '', references } = document as { summary?: string } & typeof document;
    const frozen = 'pair' in document ? [`Cuts frozen: ${frozenText(frozenStateOf(document as AnySearch))}.`] : [];
    const head = [`${id}: ${title}`, summary, ...frozen, `References: ${references.join('; ')}`];
    return [...head, '', factsText(document)].join('\n');
  },
});
