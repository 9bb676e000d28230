import { InvalidInput } from '../../schema/index.ts';
import type { Contribution } from './contribution.ts';

/** The parameter that all results limit, and the value of it at μ = 1 of each; null where nobody knows. */
export interface CommonMeaning {
  readonly parameter: string;
  readonly units: readonly (number | null)[];
  readonly assumptions: readonly string[];
}

/**
 * What several results limit together. Throws InvalidInput where they limit different numbers, or where the file of one
 * does not say what its parameter of interest is in the units of the others.
 */
export function commonMeaning(
  contributions: readonly Contribution[],
  scale: Readonly<Record<string, number>>,
): CommonMeaning {
  const known = contributions.filter(({ meaning }) => meaning !== null);
  const [first] = known;
  const other = known.find(({ meaning }) => meaning?.parameter !== first.meaning?.parameter);
  if (other !== undefined)
    throw new InvalidInput(
      other.name,
      `limits the ${other.meaning?.parameter}, ${first.name} limits the ${first.meaning?.parameter}: two numbers, of which no one limit can be made.`,
    );
  const scaled = contributions.filter(({ name }) => Object.hasOwn(scale, name));
  const silent = contributions.filter(({ meaning, name }) => meaning === null && !Object.hasOwn(scale, name));
  if (silent.length > 0 && silent.length < contributions.length) {
    const [{ name, poi }] = silent;
    throw new InvalidInput(
      name,
      `limits '${poi}' and does not say what that is; give its value at ${poi} = 1, e.g. --scale ${name}=1e-11, if it is the ${first?.meaning?.parameter ?? 'same number'}.`,
    );
  }
  const pois = [...new Set(contributions.map(({ poi }) => poi))];
  if (silent.length > 0 && pois.length > 1)
    throw new InvalidInput(
      silent[1].name,
      `limits '${silent[1].poi}', ${silent[0].name} limits '${silent[0].poi}'; where they are the same number say so with --rename ${silent[1].name}:${silent[1].poi}=${silent[0].poi}.`,
    );
  const assumptions =
    silent.length > 0
      ? [`'${pois[0]}' means the same number, in the same unit, in every file`]
      : scaled
          .filter(({ meaning }) => meaning === null)
          .map(({ name, poi }) => `'${poi}' of ${name} is what the others limit, in units of ${scale[name]}`);
  return {
    parameter: first?.meaning?.parameter ?? `parameter '${pois[0]}'`,
    units: contributions.map(({ name, meaning }) =>
      Object.hasOwn(scale, name) ? scale[name] : (meaning?.unit ?? null),
    ),
    assumptions,
  };
}
