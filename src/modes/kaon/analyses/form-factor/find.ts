import type { SearchDocument } from '../../../../search/kaon-search.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { RunDocument } from '../../run-document.ts';
import type { FormFactorResult } from './result.ts';

/** Where a search has its form-factor fit. */
export interface FoundFormFactorFit {
  readonly section: FormFactorFit;
  resultOf(run: RunDocument): FormFactorResult;
}

/** The first form-factor fit among a search's analyses; null when it has none. */
export function findFormFactorFit(search: SearchDocument): FoundFormFactorFit | null {
  for (const [name, section] of Object.entries(search.analyses ?? {})) {
    if (section.kind === 'form-factor fit') {
      return { section, resultOf: (run) => run.analyses[name] as FormFactorResult };
    }
  }
  return null;
}
