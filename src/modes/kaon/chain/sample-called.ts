import { unknownName } from '../../../schema/index.ts';
import type { RunPlan } from '../run-plan.ts';

/** The index of the sample of that name. Throws InvalidInput with the nearest name. */
export function sampleCalled({ samples }: RunPlan, sample: string): number {
  const names = samples.map(({ name }) => name);
  const index = names.indexOf(sample);
  if (index < 0) throw unknownName('--sample', 'sample', sample, names);
  return index;
}
