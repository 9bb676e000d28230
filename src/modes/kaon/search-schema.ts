import type { Experiment } from '../../experiments/experiment.ts';
import { kaonExperimentSchema } from '../../experiments/experiment-schema.ts';
import { experiments } from '../../experiments/index.ts';
import type { AskedKind } from '../../search/asking/ask.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { kaonSearchSchema } from '../../search/schemas/kaon-search.ts';
import { analysisSchema } from './analyses/index.ts';

/** What may be asked of a search with kaons in flight: its schema with every kind of analysis, and the experiments with kaons. */
export const kaonQuestion: AskedKind<SearchDocument, Experiment> = {
  search: kaonSearchSchema(analysisSchema),
  experiment: kaonExperimentSchema,
  experiments: Object.fromEntries(Object.entries(experiments).filter(([, experiment]) => !('kind' in experiment))),
};
