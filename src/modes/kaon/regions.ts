import type { Box } from '../../search/kaon-search.ts';
import { binsInBox } from '../../stages/blinding/binning.ts';
import type { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { RegionResult } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Every region with its expectation and, where it is open, the counts of what plays the role of data. */
export function regionsOf(
  plan: RunPlan,
  sealed: SealedData,
  counts: readonly number[] | undefined,
  expectedIn: (name: string) => Pick<RegionResult, 'expected' | 'reason'>,
): Record<string, RegionResult> {
  const { search } = plan;
  return Object.fromEntries(
    Object.entries(search.regions as Readonly<Record<string, Box>>).map(([name, box]) => {
      const bins = binsInBox(search.discriminant, box);
      const closed = counts === undefined && bins.some((bin) => sealed.isMasked(bin));
      const sum = (values: readonly number[]): number => bins.reduce((total, bin) => total + values[bin], 0);
      return [
        name,
        {
          blind: (search.blind as readonly string[]).includes(name),
          ...expectedIn(name),
          observed: closed ? null : counts === undefined ? sealed.count(bins) : sum(counts),
        },
      ];
    }),
  );
}
