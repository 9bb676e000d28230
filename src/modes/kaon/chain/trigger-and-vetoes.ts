import type { CandidateBlock } from '../../../events/candidate-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { applyTrigger } from '../../../stages/trigger/trigger.ts';
import type { SamplePlan } from '../run-plan.ts';

/** Nothing accidental disturbs. */
const QUIET = { largeAngle: 1, any: 1 };

/** The trigger of a sample, with accidental activity in its vetoes; undefined for samples that are quoted without one. */
export function triggerOf(experiment: Experiment, { triggers, quiet = QUIET }: SamplePlan) {
  if (triggers.length === 0) return undefined;
  const lines = triggers.map((name) => experiment.triggers[name]);
  return applyTrigger(lines, { ...experiment, largeAngleQuiet: quiet.largeAngle });
}

/** Probability that the vetoes of a selection stay silent for candidate `i`, accidental activity included, and its band. */
export interface Vetoes {
  central(candidates: CandidateBlock, i: number): number;
  low(candidates: CandidateBlock, i: number): number;
  high(candidates: CandidateBlock, i: number): number;
}

const alike = (silent: Vetoes['central']): Vetoes => ({ central: silent, low: silent, high: silent });

type PhotonVeto = NonNullable<SamplePlan['selection']['photonVeto']>;

const VETOES: Readonly<Record<PhotonVeto, (quiet: typeof QUIET) => Vetoes | undefined>> = {
  none: () => undefined,
  all: (quiet) => alike(({ vetoSurvival }, i) => quiet.any * vetoSurvival[i]),
  'large angle': (quiet) => alike(({ largeAngleSurvival }, i) => quiet.largeAngle * largeAngleSurvival[i]),
  // Accidental activity is in the published random veto of such a search.
  hermetic: () => ({
    central: ({ silence }, i) => silence.central[i],
    low: ({ silence }, i) => silence.low[i],
    high: ({ silence }, i) => silence.high[i],
  }),
};

/** The vetoes of a sample; undefined where there are none. */
export const vetoesOf = ({ selection: { photonVeto = 'none' }, quiet = QUIET }: SamplePlan): Vetoes | undefined =>
  VETOES[photonVeto](quiet);
