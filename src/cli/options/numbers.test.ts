import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCount, readError, readLevel, readNonNegative, readNumber, readPositive, readWhole } from './numbers.ts';

it('reads what JavaScript prints of any finite number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(readNumber(String(x))).toBe(x === 0 ? Number(String(x)) : x);
    }),
  );
});

it.each(['', ' ', 'NaN', 'Infinity', '-Infinity', '1e999', '0x10', '1,5', '1_000', '5 MeV', '1e', '--3', '٣', 'null'])(
  'refuses %j as a number',
  (text) => {
    expect(() => readNumber(text)).toThrow(/^found '.*', needs a plain number/);
  },
);

it('keeps to the range of each kind', () => {
  expect(readWhole('1e6')).toBe(1_000_000);
  expect(readWhole('0')).toBe(0);
  expect(() => readCount('0')).toThrow('found 0, needs a whole number, one or more.');
  expect(() => readWhole('-1')).toThrow('found -1, needs a whole number, zero or more.');
  expect(() => readWhole('1.5')).toThrow('whole number');
  expect(() => readWhole('1e16')).toThrow('whole number');
  expect(() => readPositive('0')).toThrow('above zero');
  expect(() => readNonNegative('-0.1')).toThrow('zero or more');
});

it('says which level was meant by a percentage', () => {
  expect(readLevel('0.9')).toBe(0.9);
  expect(() => readLevel('90')).toThrow('Did you mean 0.9?');
  expect(() => readLevel('95%')).toThrow('Did you mean 0.95?');
  expect(() => readLevel('0')).toThrow('both excluded');
  expect(() => readLevel('1')).toThrow('both excluded');
  expect(() => readLevel('100')).toThrow('both excluded');
});

it('reads an error of one or two numbers', () => {
  expect(readError('0.04')).toBe(0.04);
  expect(readError('0.05,0.03')).toEqual([0.05, 0.03]);
  expect(() => readError('0.1,0.2,0.3')).toThrow('up,down');
  expect(() => readError('0.1,')).toThrow('plain number');
  expect(() => readError('-0.1')).toThrow('zero or more');
});
