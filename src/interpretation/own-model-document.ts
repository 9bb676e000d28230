import type { Coupling } from '../physics/hidden/hidden-model.ts';
import { particles } from '../physics/index.ts';
import { checkDocument, InvalidInput, nearestName } from '../schema/index.ts';
import {
  checked,
  chosen,
  closed,
  filledList,
  filledText,
  identifier,
  keyOf,
  NOT_NEGATIVE,
  type NumberRange,
  number,
  optional,
  POSITIVE,
  PROBABILITY,
  recordOf,
  type Schema,
} from '../schema/shapes.ts';
import { positiveEnergy, quantity } from '../units/quantity-schema.ts';

/**
 * A user's own hidden particle as one JSON document: how it lives and decays in tables over mass, and how it is made by
 * naming a registered model whose mechanisms it shares. Masses in GeV, lifetimes cτ in m for coupling 1.
 */
export interface OwnModelDocument {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly references: readonly [string, ...string[]];
  readonly coupling: Coupling;
  /** Made like this model, with its own coupling in the place of that model's, times a factor: one, or one for each mechanism. */
  readonly production: {
    readonly like: string;
    readonly set?: string;
    readonly factor?: number | Readonly<Record<string, number>>;
    /** Where another coupling than the one scanned makes it: that coupling's value; the yield is then the same at all couplings. */
    readonly coupling?: number;
  };
  /** Ascending; between them everything is interpolated in ln(mass), outside there is no answer. */
  readonly masses: readonly number[];
  /** cτ at each mass for coupling 1; it falls with the square of the coupling. */
  readonly ctau: readonly number[];
  /** Branching fractions at each mass by final state, such as 'mu+ mu-'; what is left to 1 is not seen. */
  readonly branching: Readonly<Record<string, readonly number[]>>;
}

const LIFETIME: NumberRange = {
  from: 0,
  to: 1e60,
  open: 'from',
  allowed: 'a lifetime cτ above 0, m: without a width there is no decay to see',
};
const ascending = (list: readonly number[]): boolean => list.every((mass, i) => i === 0 || mass > list[i - 1]);

const coupling = closed<Coupling>({
  symbol: filledText('a symbol'),
  unit: filledText("a unit, '1' for none"),
  definition: filledText('what the coupling multiplies'),
  range: checked(
    closed<Coupling['range']>({ min: number(POSITIVE), max: number(POSITIVE) }),
    ({ min, max }) => min < max,
    'needs 0 < min < max',
  ),
});

const oneFactor = number(POSITIVE);
const factors = recordOf(number(NOT_NEGATIVE));

/** The schema of a user's own hidden particle. */
export const ownModelSchema: Schema<OwnModelDocument> = closed<OwnModelDocument>({
  id: identifier,
  title: filledText(),
  symbol: filledText('a symbol'),
  references: filledList(filledText('a source')),
  coupling,
  production: closed<OwnModelDocument['production']>({
    like: filledText('the id of a model that is made in the same way'),
    set: optional(filledText('the name of a production set')),
    factor: optional(
      chosen<number | Record<string, number>>([oneFactor, factors], (value) =>
        value !== null && typeof value === 'object' ? factors : oneFactor,
      ),
    ),
    coupling: optional(number(POSITIVE)),
  }),
  masses: checked(
    filledList(positiveEnergy as Schema<number>) as Schema<number[]>,
    (list) => list.length >= 2 && ascending(list),
    'needs two or more masses in ascending order',
  ),
  ctau: filledList(quantity<number>('length', LIFETIME)),
  branching: checked(
    recordOf(filledList(number({ ...PROBABILITY, allowed: 'a fraction from 0 to 1' }))),
    (record) => Object.keys(record).length > 0,
    "needs final states such as 'mu+ mu-' with a fraction for each mass",
  ),
});

/**
 * The document of a user's own hidden particle, whole and in native units. Throws InvalidInput, with its id and all that
 * does not hold: keys, types, units, ranges, tables that are too short, unknown final states, fractions above one together.
 */
export function checkOwnModel(given: unknown): OwnModelDocument {
  const id = keyOf(given, 'id');
  const where = typeof id === 'string' && id !== '' && id.length <= 80 ? id : 'model';
  const document = checkDocument(ownModelSchema, given, where);
  const { masses, ctau, branching } = document;
  const tables: readonly (readonly [string, readonly number[]])[] = [
    ['ctau', ctau],
    ...Object.entries(branching).map(([state, values]) => [`branching.${state}`, values] as const),
  ];
  for (const state of Object.keys(branching)) requireState(state, `${where}.branching.${state}`);
  for (const [name, values] of tables) {
    if (values.length !== masses.length)
      throw new InvalidInput(
        `${where}.${name}`,
        `has ${values.length} entries, needs one number for each of the masses`,
      );
  }
  masses.forEach((mass, i) => {
    const sum = Object.values(branching).reduce((all, values) => all + values[i], 0);
    if (sum > 1 + 1e-9)
      throw new InvalidInput(`${where}.branching`, `sums to ${sum} at ${mass} GeV, allowed is at most 1`);
  });
  return document;
}

/** Pairs in the order in which searches name them. */
const PAIRS = ['e+ e-', 'mu+ mu-', 'tau+ tau-', 'pi+ pi-', 'pi0 pi0', 'K+ K-', 'gamma gamma', 'nu nubar'] as const;

/** The sum of the masses of a final state, GeV; undefined for states that are no list of particles. */
export function thresholdOf(state: string): number | undefined {
  const words = state.split(' ');
  return words.every((word) => particles.has(word))
    ? words.reduce((sum, word) => sum + (particles.get(word)?.mass ?? 0), 0)
    : undefined;
}

/** Words for what no particles are listed of. */
const UNLISTED: readonly string[] = ['hadrons', 'invisible', 'other'];
/** Partons of final states above the resonances, and the lepton of either flavour. */
const PARTONS: readonly string[] = ['g', 's', 'sbar', 'c', 'cbar', 'b', 'bbar', 'l'];

function requireState(state: string, where: string): void {
  const words = state.split(' ');
  const sorted = [...words].sort().join(' ');
  const usual = PAIRS.find((pair) => pair.split(' ').sort().join(' ') === sorted);
  if (usual !== undefined && usual !== state)
    throw new InvalidInput(where, `is written '${usual}' by searches; did you mean '${usual}'?`);
  const known = (word: string) => particles.has(word) || UNLISTED.includes(word) || PARTONS.includes(word);
  if (UNLISTED.includes(state) || (words.length >= 2 && words.every(known))) return;
  const near = nearestName(state, [...PAIRS, ...UNLISTED]);
  throw new InvalidInput(
    where,
    `unknown final state;${near === undefined ? '' : ` did you mean '${near}'?`} allowed are particles with blanks between them, such as ${PAIRS.slice(0, 3).join(', ')}, or ${UNLISTED.join(', ')}`,
  );
}
