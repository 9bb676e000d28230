import type { DumpExperiment } from '../../experiments/dump-experiment.ts';
import { dumpExperimentSchema } from '../../experiments/dump-experiment-schema.ts';
import { experiments } from '../../experiments/index.ts';
import type { AskedKind } from '../../search/asking/ask.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import { dumpSearchSchema } from '../../search/schemas/dump-search.ts';

/** What may be asked of a search behind a dump: its schema, and the experiments with dumps. */
export const dumpQuestion: AskedKind<DumpSearchDocument, DumpExperiment> = {
  search: dumpSearchSchema,
  experiment: dumpExperimentSchema,
  experiments: Object.fromEntries(
    Object.entries(experiments).filter(([, experiment]) => 'kind' in experiment && experiment.kind === 'dump'),
  ),
};
