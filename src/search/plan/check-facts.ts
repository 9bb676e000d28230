import { InvalidInput } from '../../schema/index.ts';
import { type Fact, listFacts } from '../../units/index.ts';

type Rule = readonly [allowed: (value: number) => boolean, sentence: string];

/** What values of some names must be, wherever they stand. */
const RULES: Readonly<Record<string, Rule>> = {
  branchingRatio: [(value) => value > 0 && value <= 1, 'a branching ratio lies above 0 and not above 1'],
  downscaling: [(value) => value >= 1, 'a downscaling keeps one event in as many, so it is 1 or more'],
};

/**
 * Throws InvalidInput, with `where` and the path, for a number with an error that is negative or not finite, for a
 * branching ratio outside of (0, 1] and for a downscaling below 1; goes through the whole document.
 */
export function checkFacts(document: unknown, where: string): void {
  for (const { path, fact } of listFacts(document)) {
    const { value, error } = fact as Fact<unknown> & { readonly error?: unknown };
    if (error !== undefined && !(typeof error === 'number' && error >= 0 && error < Number.POSITIVE_INFINITY)) {
      throw new InvalidInput(`${where}.${path}.error`, `found ${String(error)}, an error is zero or more and finite`);
    }
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (typeof value !== 'number' || !Object.hasOwn(RULES, name)) continue;
    const [allowed, sentence] = RULES[name];
    if (!allowed(value)) throw new InvalidInput(`${where}.${path}.value`, `found ${value}, ${sentence}`);
  }
}
