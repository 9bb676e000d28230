import type { PlanOf, ResultOf } from '../../modes/kind-types.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { Asked } from '../../search/asking/asked.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import { keptInBoth, numbersInMemory } from '../../tasks/index.ts';
import { type Host, localHost } from '../host.ts';
import { type Run, run } from '../run.ts';
import { type PrecisionLimits, sizesForPrecision } from './sizes-for-precision.ts';

/**
 * As `run`, with sizes of the samples that follow from what they shall know: accepted fractions to `asked.precision` (1 %
 * where none is), the total background to ten times that, each large source to twenty times. The document's `power` says
 * what was reached. Throws as `run`, and InvalidInput for a search that is sized by events alone.
 */
export async function runToPrecision<Search extends AnySearch>(
  search: Search,
  asked: Asked & { readonly data?: UserCounts | undefined } = {},
  host: Host = localHost,
  limits: PrecisionLimits = {},
): Promise<Run<PlanOf<Search>, ResultOf<Search>>> {
  const withPilots = { ...host, kept: keptInBoth(numbersInMemory(), host.kept) };
  const { sizes } = await sizesForPrecision(search, asked, withPilots, limits);
  return await run(search, { ...asked, sizes }, withPilots);
}
