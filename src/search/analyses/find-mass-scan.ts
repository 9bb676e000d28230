import type { RunDocument } from '../result/run-document.ts';
import type { SearchDocument } from '../search-document.ts';
import type { MassScanResult } from './mass-scan-result.ts';

/** Where a search has its mass scan. */
export interface FoundMassScan {
  /** Name among the search's analyses. */
  readonly name: string;
  readonly firstMass: string;
  resultOf(run: RunDocument): MassScanResult;
}

/** The first mass scan among a search's analyses; null when it has none. */
export function findMassScan(search: SearchDocument): FoundMassScan | null {
  for (const [name, section] of Object.entries(search.analyses ?? {})) {
    if (section.kind !== 'mass scan') continue;
    const [firstMass] = Object.keys(section.masses);
    return { name, firstMass, resultOf: (run) => run.analyses[name] as MassScanResult };
  }
  return null;
}
