import { describe, expect, it } from 'vitest';
import type { PublishedValue } from '../../search/published-value.ts';
import { agreementOf } from '../../search/results/agreement.ts';
import { row } from '../../search/results/row.ts';
import { missesText, textOfReproduction } from './reproduction-text.ts';

const published = (value: number, why = 'a reason'): PublishedValue => ({
  ...{ value, tag: 'published', source: 'a paper', agreeWithin: 1.3, why },
});
const of = (search: string, limit: number) => [
  row(search, 'acceptance', null, published(0.1), { value: 0.1, error: 0.001 }),
  row(search, 'limit', 'with the published count', published(1e-10), { value: limit, error: 1e-12 }),
  row(search, 'background', null, published(0.2, 'another reason'), { value: 0.2, error: 1 }),
];
const shown = (searches: readonly string[]) => {
  const rows = searches.flatMap((search, i) => of(search, i === 0 ? 1e-10 : 3e-10));
  return {
    rows,
    summary: agreementOf(rows),
    failed: [{ search: 'x', reason: 'no signal' }],
    report: 'runs/report.html',
  };
};

describe('a reproduction of the whole talk', () => {
  const names = Array.from({ length: 19 }, (_, i) => `kaon-piplus-muminus-e${i}`);
  const text = textOfReproduction(shown(names), false);

  it('is one screen: at most 60 lines of at most 100 columns', () => {
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(100);
  });

  it('has the conclusion of each search, the distinct numbers, and what to do next', () => {
    for (const name of names) expect(text).toContain(name);
    expect(text).toMatch(/Of 38 distinct numbers 1 agree .*, 18 disagree .*, 19 cannot tell/);
    expect(text).toContain('x has no answer at this size: no signal');
    expect(text).toContain('runs/report.html');
    expect(text).toContain('--misses');
  });
});

it('gives misses once for each reason, and every row of a search alone', () => {
  const some = shown(['a', 'b', 'c']);
  expect(missesText(some).match(/^a reason$/gm)).toHaveLength(1);
  expect(missesText(some)).toContain('b limit (with the published count): ratio 3.00');
  expect(textOfReproduction({ ...shown(['a']), failed: [] }, false)).toContain('QUANTITY');
});
