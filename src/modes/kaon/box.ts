import type { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { BoxContent } from '../mode.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import { readSamples } from './chain/read-samples.ts';
import { citedBackgroundsOf, spreadCited } from './expected-background.ts';
import { normaliseRun } from './normalise.ts';
import type { RunPlan } from './run-plan.ts';
import { sealKaonData } from './seal-data.ts';
import { spectraOf } from './spectra.ts';

/** The sealed data of a run; pseudo-data are drawn around the backgrounds and the signal that the search says is there. */
export function boxOf(plan: RunPlan, sums: readonly Float64Array[], content: BoxContent): SealedData {
  const samples = readSamples(plan, sums);
  const { signal, backgrounds } = spectraOf(samples, plan, normaliseRun(plan, samples))[DISCRIMINANT];
  const expected = summed(Object.values(backgrounds), signal.length);
  spreadCited(plan, citedBackgroundsOf(plan.search), expected);
  const injected = plan.search.pseudoSignal?.value ?? 0;
  if (injected > 0) for (let bin = 0; bin < signal.length; bin++) expected[bin] += injected * signal[bin];
  return sealKaonData(plan, expected, content);
}

function summed(columns: readonly (readonly number[])[], bins: number): Float64Array {
  const total = new Float64Array(bins);
  for (const column of columns) for (let bin = 0; bin < bins; bin++) total[bin] += column[bin];
  return total;
}
