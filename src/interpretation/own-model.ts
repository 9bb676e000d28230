import { exp, log } from '../math/elementary.ts';
import { totalWidths } from '../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { contains, outsideValidity } from '../physics/production/validity.ts';
import { unknownName } from '../schema/index.ts';
import { HBAR_C } from '../units/index.ts';
import { hiddenModel } from './named-model.ts';
import { checkOwnModel, type OwnModelDocument, thresholdOf } from './own-model-document.ts';

export type { OwnModelDocument };

const UNSEEN = 'other';

/**
 * The model of a document. A final state is closed below the sum of its masses, whatever the table says. InvalidInput
 * says what of the document does not hold: see `checkOwnModel`; unknown models, production sets and mechanisms.
 */
export function ownModel(given: OwnModelDocument): HiddenModel {
  const { id, title, symbol, references, coupling, production, masses, ctau, branching } = checkOwnModel(given);
  const where = id;
  const like = hiddenModel(production.like);
  const set = production.set ?? like.defaultProduction;
  if (!Object.hasOwn(like.productions, set))
    throw unknownName(`${where}.production.set`, 'production set', set, Object.keys(like.productions));
  const fixed = production.coupling;
  const strength = fixed === undefined ? 1 : fixed * fixed;
  const factor = factorOf(production.factor ?? 1, like, `${where}.production.factor`);
  const states = Object.entries(branching).map(([state, values]) => {
    return { state, values, threshold: thresholdOf(state) ?? 0 };
  });
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
      for (const { state, values, threshold } of states) {
        const fraction = mass > threshold ? openFraction(logMasses, values, at, log(threshold)) : 0;
        partial[state] = fraction * total;
        seen += fraction;
      }
      partial[UNSEEN] = Math.max(0, 1 - seen) * total;
      return totalWidths(partial);
    },
    mechanisms: fixed === undefined ? like.mechanisms : like.mechanisms.map((one) => ({ ...one, couplingPower: 0 })),
    productions: Object.fromEntries(
      Object.entries(like.productions).map(([name, { title: named, part, weights }]) => [
        name,
        {
          ...(part === undefined ? {} : { part }),
          title: `${named}${factor.said}`,
          weights: (mass, target) =>
            Object.fromEntries(
              Object.entries(weights(mass, target)).map(([key, weight]) => [key, strength * factor.of(key) * weight]),
            ),
        },
      ]),
    ),
    defaultProduction: set,
    assumptions: [
      `Made like ${like.title} (${set}), with ${symbol}'s coupling in place of ${like.coupling.symbol}.`,
      ...(fixed === undefined ? [] : [`Made with a coupling of ${fixed} whatever ${symbol}'s coupling in decays.`]),
      'Lifetime and branching fractions are those of the user.',
      ...states
        .filter(({ values, threshold }) =>
          values.some((value, i) => value > 0 && (masses[i - 1] ?? masses[i]) < threshold),
        )
        .map(
          ({ state, threshold }) =>
            `${state} is closed below ${threshold.toPrecision(5)} GeV, where the table was cut.`,
        ),
    ],
  };
}

/** The factor on each mechanism, and how a title says it. */
function factorOf(factor: number | Readonly<Record<string, number>>, like: HiddenModel, where: string) {
  if (typeof factor === 'number') return { of: () => factor, said: factor === 1 ? '' : `, times ${factor}` };
  const known = like.mechanisms.map((mechanism) => mechanism.id);
  for (const name of Object.keys(factor)) if (!known.includes(name)) throw unknownName(where, 'mechanism', name, known);
  const said = Object.entries(factor).map(([name, value]) => `${name} times ${value}`);
  return {
    of: (name: string) => factor[name] ?? factor[plainName(name)] ?? 1,
    said: said.length === 0 ? '' : `, ${said.join(', ')}`,
  };
}

/** A mechanism without what tells its variants apart: a factor on it holds for each that is not named itself. */
const plainName = (name: string) => name.replace(/^(quasi-real|wide) /, '').replace(/, (measured|swapped mass)$/, '');

/** As `between`, but from 0 at the threshold to the next mass of the table: nothing below it takes part. */
function openFraction(x: readonly number[], y: readonly number[], x0: number, threshold: number): number {
  const above = x.findIndex((value) => value > threshold);
  if (above <= 0 || x0 >= x[above]) return between(x, y, x0);
  return (y[above] * (x0 - threshold)) / (x[above] - threshold);
}

/** Linear interpolation of y over ascending x; x0 within them. */
function between(x: readonly number[], y: readonly number[], x0: number): number {
  let i = 1;
  while (i < x.length - 1 && x[i] < x0) i++;
  const t = Math.min(1, Math.max(0, (x0 - x[i - 1]) / (x[i] - x[i - 1])));
  return y[i - 1] + t * (y[i] - y[i - 1]);
}
