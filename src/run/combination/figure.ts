import type { FigureDescription, LimitSummaryRow } from '../../plots/index.ts';
import type { Combination, CombinationLimit } from './combination.ts';

/** The limits of a combination as bars: each result alone, and all together, with what was expected. */
export function combinationFigure({ parameter, cl, limit, inputs, blind }: Combination): FigureDescription {
  const row = (name: string, { observed, expected }: CombinationLimit): LimitSummaryRow => {
    const [a, b, c, d, e] = expected;
    const known = a != null && b != null && c != null && d != null && e != null;
    return { name, limit: observed, ...(known ? { expected: [a, b, c, d, e] as const } : {}) };
  };
  return {
    kind: 'limit-summary',
    title: 'Combined upper limit',
    description: `Upper limit of each result and of all together on the ${parameter}${blind ? '; boxes are closed, so expected limits alone' : ''}.`,
    label: 'Spillway',
    sublabel: `${blind ? 'expected' : 'observed'} limits, ${Number((100 * cl).toPrecision(3))} % CL`,
    x: { label: parameter, scale: 'log' },
    rows: [...inputs.map(({ name, limit: alone }) => row(name, alone)), row('together', limit)],
    names: { limit: 'observed' },
  };
}
