import { expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { countIn } from '../../../search/signal-regions.ts';
import { planRun } from '../plan.ts';
import type { SamplePlan } from '../run-plan.ts';
import { BATCH, type CandidateConsumer, candidateSource } from './candidate-source.ts';
import { readSamples } from './read-samples.ts';
import { sampleTally } from './sample-tally.ts';

const plan = planRun(searches['kaon-piminus-pi0-ee'], { events: 1000 });

/** Accepted fraction in the signal region and its variance, of a run and of one decay; `once`: each as nature has it. */
function fractionOf(sample: SamplePlan, batches: number, once: boolean) {
  const source = candidateSource(plan.experiment, sample, 4, { once });
  const counts = sampleTally(plan.experiment, sample);
  const sums = new Float64Array(counts.layout.length);
  const consumer: CandidateConsumer = {
    generated: (weight, count, pieces) => counts.addGenerated(weight, count, sums, pieces),
    candidates: (candidates, _, pieces) => counts.addCandidates(candidates, sums, pieces),
  };
  for (let batch = 0; batch < batches; batch++) source.batch(batch * BATCH, BATCH, consumer);
  const [{ summary }] = readSamples({ ...plan, samples: [sample] }, [sums]);
  const { weight, squares } = countIn(summary, ['signal']);
  const generated = summary.generated.weight;
  const variance = squares / (generated * generated);
  return { mean: weight / generated, variance, perDecay: variance * batches * BATCH };
}

it.each([
  ['signal', 0.1],
  // One of three photons may be lost.
  ['K⁺ → π⁺π⁰π⁰, π⁰ → e⁺e⁻γ', 0.1],
] as const)(
  'decays of which three tracks and two photons are read are turned: same fraction, less variance: %s',
  (key, of) => {
    const { split: _, ...sample } = plan.samples.filter((one) => one.key === key)[0];
    // Whatever the trigger, in every reading, so that decays as nature has them show enough of the background.
    const { cuts: __, ...selection } = sample.selection;
    const loose = { ...sample, triggers: [], selection: { ...selection, identified: false, cuts: {} } };
    const plain = fractionOf(loose, 200, true);
    const turned = fractionOf(loose, 15, false);
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(plain.mean - turned.mean)).toBeLessThan(5 * Math.sqrt(plain.variance + turned.variance));
    expect(Math.sqrt(plain.variance)).toBeLessThan(0.3 * plain.mean);
    expect(turned.perDecay).toBeLessThan(of * plain.perDecay);
  },
);
