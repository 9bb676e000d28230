import { type BudgetName, mostOf, requireBudget } from '../../schema/index.ts';
import type { Option, Options } from './option.ts';

/** An option whose number, or points of a range, is held against a budget; `--force` lets more pass. */
export function within<T>(name: BudgetName, option: Option<T>): Option<T> {
  return { ...option, brief: `${option.brief}; at most ${mostOf(name)}`, budget: name };
}

/** How much an option asks for: its number, or the points of its range. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const points = value !== null && typeof value === 'object' && 'points' in value ? value.points : undefined;
  return typeof points === 'number' ? points : undefined;
}

/**
 * Throws InvalidInput, before a command does anything, for an option that asks for more than its budget, and for ranges
 * in mass and coupling that together make too many points.
 */
export function requireBudgets(options: Options, values: Readonly<Record<string, unknown>>, force: boolean): void {
  for (const [name, { budget }] of Object.entries(options)) {
    const size = budget === undefined ? undefined : sizeOf(values[name]);
    if (budget !== undefined && size !== undefined) requireBudget(budget, size, name, force);
  }
  const [masses, couplings] = ['mass', 'coupling'].map((name) => sizeOf(values[name]));
  if (options['mass']?.budget !== 'masses' || masses === undefined || couplings === undefined) return;
  requireBudget('grid points', masses * couplings, 'mass', force);
}
