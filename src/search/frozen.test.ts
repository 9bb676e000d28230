import { describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import type { AnySearch } from './any-search.ts';
import { changedBySettings } from './asking/settings.ts';
import { frozenDigest, frozenStateOf, isFrozen } from './frozen.ts';

const all = Object.values(searches) as unknown as readonly AnySearch[];
const munuee = searches['kaon-munuee'] as unknown as AnySearch;
const changed = (...settings: readonly string[]) =>
  changedBySettings(munuee, settings).document as unknown as AnySearch;

describe('the frozen state of searches', () => {
  it('is that of every search there is; scripts/freeze-searches.mjs freezes one anew, on purpose', () => {
    expect(all.filter((search) => !isFrozen(search)).map(({ id }) => id)).toEqual([]);
    expect(new Set(all.map(frozenDigest)).size).toBe(all.length);
  });

  it('survives JSON, and words', () => {
    expect(isFrozen(JSON.parse(JSON.stringify(munuee)) as AnySearch)).toBe(true);
    expect(isFrozen({ ...munuee, title: 'x', summary: 'y' } as AnySearch)).toBe(true);
    expect(frozenStateOf(munuee)).toEqual(munuee.frozen);
  });

  it.each([
    ['a copy', { ...munuee, id: 'kaon-mine' } as AnySearch],
    ['a moved cut', changed('selection.cuts.missing momentum.below=70GeV')],
    ['another input', changed('normalisation.observed.value=109750')],
    ['another method', changed('limit.method=bayes')],
    ['a search without a record', { ...munuee, frozen: undefined } as unknown as AnySearch],
  ])('is left by %s', (_, search) => {
    expect(isFrozen(search)).toBe(false);
    expect(frozenStateOf(search)).toBeNull();
  });

  it('is left by settings of the experiment as well', () => {
    expect(frozenStateOf(munuee, ['experiment.beam.momentum=74GeV'])).toBeNull();
  });
});
