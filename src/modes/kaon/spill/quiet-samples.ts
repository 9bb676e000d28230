import type { Experiment } from '../../../experiments/experiment.ts';
import type { SamplePlan } from '../run-plan.ts';
import { quietOf } from './random-veto.ts';

/**
 * Samples with what their vetoes lose to accidental activity, where they have any. Normalisation candidates were counted
 * at the published rate, so their sample is simulated at that of `counted`; all others at that of `experiment`. Hermetic
 * searches cite their random veto.
 */
export function withQuiet(
  samples: readonly SamplePlan[],
  experiment: Experiment,
  counted: Experiment,
): readonly SamplePlan[] {
  const known = new Map<Experiment, NonNullable<SamplePlan['quiet']>>();
  const quietAt = (at: Experiment): NonNullable<SamplePlan['quiet']> => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const { largeAngle, any } = quietOf(at, 'standard');
    known.set(at, { largeAngle, any });
    return { largeAngle, any };
  };
  return samples.map((sample) => {
    const {
      role,
      selection: { photonVeto = 'none' },
      triggers,
    } = sample;
    const at = role === 'normalisation' ? counted : experiment;
    const vetoed =
      (photonVeto !== 'none' && photonVeto !== 'hermetic') ||
      triggers.some((name) => at.triggers[name].software.includes('!LAV'));
    if (!vetoed) return sample;
    return { ...sample, quiet: quietAt(at) };
  });
}
