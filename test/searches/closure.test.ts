import { describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { searchClosure } from '../../src/modes/kaon/closure.ts';
import { run } from '../../src/run/run.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';

const all = Object.entries<AnySearch>(searches).filter(
  (entry): entry is [string, SearchDocument] => entry[1].kind === 'kaon',
);
const SIZES = [2, 20];
/** Together, over all searches and sizes. */
const FALSE_ALARM = 1e-6 / (all.length * SIZES.length);

/** The counting alone: samples of further hypotheses are not needed for it. */
const counting = ({ analyses: _, ...search }: SearchDocument): SearchDocument => ({ ...search, analyses: {} });

describe.each(all)('closure of %s', (_, search) => {
  it('recovers an injected signal of known size, with mean 0 and width 1', async () => {
    const { plan, document } = await run(counting(search), { events: 8192, seed: 5 });
    for (const signal of SIZES) {
      const study = searchClosure(plan, document, { signal, seed: 5, falseAlarm: FALSE_ALARM });
      expect(study.experiments).toBe(2500);
      expect(study, `${signal} events`).toMatchObject({ closes: true, failed: 0 });
    }
    const biased = { ...document, background: { ...document.background, value: document.background.value + 3 } };
    const spectra = { ...document.spectra };
    spectra['discriminant'] = {
      ...spectra['discriminant'],
      signal: spectra['discriminant'].signal.map((events) => events * 1.5),
    };
    expect(searchClosure(plan, { ...biased, spectra }, { signal: 200, seed: 5 }).closes).toBe(false);
  });
});
