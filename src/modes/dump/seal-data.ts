import { InvalidInput } from '../../schema/index.ts';
import type { DumpCount, DumpSearchDocument } from '../../search/dump-search.ts';
import { pseudoData } from '../../stages/blinding/pseudo-data.ts';
import { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { DataChoice } from '../../stages/blinding/user-counts.ts';
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

/**
 * What plays the role of data in a run, one bin per region in the order of the search, with the blind regions masked:
 * pseudo-data drawn from the cited backgrounds with the seed of the run, or the user's own counts. InvalidInput when
 * there is not one count per region.
 */
export function sealDumpData({ search, searchDigest, seed }: DumpRunPlan, data?: DataChoice): SealedData {
  const names = Object.keys(search.regions);
  if (data !== undefined && data.bins !== names.length)
    throw new InvalidInput(
      data.source,
      `has ${data.bins} counts, needed is one per region of ${search.id}: ${names.join(', ')}`,
    );
  const masked = names.flatMap((name, i) => (search.blind.includes(name) ? [i] : []));
  const expected = Float64Array.from(names, (name) => expectedInRegion(search, name).value);
  return new SealedData(names.length, masked, searchDigest, data?.count ?? pseudoData(expected, seed));
}
