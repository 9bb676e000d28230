import { unknownName } from '../../../../schema/index.ts';
import type { AnySearch } from '../../../../search/any-search.ts';
import type { RunHead } from '../../../../search/results/run-head.ts';
import type { RunDocument } from '../../run-document.ts';
import type { MassScanResult } from './result.ts';

/** Where a search has its mass scan. */
export interface FoundMassScan {
  /** Name among the search's analyses. */
  readonly name: string;
  readonly firstMass: string;
  resultOf(run: RunHead): MassScanResult;
}

/**
 * The mass scan of that name among a search's analyses, without a name the first; null when the search has none. Throws
 * InvalidInput with the nearest name for a scan that it has not.
 */
export function findMassScan(search: AnySearch, wanted?: string): FoundMassScan | null {
  const analyses = search.kind === 'kaon' ? (search.analyses ?? {}) : {};
  const scans = Object.entries(analyses).filter(([, { kind }]) => kind === 'mass scan');
  const names = scans.map(([name]) => name);
  if (wanted !== undefined && names.length > 0 && !names.includes(wanted)) {
    throw unknownName('--scan', 'scan', wanted, names);
  }
  for (const [name, section] of Object.entries(analyses)) {
    if (section.kind !== 'mass scan' || (wanted !== undefined && name !== wanted)) continue;
    const [firstMass] = Object.keys(section.masses);
    return { name, firstMass, resultOf: (run) => (run as RunDocument).analyses[name] as MassScanResult };
  }
  return null;
}
