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

/** Probability that the photon vetoes of the selection stay silent for candidate `i`, accidental activity included. */
export function vetoesOf({ selection: { photonVeto = 'none' }, quiet = QUIET }: SamplePlan) {
  if (photonVeto === 'none') return undefined;
  const silent = photonVeto === 'all' ? quiet.any : quiet.largeAngle;
  return ({ vetoSurvival, largeAngleSurvival }: CandidateBlock, i: number): number =>
    silent * (photonVeto === 'all' ? vetoSurvival[i] : largeAngleSurvival[i]);
}
