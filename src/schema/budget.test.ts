import { expect, it } from 'vitest';
import { type BudgetName, mostOf, requireBudget } from './budget.ts';
import { InvalidInput } from './invalid-input.ts';

it('takes what is within the budget, and more only when forced', () => {
  for (const name of ['events', 'masses', 'toys', 'input bytes'] as const satisfies readonly BudgetName[]) {
    const most = mostOf(name);
    expect(() => requireBudget(name, most, 'x')).not.toThrow();
    expect(() => requireBudget(name, most + 1, 'x')).toThrow(InvalidInput);
    expect(() => requireBudget(name, most + 1, 'x', true)).not.toThrow();
    expect(() => requireBudget(name, Number.NaN, 'x', true)).toThrow(InvalidInput);
  }
});

it('says how much was asked, how much is taken and what to lower', () => {
  expect(() => requireBudget('masses', 1e8, '--mass', false)).toThrow(
    '--mass: asks for 100000000 masses, at most 10000 are taken; lower the points of --mass, or add --force.',
  );
});
