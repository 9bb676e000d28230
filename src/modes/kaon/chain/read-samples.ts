import { readSummary, type SampleSummary } from '../../../stages/selection/summary.ts';
import type { RunPlan, SamplePlan } from '../run-plan.ts';
import { compileSample } from './compile-sample.ts';

/** A sample of a run and what was counted in it. */
export interface ReadSample {
  readonly plan: SamplePlan;
  readonly summary: SampleSummary;
}

/** The sums of a run, sample by sample. */
export function readSamples(plan: RunPlan, sums: readonly Float64Array[]): ReadSample[] {
  return plan.samples.map((sample, i) => {
    const { layout, spectra, templates } = compileSample(sample);
    return { plan: sample, summary: readSummary(layout, spectra, sums[i], templates) };
  });
}

/** The one sample of a role. */
export function sampleOf(samples: readonly ReadSample[], role: 'signal' | 'normalisation'): ReadSample {
  const found = samples.find(({ plan }) => plan.role === role);
  if (found === undefined) throw new RangeError(`the run has no ${role}`);
  return found;
}
