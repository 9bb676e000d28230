import { expect, it } from 'vitest';
import { jsonText, requireFinite } from './json.ts';
import { countText, durationText, numberText } from './number.ts';
import { tableText } from './table.ts';
import { measuredText, valueText } from './value.ts';

it('writes numbers as people write them', () => {
  expect([0, 3.665987, 8.059e-11, 1.97e12, 10975, 0.26, -0.0035, 123456.7, 1e6].map((x) => numberText(x))).toEqual([
    '0',
    '3.666',
    '8.059e-11',
    '1.97e12',
    '10975',
    '0.26',
    '-0.0035',
    '123457',
    '1e6',
  ]);
  expect(numberText(2.1499, 3)).toBe('2.15');
});

it('writes counts and durations', () => {
  expect([0, 812, 12_345, 4_561_000, 1.02e9].map(countText)).toEqual(['0', '812', '12.3 k', '4.56 M', '1.02 G']);
  expect([0.4, 59, 125, 11_520].map(durationText)).toEqual(['0 s', '59 s', '2 min 05 s', '3 h 12 min']);
});

it('aligns columns by characters, not by bytes', () => {
  expect(
    tableText(
      [
        ['K⁺ → μ⁻νe⁺e⁺', '1'],
        ['x', '22', 'y'],
      ],
      [1],
    ),
  ).toBe('K⁺ → μ⁻νe⁺e⁺   1\nx             22  y');
});

it('writes values on one line', () => {
  expect(valueText([{ z: 1.5 }, 'a'])).toBe('[z 1.5, a]');
  expect(measuredText(0.26, 0.04)).toBe('0.26 ± 0.04');
  expect(measuredText(0.26, undefined)).toBe('0.26');
});

it('writes no JSON with a number that is none, and says where it stands', () => {
  expect(jsonText({ a: [1, null] })).toBe('{\n  "a": [\n    1,\n    null\n  ]\n}\n');
  expect(() => requireFinite({ a: { b: [1, Number.NaN] } })).toThrow('no finite number comes out at a.b.1');
  expect(() => requireFinite({ a: Number.POSITIVE_INFINITY })).toThrow('no finite number comes out at a');
});
