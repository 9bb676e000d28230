import { expect, it } from 'vitest';
import { quantityOf, rangeOf } from './quantities.ts';

it('reads quantities into GeV and metres', () => {
  expect(quantityOf('energy')('20MeV')).toBeCloseTo(0.02, 15);
  expect(quantityOf('length')('1ns')).toBeCloseTo(0.299792458, 12);
  expect(quantityOf('length')('30cm')).toBeCloseTo(0.3, 15);
  expect(quantityOf('number')('1e-3')).toBe(1e-3);
});

it('refuses a bare number where a unit is needed, with the example to type', () => {
  expect(() => quantityOf('energy')('10')).toThrow("found '10', a number without a unit; type e.g. 10MeV.");
  expect(() => quantityOf('length')('1')).toThrow('type e.g. 1ns');
});

it('refuses a unit of another dimension, an unknown unit, and any unit on a plain number', () => {
  expect(() => quantityOf('energy')('1ns')).toThrow("found '1ns', a length; needs an energy. Units: eV, keV");
  expect(() => quantityOf('energy')('10Mev')).toThrow("found '10Mev', needs a number with a unit");
  expect(() => quantityOf('energy')('NaNMeV')).toThrow('needs a number with a unit');
  expect(() => quantityOf('number')('3GeV')).toThrow('plain number');
});

it('reads ranges', () => {
  const range = rangeOf('energy')('10MeV:170MeV:33');
  expect(range.from).toBeCloseTo(0.01, 15);
  expect(range.to).toBeCloseTo(0.17, 15);
  expect(range.points).toBe(33);
});

it.each([
  ['10MeV:170MeV', 'from:to:points, e.g. 10MeV:170MeV:33'],
  ['10:170MeV:33', "found '10', a number without a unit; type e.g. 10MeV"],
  ['170MeV:10MeV:33', 'ends before it starts'],
  ['0MeV:10MeV:33', 'begins above zero'],
  ['-1MeV:10MeV:33', 'begins above zero'],
  ['10MeV:170MeV:1', 'at least two points'],
  ['10MeV:170MeV:1.5', 'whole number'],
  ['10MeV:170MeV:33:1', 'from:to:points'],
])('refuses the range %s', (text, sentence) => {
  expect(() => rangeOf('energy')(text)).toThrow(sentence);
});
