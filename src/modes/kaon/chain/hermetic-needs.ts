import type { Experiment } from '../../../experiments/experiment.ts';
import type { Hermetic } from '../../../experiments/hermetic.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { ResponseNeeds } from '../../../stages/simulation/respond.ts';
import type { SamplePlan } from '../run-plan.ts';
import { photonPairsOf } from './photon-pairs.ts';
import { compiledDecayOf } from './weight-pieces.ts';

/** The facts of an experiment for a sample whose selection needs them. Throws InvalidInput where it has none. */
function factsOf({ id, hermetic }: Experiment, { name }: SamplePlan, what: string): Hermetic {
  if (hermetic !== undefined) return hermetic;
  throw new InvalidInput(
    `${name}.selection`,
    `${what} needs the section 'hermetic' of experiment '${id}', which has none`,
  );
}

/** The facts by which the pions of a sample are identified, where that is strict. */
export const strictFacts = (experiment: Experiment, sample: SamplePlan): Hermetic | undefined =>
  sample.selection.identification === undefined ? undefined : factsOf(experiment, sample, "identification 'strict'");

/** What the response of a sample needs where its selection allows nothing but the candidate. */
export function hermeticNeeds(experiment: Experiment, sample: SamplePlan): Pick<ResponseNeeds, 'hermetic'> {
  if (sample.selection.photonVeto !== 'hermetic') return {};
  const { root } = compiledDecayOf(sample).decay;
  return { hermetic: { facts: factsOf(experiment, sample, "photonVeto 'hermetic'"), pairs: photonPairsOf(root) } };
}
