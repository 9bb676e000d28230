import type { CandidateBlock } from '../../events/candidate-block.ts';
import type { Experiment, TriggerLine } from '../../experiments/experiment.ts';
import { hardwareCondition } from './primitives.ts';

/** What a trigger is made of, and how often nothing accidental disturbs it. */
export interface TriggerSettings extends Pick<Experiment, 'primitives' | 'software'> {
  /** Probability that accidental activity leaves the large-angle vetoes silent; 1 when absent. */
  readonly largeAngleQuiet?: number;
}

/**
 * Multiplies the candidates' weights by the probability that the trigger kept the event: with lines downscaled by D
 * independently of each other, P = 1 − Π(1 − s/D), where s is the probability that a line's conditions hold: primitives
 * by their efficiencies and turn-ons, software conditions by theirs, and the vetoes for a line with !LAV.
 * Writes P to `probability`. Throws InvalidInput for a line that names no primitive of the experiment.
 */
export function applyTrigger(
  lines: readonly TriggerLine[],
  { primitives, software, largeAngleQuiet = 1 }: TriggerSettings,
): (candidates: CandidateBlock, probability: Float64Array) => void {
  const compiled = lines.map((line) => {
    const vetoed = line.software.includes('!LAV');
    const efficiency = line.software.reduce((product, name) => product * software[name].value, 1);
    return {
      conditions: line.hardware.map((name) => hardwareCondition(name, primitives, `trigger '${line.title}'.hardware`)),
      exotic: line.software.includes('exotic'),
      vetoed,
      share: ((vetoed ? largeAngleQuiet : 1) * efficiency) / line.downscaling.value,
    };
  });
  return (candidates, probability) => {
    const negative = candidates.particles.some(({ charge }) => charge < 0);
    for (let i = 0; i < candidates.count; i++) {
      let rejected = 1;
      for (const { conditions, exotic, vetoed, share } of compiled) {
        if (exotic && !negative) continue;
        let fires = vetoed ? share * candidates.largeAngleSurvival[i] : share;
        for (let k = 0; k < conditions.length && fires > 0; k++) fires *= conditions[k](candidates, i);
        rejected *= 1 - fires;
      }
      const kept = 1 - rejected;
      probability[i] = kept;
      candidates.weight[i] *= kept;
      candidates.weightLow[i] *= kept;
      candidates.weightHigh[i] *= kept;
    }
  };
}

/** Probability that an event which fires every one of these lines is kept: 1 − Π(1 − 1/D). */
export function allLinesProbability(lines: readonly TriggerLine[]): number {
  return 1 - lines.reduce((rejected, { downscaling }) => rejected * (1 - 1 / downscaling.value), 1);
}
