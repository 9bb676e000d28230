import { describe, expect, it } from 'vitest';
import { agreementOf, agreementText } from './agreement.ts';
import { alternativeRow, inputRow, isAlternative, row } from './row.ts';

const published = { value: 2, error: 0.2, tag: 'published', source: 'test', agreeWithin: 1.5, why: 'test' } as const;
const one = (value: number, error: number | null = 0, more = {}) =>
  row('search', 'background', 'total', { ...published, ...more }, { value, error });

describe('row', () => {
  it('puts both errors into the error of the ratio', () => {
    const made = one(2.2, 0.22);
    expect(made.ratio).toBeCloseTo(1.1, 12);
    expect(made.ratioError).toBeCloseTo(Math.hypot(0.1, 0.1), 12);
    expect([made.verdict, made.agrees]).toEqual(['agree', true]);
  });

  it('cannot tell with an error larger than the tolerance, or without the published selection', () => {
    expect(one(2, 2)).toMatchObject({ verdict: 'cannot tell', agrees: false });
    expect(one(2, 0.1, { selection: 'unknown' })).toMatchObject({ verdict: 'cannot tell', agrees: false });
    expect(one(9, 0.1, { selection: 'unknown' })).toMatchObject({ verdict: 'disagree', agrees: false });
  });

  it('takes the error of the logarithm where there is one', () => {
    // 1e-6, known to a factor of ten, beside 2: out of reach, although its linear error is five times itself.
    const wide = row('search', 'background', 'a band', published, { value: 1e-6, error: 5e-6, relativeError: 2.3 });
    expect(wide).toMatchObject({ verdict: 'disagree' });
    expect(row('search', 'background', 'a band', published, { value: 1e-6, error: 5e-6 }).ratioError).toBeCloseTo(5, 1);
  });

  it('an upper limit is no number, and can only disagree', () => {
    const limit = (upperLimit: number) => row('search', 'background', 'one source', published, { upperLimit });
    expect(limit(0.1)).toMatchObject({ computed: null, ratio: null, verdict: 'disagree' });
    expect(limit(5)).toMatchObject({ computed: null, ratio: null, verdict: 'cannot tell' });
  });

  it('judges neither inputs, nor closures, nor other models', () => {
    for (const role of ['input', 'closure'] as const)
      expect(one(2, 0, { role })).toMatchObject({ verdict: null, agrees: null, role });
    const other = alternativeRow(one(2));
    expect([other.verdict, isAlternative(other), isAlternative(one(2))]).toEqual([null, true, false]);
    expect(inputRow('search', 'count', 'seen', published)).toMatchObject({ verdict: null, computed: null });
    expect(row('search', 'ses', null, published, null)).toMatchObject({ verdict: null, computed: null });
  });
});

describe('agreementOf', () => {
  const seen = (quantity: 'acceptance' | 'ses' | 'limit', value: number) =>
    row('search', quantity, null, published, { value, error: 0 });
  it('counts acceptance, sensitivity and limit of one search once, by the worst', () => {
    const agreement = agreementOf([seen('acceptance', 2), seen('ses', 2), seen('limit', 9), one(2)]);
    expect(agreement).toEqual({
      judged: 4,
      agree: 3,
      disagree: 1,
      cannotTell: 0,
      independent: { judged: 2, agree: 1, disagree: 1, cannotTell: 0 },
    });
    expect(agreementText(agreement)).toContain('3 of 4 judged rows agree');
  });

  it('counts errors given by a count once per search, and inputs never', () => {
    const given = ['first', 'second', 'third'].map((detail) =>
      row('search', 'parameterError', detail, published, { value: 2, error: null }, 'given by the count'),
    );
    const { judged, independent } = agreementOf([...given, inputRow('search', 'count', 'seen', published)]);
    expect([judged, independent.judged]).toEqual([3, 1]);
  });
});
