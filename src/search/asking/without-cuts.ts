import { unknownName } from '../../schema/index.ts';
import type { Selection } from '../../stages/selection/selection.ts';

/** A selection without some of its cuts. Throws InvalidInput with the nearest name for a cut that it has not. */
export function withoutCuts(selection: Selection, names: readonly string[], where: string): Selection {
  const known = Object.keys(selection.cuts);
  for (const name of names) if (!known.includes(name)) throw unknownName(where, 'cut', name, known);
  const cuts = Object.fromEntries(Object.entries(selection.cuts).filter(([name]) => !names.includes(name)));
  return { ...selection, cuts };
}
