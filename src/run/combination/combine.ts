import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { Combination, CombinedResult, CombineOptions } from './combination.ts';
import { commonMeaning } from './common-meaning.ts';
import type { Contribution } from './contribution.ts';
import { exactLimits } from './exact-limits.ts';
import { jointLimits, jointOf } from './joint-limits.ts';
import { namesOf, renamed } from './names.ts';

/**
 * One upper limit from several results on the same parameter: the product of their likelihoods, uncertainties of one name
 * being one. Exact sums where all are counts; else, or with `toys`, the joint likelihood. With one closed box among them
 * there are expected limits alone. Throws InvalidInput where they limit different numbers, and for names that no one has.
 */
export function combineResults(given: readonly Contribution[], options: CombineOptions = {}): CombinedResult {
  if (given.length < 2) throw new InvalidInput('RUN|FILE', 'at least two results are needed to combine.');
  const names = given.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InvalidInput('RUN|FILE', `'${twice}' is there twice; its data would count twice.`);
  const { level = 0.9, toys, scale = {}, uncorrelated = [], rename = [] } = options;
  if (!(level > 0 && level < 1)) throw new InvalidInput('cl', `found ${level}, a confidence level is between 0 and 1.`);
  for (const name of Object.keys(scale)) if (!names.includes(name)) throw unknownName('--scale', 'result', name, names);
  const contributions = renamed(given, { uncorrelated, rename });
  const { parameter, units, assumptions } = commonMeaning(contributions, scale);
  const all = contributions.map((contribution, i) => ({ contribution, unit: units[i] }));
  const blind = contributions.some((contribution) => contribution.blind);
  const limits =
    (toys === undefined ? exactLimits(all, level, blind) : null) ?? jointLimits(all, { ...options, level }, blind);
  const perEvent = units.every((unit) => unit !== null)
    ? 1 / units.reduce((sum, unit) => sum + 1 / (unit ?? 1), 0)
    : null;
  const inEvents = (value: number | null): number | null =>
    value === null || perEvent === null ? null : value / perEvent;
  const closed = contributions.filter((one) => one.blind).map(({ name }) => name);
  return {
    combination: {
      kind: 'combination',
      parameter,
      cl: level,
      method: limits.method,
      because: limits.because,
      blind,
      reason: blind
        ? `nothing is observed in ${closed.join(' and ')} (a closed box, or a projection): expected limits alone`
        : limits.reason,
      limit: limits.together,
      signalEvents:
        perEvent === null
          ? null
          : { observed: inEvents(limits.together.observed), expected: limits.together.expected.map(inEvents) },
      inputs: contributions.map(({ name, from, blind: isClosed }, i) => ({
        name,
        from,
        blind: isClosed,
        unit: units[i],
        limit: limits.alone[i],
      })),
      shared: sharedNames(contributions),
      assumptions: [
        ...assumptions,
        ...(contributions.some(({ from }) => from === 'run')
          ? ['every run has data, a normalisation sample and a simulation of its own']
          : []),
        'uncertainties of one name are one thing in all inputs, of another name independent of each other',
        ...contributions.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`)),
      ],
      notes: limits.notes,
    },
    workspace: jointOf(all),
    unit: perEvent,
  };
}

function sharedNames(contributions: readonly Contribution[]): Combination['shared'] {
  const known = contributions.map((contribution) => ({
    name: contribution.name,
    names: namesOf(contribution).filter((name) => name !== contribution.poi && !isOfBins(contribution, name)),
  }));
  const all = [...new Set(known.flatMap(({ names }) => names))];
  return all
    .map((name) => ({ name, inputs: known.filter(({ names }) => names.includes(name)).map((one) => one.name) }))
    .filter(({ inputs }) => inputs.length > 1);
}

const OF_BINS: ReadonlySet<string> = new Set(['shapesys', 'staterror', 'shapefactor']);

const isOfBins = ({ workspace }: Contribution, name: string): boolean =>
  workspace.channels.some(({ samples }) =>
    samples.some(({ modifiers }) => modifiers.some((one) => one.name === name && OF_BINS.has(one.type))),
  );
