import { describe, expect, test } from 'vitest';
import dumpMumu from '../../searches/dump-mumu.ts';
import munuee from '../../searches/kaon-munuee.ts';
import pinunu from '../../searches/kaon-pinunu.ts';
import { planOf, run } from './run.ts';

const keysWithObserved = (value: unknown, path = ''): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, child]) => [
        ...(key === 'observed' && child !== null ? [`${path}.${key}`] : []),
        ...keysWithObserved(child, `${path}.${key}`),
      ])
    : [];

describe('a projection of a search with kaons in flight', () => {
  test('scales signal, backgrounds and errors by its rules, observes nothing and is held against nothing', async () => {
    const events = 2000;
    const [{ document: one }, projected] = [await run(munuee, { events }), await run(munuee, { events, exposure: 10 })];
    const { document: ten, rows } = projected;
    expect(ten.kind).toBe('projection');
    expect(ten.kaonDecays.value / one.kaonDecays.value).toBeCloseTo(10, 9);
    expect(one.ses.value / ten.ses.value).toBeCloseTo(10, 9);
    expect(ten.background.value / one.background.value).toBeCloseTo(10, 9);
    for (const [i, { source, relative }] of one.errorBudget.entries()) {
      const factor = source === 'normalisation candidates' ? Math.sqrt(10) : 1;
      expect(relative / ten.errorBudget[i].relative, source).toBeCloseTo(factor, 9);
    }
    expect(ten.limit?.expected[2]).toBeLessThan(one.limit?.expected[2] ?? 0);
    expect(keysWithObserved(ten)).toEqual([]);
    expect(ten).toMatchObject({ observed: null, limitAtPublishedCount: null, frozen: null, blind: true });
    expect(ten.spectra.discriminant.data?.every((count) => count === null)).toBe(true);
    expect(rows).toEqual([]);
    expect(ten.settings).toEqual([{ path: 'exposure', from: 1, to: 10 }]);
    expect(JSON.stringify(projected.figures().map(({ figure }) => figure))).not.toMatch(/pseudo-data|observed/);
    const report = projected.report(projected.figures(), false);
    expect(report.answer?.sentence).toMatch(/^A projection to 10 times the exposure: .* Nothing is observed\.$/);
    expect(report.notices?.map(({ kind }) => kind)).toEqual(['note', 'note', 'note']);
  }, 60_000);

  test('marks every number that it scales, and leaves out a measurement from published counts', () => {
    const { search } = planOf(pinunu, { exposure: 4 });
    const [name, cited] = Object.entries(search.citedBackgrounds ?? {})[0];
    const before = pinunu.citedBackgrounds?.[name as never] as { value: number; error: number; source: string };
    expect(cited.value).toBeCloseTo(4 * before.value, 12);
    expect(cited.error).toBeCloseTo(4 * before.error, 12);
    expect(cited.tag).toBe('set by the user');
    expect(cited.source).toContain(`${before.value} at 1 (${before.source})`);
    expect(search.analyses).toEqual({});
    expect(search.published.rows).toEqual({});
  });

  test.each([0, -1, Number.NaN, 1e7])('refuses an exposure of %d', (exposure) => {
    expect(() => planOf(munuee, { exposure })).toThrow(/--exposure/);
  });
});

test('a projection of a search behind a dump scales its protons and backgrounds, and has no observed contour', async () => {
  const masses = [0.22, 0.3, 0.4];
  const { document, rows } = await run(dumpMumu, { events: 100, exposure: 10, masses });
  expect(document.kind).toBe('projection');
  expect(document.protons.value).toBeCloseTo(1.4e18, -9);
  expect(document.background.value).toBeCloseTo(0.16, 9);
  expect(document.exclusion?.contours.map(({ kind }) => kind)).not.toContain('observed');
  expect(document.exclusion?.assumptions[0]).toMatch(/^A projection to 1\.4e18 protons/);
  expect(keysWithObserved({ ...document, published: null })).toEqual([]);
  expect(rows).toEqual([]);
}, 60_000);
