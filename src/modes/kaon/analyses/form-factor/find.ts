import type { AnySearch } from '../../../../search/any-search.ts';
import type { RunHead } from '../../../../search/results/run-head.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { RunDocument } from '../../run-document.ts';
import type { FormFactorResult } from './result.ts';

/** Where a search has its form-factor fit. */
export interface FoundFormFactorFit {
  readonly section: FormFactorFit;
  resultOf(run: RunHead): FormFactorResult;
}

/** The first form-factor fit among a search's analyses; null when it has none. */
export function findFormFactorFit(search: AnySearch): FoundFormFactorFit | null {
  const analyses = search.kind === 'kaon' ? (search.analyses ?? {}) : {};
  for (const [name, section] of Object.entries(analyses)) {
    if (section.kind === 'form-factor fit') {
      return { section, resultOf: (run) => (run as RunDocument).analyses[name] as FormFactorResult };
    }
  }
  return null;
}
