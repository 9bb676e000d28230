import { exp, log } from '../math/elementary.ts';
import { totalWidths } from '../physics/hidden/decay-table.ts';
import type { Coupling, HiddenModel } from '../physics/hidden/hidden-model.ts';
import { contains, outsideValidity } from '../physics/production/validity.ts';
import { InvalidInput, unknownName } from '../schema/index.ts';
import { HBAR_C } from '../units/index.ts';
import { hiddenModel } from './named-model.ts';

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
  /** Made like this model, with its own coupling in the place of that model's, times a factor. */
  readonly production: { readonly like: string; readonly set?: string; readonly factor?: number };
  /** Ascending; between them everything is interpolated in ln(mass), outside there is no answer. */
  readonly masses: readonly number[];
  /** cτ at each mass for coupling 1; it falls with the square of the coupling. */
  readonly ctau: readonly number[];
  /** Branching fractions at each mass by final state, such as 'mu+ mu-'; what is left to 1 is not seen. */
  readonly branching: Readonly<Record<string, readonly number[]>>;
}

const UNSEEN = 'other';

/** The model of a document. InvalidInput says what of it does not hold: tables, a zero or endless width, fractions above one. */
export function ownModel(document: OwnModelDocument): HiddenModel {
  const where = checkShape(document);
  const { id, title, symbol, references, coupling, production, masses, ctau, branching } = document;
  const like = hiddenModel(production.like);
  const set = production.set ?? like.defaultProduction;
  if (!Object.hasOwn(like.productions, set))
    throw unknownName(`${where}.production.set`, 'production set', set, Object.keys(like.productions));
  const factor = production.factor ?? 1;
  if (!(factor > 0 && factor < Number.POSITIVE_INFINITY))
    throw new InvalidInput(`${where}.production.factor`, `found ${factor}, allowed is a number above 0`);
  const logMasses = masses.map((mass) => log(mass));
  const logLives = ctau.map((life) => log(life));
  const range = { min: masses[0], max: masses[masses.length - 1] };
  return {
    id,
    title,
    symbol,
    references,
    coupling,
    masses: range,
    widths: (mass) => {
      if (!contains(range, mass))
        return outsideValidity(id, 'mass', mass, range, 'its tables say nothing of that mass');
      const at = log(mass);
      const total = HBAR_C / exp(between(logMasses, logLives, at));
      const partial: Record<string, number> = {};
      let seen = 0;
      for (const [state, values] of Object.entries(branching)) {
        const fraction = between(logMasses, values, at);
        partial[state] = fraction * total;
        seen += fraction;
      }
      partial[UNSEEN] = Math.max(0, 1 - seen) * total;
      return totalWidths(partial);
    },
    mechanisms: like.mechanisms,
    productions: Object.fromEntries(
      Object.entries(like.productions).map(([name, { title: named, part, weights }]) => [
        name,
        {
          ...(part === undefined ? {} : { part }),
          title: `${named}${factor === 1 ? '' : `, times ${factor}`}`,
          weights: (mass, target) =>
            Object.fromEntries(Object.entries(weights(mass, target)).map(([key, weight]) => [key, factor * weight])),
        },
      ]),
    ),
    defaultProduction: set,
    assumptions: [
      `Made like ${like.title} (${set}), with ${symbol}'s coupling in place of ${like.coupling.symbol}.`,
      'Lifetime and branching fractions are those of the user.',
    ],
  };
}

function checkShape(document: OwnModelDocument): string {
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    throw new InvalidInput(
      'model',
      'needs an object with id, title, symbol, coupling, production, masses, ctau, branching',
    );
  const { id, title, symbol, references, coupling, production, masses, ctau, branching } = document;
  const where = typeof id === 'string' && id !== '' ? id : 'model';
  for (const [name, text] of Object.entries({ id, title, symbol }))
    if (typeof text !== 'string' || text === '') throw new InvalidInput(`${where}.${name}`, 'needs some text');
  if (!Array.isArray(references) || references.length === 0)
    throw new InvalidInput(`${where}.references`, 'needs a list of at least one source');
  if (typeof production?.like !== 'string')
    throw new InvalidInput(`${where}.production.like`, 'needs the id of a model that is made in the same way');
  const { min, max } = coupling?.range ?? {};
  if (!(min > 0 && max > min && max < Number.POSITIVE_INFINITY))
    throw new InvalidInput(`${where}.coupling.range`, 'needs 0 < min < max');
  for (const name of ['symbol', 'unit', 'definition'] as const)
    if (typeof coupling[name] !== 'string') throw new InvalidInput(`${where}.coupling.${name}`, 'needs some text');
  const numbers = (name: string, values: readonly number[], ok: (value: number) => boolean, allowed: string) => {
    if (!Array.isArray(values) || values.length !== (masses as readonly number[] | undefined)?.length)
      throw new InvalidInput(`${where}.${name}`, 'needs one number for each of the masses');
    const odd = values.findIndex((value) => !(typeof value === 'number' && ok(value)));
    if (odd >= 0) throw new InvalidInput(`${where}.${name}.${odd}`, `found ${values[odd]}, allowed is ${allowed}`);
  };
  const positive = (value: number) => value > 0 && value < Number.POSITIVE_INFINITY;
  numbers('masses', masses, positive, 'a mass above 0, GeV');
  if (masses.length < 2 || masses.some((mass, i) => i > 0 && !(mass > masses[i - 1])))
    throw new InvalidInput(`${where}.masses`, 'needs two or more masses in ascending order');
  numbers('ctau', ctau, positive, 'a lifetime cτ above 0, m: without a width there is no decay to see');
  if (branching === null || typeof branching !== 'object' || Object.keys(branching).length === 0)
    throw new InvalidInput(`${where}.branching`, "needs final states such as 'mu+ mu-' with a fraction for each mass");
  for (const [state, values] of Object.entries(branching))
    numbers(`branching.${state}`, values, (value) => value >= 0 && value <= 1, 'a fraction from 0 to 1');
  masses.forEach((mass, i) => {
    const sum = Object.values(branching).reduce((all, values) => all + values[i], 0);
    if (sum > 1 + 1e-9)
      throw new InvalidInput(`${where}.branching`, `sums to ${sum} at ${mass} GeV, allowed is at most 1`);
  });
  return where;
}

/** Linear interpolation of y over ascending x; x0 within them. */
function between(x: readonly number[], y: readonly number[], x0: number): number {
  let i = 1;
  while (i < x.length - 1 && x[i] < x0) i++;
  const t = Math.min(1, Math.max(0, (x0 - x[i - 1]) / (x[i] - x[i - 1])));
  return y[i - 1] + t * (y[i] - y[i - 1]);
}
