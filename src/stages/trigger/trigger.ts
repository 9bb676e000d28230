import type { CandidateBlock } from '../../events/candidate-block.ts';
import type { TriggerLine } from '../../experiments/experiment.ts';
import { primitiveTests } from './primitives.ts';

/**
 * Multiplies the candidates' weights by the probability that the trigger kept the event: with lines fired
 * independently downscaled by D, P = 1 − Π(1 − 1/D·s) over the fired lines, where s is the probability that the
 * line's software conditions hold (1, or that the large-angle vetoes stayed silent for a line with !LAV).
 * Writes P to `probability`.
 */
export function applyTrigger(
  lines: readonly TriggerLine[],
): (candidates: CandidateBlock, probability: Float64Array) => void {
  const compiled = lines.map(({ hardware, software, downscaling }) => ({
    tests: hardware.map((name) => primitiveTests[name]),
    exotic: software.includes('exotic'),
    vetoed: software.includes('!LAV'),
    share: 1 / downscaling.value,
  }));
  return (candidates, probability) => {
    const negative = candidates.particles.some(({ charge }) => charge < 0);
    for (let i = 0; i < candidates.count; i++) {
      let rejected = 1;
      for (const { tests, exotic, vetoed, share } of compiled) {
        if (exotic && !negative) continue;
        let fired = true;
        for (const test of tests) {
          if (!test(candidates, i)) {
            fired = false;
            break;
          }
        }
        if (fired) rejected *= 1 - (vetoed ? share * candidates.largeAngleSurvival[i] : share);
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
