import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import type { Cut } from '../../../stages/selection/selection.ts';
import { REGION_WIDTH } from '../../../stages/selection/tally.ts';
import { GeV } from '../../../units/index.ts';
import { planRun } from '../plan.ts';
import type { SamplePlan } from '../run-plan.ts';
import { BATCH, type CandidateConsumer, candidateSource } from './candidate-source.ts';
import { sampleTally } from './sample-tally.ts';

const plan = planRun(searches['kaon-pi4e'], { events: 1000 });
const called = (key: string): SamplePlan => plan.samples.filter((sample) => sample.key === key)[0];

/** Accepted fraction in a region with its error, from `batches` batches; `once`: each as nature has it. */
function fractionOf(sample: SamplePlan, region: string, batches: number, once: boolean) {
  const source = candidateSource(plan.experiment, sample, 9, { once });
  const counts = sampleTally(plan.experiment, sample);
  const sums = new Float64Array(counts.layout.length);
  const consumer: CandidateConsumer = {
    generated: (weight, count, pieces) => counts.addGenerated(weight, count, sums, pieces),
    candidates: (candidates, _, pieces) => counts.addCandidates(candidates, sums, pieces),
  };
  for (let batch = 0; batch < batches; batch++) source.batch(batch * BATCH, BATCH, consumer);
  const at = counts.layout.regions + counts.layout.regionNames.indexOf(region) * REGION_WIDTH;
  const [candidates, weight, squares] = sums.subarray(at, at + 3);
  const rows = batches * BATCH;
  return {
    candidates,
    mean: weight / sums[1],
    variance: squares / (sums[1] * sums[1]),
    perRow: (squares * rows) / (sums[1] * sums[1]),
  };
}

describe('decays turned until the detector can see them', () => {
  it.each<[string, SamplePlan, string]>([
    ['five bodies', called('signal'), 'signal'],
    ['a chain', called('normalisation'), 'selected'],
  ])('keep the accepted fraction, with a tenth of the variance per decay: %s', (_, sample, region) => {
    const plain = fractionOf(sample, region, 400, true);
    const turned = fractionOf(sample, region, 30, false);
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(plain.mean - turned.mean)).toBeLessThan(5 * Math.sqrt(plain.variance + turned.variance));
    expect(Math.sqrt(plain.variance)).toBeLessThan(0.15 * plain.mean);
    expect(turned.perRow).toBeLessThan(0.1 * plain.perRow);
  });

  it('keep what is dealt out by importance', () => {
    const sample = called('K⁺ → π⁺π⁰e⁺e⁻, π⁰ → e⁺e⁻γ');
    expect(sample.split).toBe('closed');
    // Every reading of five tracks that lose less than 15 GeV: decays that are not dealt out show enough of it.
    const { unless: _, best: __, ...selection } = { ...sample.selection, cuts: {} };
    const excess = { observable: 'momentumExcess', from: GeV(-80), to: GeV(20), bins: 10 } as const;
    const kinematics = { discriminant: [excess], regions: { closed: [[-15, 15] as const] }, spectra: {} };
    const { split: ___, ...loose } = { ...sample, selection, ...kinematics };
    const even = fractionOf(loose, 'closed', 80, false);
    const dealt = fractionOf({ ...loose, split: 'closed' }, 'closed', 40, false);
    expect(Math.abs(even.mean - dealt.mean)).toBeLessThan(5 * Math.sqrt(even.variance + dealt.variance));
    expect(Math.sqrt(even.variance + dealt.variance)).toBeLessThan(0.25 * even.mean);
  });

  it('show what a decay seldom does: backgrounds are answered several times', () => {
    const sample = called('K⁺ → π⁺π⁰, π⁰ → e⁺e⁻e⁺e⁻');
    // With a veto where the kaon is measured well, radiation or a hard scatter has to happen: one of hundreds of responses.
    const well: Cut = { observable: 'mass', between: [GeV(0.485), GeV(0.502)], source: 'record 0032' };
    const vetoed = { ...sample.selection, unless: { ...sample.selection.unless, 'at the kaon': well } };
    const { candidates } = fractionOf({ ...sample, selection: vetoed }, 'signal', 60, false);
    expect(candidates).toBeGreaterThan(3);
  });
});
