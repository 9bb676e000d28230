import { InvalidInput } from '../../schema/index.ts';
import { binCount, binsTouchingBox } from '../../stages/blinding/binning.ts';
import { pseudoData } from '../../stages/blinding/pseudo-data.ts';
import { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { DataChoice } from '../../stages/blinding/user-counts.ts';
import type { RunPlan } from './run-plan.ts';

/** What plays the role of data in a run, with the blind regions masked: seeded pseudo-data, or the user's own counts. */
export function sealData(plan: RunPlan, expected: Float64Array, data?: DataChoice): SealedData {
  const { search } = plan;
  const bins = binCount(search.discriminant);
  if (data !== undefined && data.bins !== bins) {
    throw new InvalidInput(data.source, `has ${data.bins} bins, the discriminant of ${search.id} has ${bins}`);
  }
  const masked =
    plan.masked === 'everything'
      ? Array.from({ length: bins }, (_, bin) => bin)
      : plan.masked.flatMap((box) => binsTouchingBox(search.discriminant, box));
  return new SealedData(bins, masked, plan.searchDigest, data?.count ?? pseudoData(expected, plan.seed));
}
