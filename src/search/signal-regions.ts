import type { BandedCount, SampleSummary } from '../stages/selection/summary.ts';
import type { SearchDocument } from './kaon-search.ts';

/** Names of the regions in which a search counts its signal. */
export function signalRegionsOf({ signalRegion }: SearchDocument): readonly string[] {
  return typeof signalRegion === 'string' ? [signalRegion] : (signalRegion as readonly string[]);
}

/** What a sample has in some regions together; the regions must not overlap. */
export function countIn(summary: SampleSummary, names: readonly string[]): BandedCount {
  const counts = names.map((name) => summary.regions[name]);
  const sum = (pick: (count: BandedCount) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  return {
    candidates: sum((count) => count.candidates),
    weight: sum((count) => count.weight),
    squares: sum((count) => count.squares),
    low: sum((count) => count.low),
    high: sum((count) => count.high),
    untriggered: {
      weight: sum((count) => count.untriggered.weight),
      squares: sum((count) => count.untriggered.squares),
    },
  };
}
