import { expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { requireBudgets, within } from './budget.ts';
import { readCount } from './numbers.ts';
import { option } from './option.ts';
import { rangeOf } from './quantities.ts';

const options = {
  events: within('events', option(readCount, 'Decays')),
  mass: within('masses', option(rangeOf('energy'), 'Masses')),
  coupling: within('couplings', option(rangeOf('number'), 'Couplings')),
  toys: within('toys', option(readCount, 'Toys')),
};
const range = (points: number) => ({ from: 1, to: 2, points });

it.each([
  [{ events: 1e12 }, 'events: asks for 1000000000000 decays per sample'],
  [{ mass: range(1e8) }, 'mass: asks for 100000000 masses, at most 10000 are taken; lower the points of --mass'],
  [{ mass: range(9000), coupling: range(90_000) }, 'mass: asks for 810000000 points in mass and coupling'],
  [{ toys: 1e9 }, 'toys: asks for'],
])('refuses %j, unless forced', (values, sentence) => {
  expect(() => requireBudgets(options, values, false)).toThrow(InvalidInput);
  expect(() => requireBudgets(options, values, false)).toThrow(sentence);
  expect(() => requireBudgets(options, values, true)).not.toThrow();
});

it('takes what is within, and what is left out', () => {
  expect(() => requireBudgets(options, {}, false)).not.toThrow();
  expect(() => requireBudgets(options, { events: 1e6, mass: range(60), coupling: range(301) }, false)).not.toThrow();
  expect(options.events.brief).toBe('Decays; at most 10000000000');
});
