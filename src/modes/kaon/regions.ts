import type { Box } from '../../search/kaon-search.ts';
import { binsInBox } from '../../stages/blinding/binning.ts';
import type { RegionResult } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Every region with its expectation and, where no bin of it is masked, the counts of what plays the role of data. */
export function regionsOf(
  { search }: RunPlan,
  counts: readonly (number | null)[],
  expectedIn: (name: string) => Pick<RegionResult, 'expected' | 'reason' | 'simulated'>,
): Record<string, RegionResult> {
  return Object.fromEntries(
    Object.entries(search.regions as Readonly<Record<string, Box>>).map(([name, box]) => {
      const bins = binsInBox(search.discriminant, box).map((bin) => counts[bin]);
      const observed = bins.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
      return [name, { blind: (search.blind as readonly string[]).includes(name), ...expectedIn(name), observed }];
    }),
  );
}
