import { InvalidInput } from '../../schema/index.ts';
import { type Fact, listFacts } from '../../units/index.ts';

type Rule = readonly [allowed: (value: number) => boolean, sentence: string];

/** What values of some names must be, wherever they stand. */
const NOT_NEGATIVE: Rule = [(value) => value >= 0 && value < Number.POSITIVE_INFINITY, 'it is zero or more'];
const POSITIVE: Rule = [(value) => value > 0 && value < Number.POSITIVE_INFINITY, 'it is above zero'];
const PROBABILITY: Rule = [(value) => value >= 0 && value <= 1, 'it is a probability, from 0 to 1'];

const RULES: Readonly<Record<string, Rule>> = {
  branchingRatio: [(value) => value > 0 && value <= 1, 'a branching ratio lies above 0 and not above 1'],
  downscaling: [(value) => value >= 1, 'a downscaling keeps one event in as many, so it is 1 or more'],
  momentum: POSITIVE,
  protons: POSITIVE,
  timeWindow: POSITIVE,
  momentumScale: POSITIVE,
  radiusScale: POSITIVE,
  outerRadius: POSITIVE,
  apothem: POSITIVE,
  kick: POSITIVE,
  rate: NOT_NEGATIVE,
  positiveRate: NOT_NEGATIVE,
  negativeRate: NOT_NEGATIVE,
  momentumSpread: NOT_NEGATIVE,
  divergence: NOT_NEGATIVE,
  angleSpread: NOT_NEGATIVE,
  innerRadius: NOT_NEGATIVE,
  momentumResolution: NOT_NEGATIVE,
  angleResolution: NOT_NEGATIVE,
  positionResolution: NOT_NEGATIVE,
  scattering: NOT_NEGATIVE,
  trackEfficiency: PROBABILITY,
  efficiency: PROBABILITY,
  largeAngleInefficiency: PROBABILITY,
  smallAngleInefficiency: PROBABILITY,
  clusterInefficiency: PROBABILITY,
  pionIonisingFraction: PROBABILITY,
};

/**
 * Throws InvalidInput, with `where` and the path, for a number with an error that is negative or not finite, for a
 * number that its name forbids (a branching ratio above 1, a negative rate, a probability outside of 0…1) and for a map
 * of probabilities that holds something else; goes through the whole document.
 */
export function checkFacts(document: unknown, where: string): void {
  for (const { path, fact } of listFacts(document)) {
    const { value, error } = fact as Fact<unknown> & { readonly error?: unknown };
    if (error !== undefined && !(typeof error === 'number' && error >= 0 && error < Number.POSITIVE_INFINITY)) {
      throw new InvalidInput(`${where}.${path}.error`, `found ${String(error)}, an error is zero or more and finite`);
    }
    checkMap(value, `${where}.${path}.value`);
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (typeof value !== 'number' || !Object.hasOwn(RULES, name)) continue;
    const [allowed, sentence] = RULES[name];
    if (!allowed(value)) throw new InvalidInput(`${where}.${path}.value`, `found ${value}, ${sentence}`);
  }
}

/** Maps of identification probabilities: every entry of `central`, `low` and `high` lies between 0 and 1. */
function checkMap(value: unknown, where: string): void {
  if (value === null || typeof value !== 'object' || !('central' in value)) return;
  for (const [name, column] of Object.entries(value)) {
    if (name === 'momentum' || !Array.isArray(column)) continue;
    const bad: unknown = column.find((entry) => !(typeof entry === 'number' && entry >= 0 && entry <= 1));
    if (bad !== undefined)
      throw new InvalidInput(`${where}.${name}`, `found ${String(bad)}, a probability lies from 0 to 1`);
  }
}
