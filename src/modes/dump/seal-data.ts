import { InvalidInput } from '../../schema/index.ts';
import { NOTHING_OBSERVED } from '../../search/asking/projection.ts';
import type { DumpCount, DumpSearchDocument } from '../../search/dump-search.ts';
import { checkDataAgainst } from '../../search/user-data/check-data.ts';
import { pseudoData } from '../../stages/blinding/pseudo-data.ts';
import { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import type { BoxContent } from '../mode.ts';
import type { DumpRunPlan } from './plan.ts';

/** Events that the cited totals of a region expect; sources of which only an upper limit is known count as none. */
export function expectedInRegion(
  { backgrounds }: DumpSearchDocument,
  region: string,
): { value: number; error: number } {
  let value = 0;
  let variance = 0;
  for (const { regions } of Object.values(backgrounds)) {
    const count: DumpCount | undefined = regions[region];
    if (count === undefined || 'upperLimit' in count) continue;
    const error = 'up' in count ? (count.up + count.down) / 2 : count.error;
    value += count.value;
    variance += error * error;
  }
  return { value, error: Math.sqrt(variance) };
}

/** Throws InvalidInput when there is not one count per region, and beside a projection. */
export function checkDumpData({ search, projection }: DumpRunPlan, data: UserCounts): void {
  if (projection !== undefined)
    throw new InvalidInput('--data', 'a projection is for an exposure that has no data; leave one of the two out');
  checkDataAgainst(search, data);
}

/**
 * What plays the role of data in a run, one bin per region in the order of the search, with the blind regions masked:
 * pseudo-data drawn from the cited backgrounds with the seed of the run, or the user's own counts.
 */
export function sealDumpData(plan: DumpRunPlan, { identity, data }: BoxContent): SealedData {
  const { search, searchDigest, seed } = plan;
  if (data !== undefined) checkDumpData(plan, data);
  const names = Object.keys(search.regions);
  const masked = names.flatMap((name, i) => (plan.projection !== undefined || search.blind.includes(name) ? [i] : []));
  const expected = Float64Array.from(names, (name) => expectedInRegion(search, name).value);
  return new SealedData(
    { ...identity, search: search.id, digest: searchDigest, regions: search.blind },
    {
      kind: data === undefined ? 'pseudo-data' : 'user',
      source:
        data?.source ??
        (plan.projection === undefined
          ? `seed ${seed}, no signal; anyone with the seed can draw them`
          : NOTHING_OBSERVED),
      bins: names.length,
      masked,
      count: data?.count ?? pseudoData(expected, seed),
    },
  );
}
