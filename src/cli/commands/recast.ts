import { numbersOfUser } from '../../hosts/node/blocks/numbers-of-user.ts';
import { readOwnModel } from '../../hosts/node/files/read-own-model.ts';
import { nodeHost } from '../../hosts/node/node-host.ts';
import { exclude } from '../../run/exclude.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { curveAt, symbolValue } from '../../search/limit-curve.ts';
import { stripOfBlocks } from '../block-progress.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { option, required } from '../options/option.ts';
import { type Range, rangeOf } from '../options/quantities.ts';
import { readText } from '../options/text.ts';
import { loadLimits, loadRegistries, searchCalled } from '../registries.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** Ends of the excluded couplings at one mass; null where nothing is excluded. */
interface Edges {
  readonly mass: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What `recast` gives. */
export interface RecastDocument {
  readonly limit: string;
  readonly model: string;
  readonly searches: readonly string[];
  readonly units: { readonly mass: string; readonly coupling: string };
  /** Couplings of the other model that are excluded. */
  readonly edges: readonly Edges[];
  /** How well the same chain redoes the published limit for the model that it was published for. */
  readonly check: {
    readonly model: string;
    readonly rows: readonly {
      readonly mass: number;
      readonly published: number;
      readonly computed: number | null;
      readonly ratio: number | null;
    }[];
  };
  readonly assumptions: readonly string[];
}

export const recastCommand = defineCommand({
  examples: [
    'recast na62-2024-dump-dark-photon --model dark-scalar',
    'recast charm-2012-dark-photon --model my-model.json',
  ],
  details:
    'The region that the searches behind a published limit exclude for another model, by our own chain, beside how well ' +
    'that chain redoes the published curve for the model it was published for.',
  arguments: [{ name: 'LIMIT', brief: 'A published limit (spillway limits)', kind: 'required' }],
  options: {
    model: required(readText, 'A hidden particle, or a JSON file with one'),
    mass: within(
      'masses',
      option(rangeOf('energy'), 'Masses, in equal ratios: from:to:points', '30 over the range of the model'),
    ),
    events: within('events', option(readCount, 'Decays per mass', '20000')),
  },
  run: async ({ model, mass, events }, [id], session): Promise<RecastDocument> => {
    const { seed, workers, signal, progress } = session;
    const limits = await loadLimits();
    const limit = limits.find((one) => one.id === id);
    if (limit === undefined)
      throw unknownName(
        'LIMIT',
        'limit',
        id,
        limits.map((one) => one.id),
      );
    const registries = await loadRegistries();
    const names = limit.searches ?? [];
    const documents = names.map((name) => searchCalled(name, registries));
    if (
      limit.model === null ||
      limit.x === null ||
      documents.length === 0 ||
      documents.some(({ kind }) => kind !== 'dump')
    ) {
      const able = limits.filter((one) => one.model !== null && one.searches !== undefined).map((one) => one.id);
      throw new InvalidInput(
        'LIMIT',
        `'${id}' cannot be recast: it has no search of ours behind a dump. Those that have: ${able.join(', ')}.`,
      );
    }
    const known = Object.hasOwn(registries.models, model);
    if (!known && !model.endsWith('.json'))
      throw unknownName('--model', 'model', model, Object.keys(registries.models));
    const choice = known ? model : await readOwnModel(model);
    const kept = await numbersOfUser();
    const run = async (what: typeof choice, range: Range | undefined) => {
      progress.begin(`${typeof what === 'string' ? what : what.id}, ${names.join(' and ')}`);
      progress.enter('generation');
      const host = { ...nodeHost({ workers, signal, onProgress: stripOfBlocks(session) }), kept };
      return (await exclude(what, documents, { seed, events, mass: range }, host)).exclusion;
    };
    const recast = await run(choice, mass);
    const points = limit.curves.find(({ kind }) => kind === 'upper edge')?.points.value ?? [];
    const [first, last] = [points[0], points[points.length - 1]];
    const own = await run(limit.model, { from: first[0], to: last[0], points: 12 });
    const curve = limit.curves.find(({ kind }) => kind === 'upper edge');
    const rows = own.edges.flatMap(({ mass: at, upper }) => {
      const stored = curve === undefined ? null : curveAt(curve, at);
      if (stored === null) return [];
      const published = symbolValue(limit.y, stored);
      return [{ mass: at, published, computed: upper, ratio: upper === null ? null : upper / published }];
    });
    return {
      limit: id,
      model: typeof choice === 'string' ? choice : choice.id,
      searches: names,
      units: recast.units,
      edges: recast.edges.map(({ mass: at, lower, upper }) => ({ mass: at, lower, upper })),
      check: { model: limit.model, rows },
      assumptions: recast.assumptions,
    };
  },
  print: ({ limit, model, searches, units, edges, check, assumptions }) => {
    const text = (value: number | null): string => (value === null ? '–' : numberText(value, 3));
    const seen = edges.filter(({ lower, upper }) => lower !== null || upper !== null);
    return [
      `${limit} for ${model}, by ${searches.join(' and ')}`,
      '',
      seen.length === 0
        ? 'Nothing is excluded.'
        : tableText(
            [
              [`MASS/${units.mass}`, 'LOWER', 'UPPER'],
              ...seen.map(({ mass, lower, upper }) => [numberText(mass, 3), text(lower), text(upper)]),
            ],
            [0, 1, 2],
          ),
      '',
      `The same chain on the published limit (${check.model}, upper edge)`,
      tableText(
        [
          [`MASS/${units.mass}`, 'PUBLISHED', 'COMPUTED', 'RATIO'],
          ...check.rows.map((row) => [
            numberText(row.mass, 3),
            text(row.published),
            text(row.computed),
            text(row.ratio),
          ]),
        ],
        [0, 1, 2, 3],
      ),
      '',
      ...assumptions.map((sentence) => `Note: ${sentence}`),
    ].join('\n');
  },
});
