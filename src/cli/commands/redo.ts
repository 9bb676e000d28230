import { readAnything } from '../../formats/read-anything.ts';
import { besideFile, fileOf, readBytes } from '../../hosts/node/files/read-bytes.ts';
import { type CountsOfTables, countsOfTables } from '../../run/redo/counts-of-tables.ts';
import { type RedoResult, redoLimits } from '../../run/redo/redo.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { PublishedLimit } from '../../search/published-limit.ts';
import { limitMethodNames } from '../../statistics/counting/limit-methods.ts';
import { defineCommand } from '../command.ts';
import { readLevel } from '../options/numbers.ts';
import { choice, option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { loadLimits } from '../registries.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** What `redo` gives. */
export interface RedoDocument extends RedoResult {
  readonly source: string;
  readonly columns: CountsOfTables['columns'];
}

export const redoCommand = defineCommand({
  examples: [
    'redo na62-2021-piminus-mue',
    'redo HEPData-ins1797041-v1-yaml.zip --table SES',
    'redo counts.csv --columns observed=3,background=2,ses=4,limit=5 --cl 0.95',
  ],
  details:
    'Works limits out again from counts, backgrounds and single-event sensitivities: those of a table (HEPData, CSV, a ' +
    'submission) or of a published limit, and compares them with the limits beside. Columns are guessed from their ' +
    'headers; uncertainties of background and sensitivity are taken from the table.',
  arguments: [
    { name: 'TABLE', brief: 'A file with tables, the folder of a submission, or the id of a limit', kind: 'required' },
  ],
  options: {
    table: option(readText, 'Part of the title of the table', 'every table is tried'),
    columns: option(
      readText,
      'Which column is what, by number or header: observed=3,background=2,ses=4,limit=5',
      'guessed',
    ),
    cl: option(readLevel, 'Confidence level', '0.9'),
    method: choice(limitMethodNames, 'How the limit is found', 'cls'),
  },
  run: async ({ table, columns, cl, method = 'cls' }, [given]): Promise<RedoDocument> => {
    const known = (await loadLimits()).find(({ id }) => id === given);
    if (known !== undefined) {
      if (table !== undefined || columns !== undefined)
        throw new InvalidInput(table === undefined ? '--columns' : '--table', 'is for tables of a file.');
      return {
        source: given,
        columns: {},
        ...redoLimits(countsOfLimit(known), cl ?? known.confidence.value ?? 0.9, method),
      };
    }
    const file = await fileOf(given);
    const read = await readAnything(await readBytes(file), file, besideFile(file));
    if (read.what !== 'tables') throw new InvalidInput(given, `holds no tables but ${read.what} (${read.format}).`);
    const found = countsOfTables(read.content.tables, table, columns);
    return { source: given, columns: found.columns, ...redoLimits(found.counts, cl ?? 0.9, method) };
  },
  print: ({ source, columns, rows, cl, method, compared, median, spread, words }) => {
    const text = (value: number | null): string => (value === null ? '–' : numberText(value));
    const taken = Object.entries(columns).map(([role, { number, name }]) => `${role} = ${number} (${name})`);
    return [
      `${source}: limits at ${100 * cl} % confidence level, ${method}`,
      ...(taken.length === 0 ? [] : [`Columns: ${taken.join(', ')}`]),
      '',
      tableText(
        [
          ['X', 'OBSERVED', 'BACKGROUND', 'SES', 'COMPUTED', 'PUBLISHED', 'RATIO'],
          ...rows.map((row) => [
            text(row.x),
            text(row.observed),
            row.background === null ? '–' : `${numberText(row.background)} ± ${numberText(row.backgroundError, 2)}`,
            text(row.ses),
            row.computed === null ? (row.reason ?? '–') : numberText(row.computed),
            text(row.published),
            text(row.ratio),
          ]),
        ],
        [0, 1, 3, 4, 5, 6],
      ),
      '',
      median === null
        ? words
        : `Computed over published in ${compared} of ${rows.length} rows: median ${numberText(median)}, spread ${numberText(100 * (spread ?? 0), 2)} %; ${words}`,
    ].join('\n');
  },
});

/** The counts that a published limit comes with. */
function countsOfLimit({ id, counts, curves }: PublishedLimit) {
  if (counts.length === 0) throw new InvalidInput(id, 'comes without counts; it cannot be redone from them.');
  return counts.map(({ x, observed, background, backgroundError, ses }) => ({
    x,
    observed: observed.value,
    background: background.value,
    backgroundError: backgroundError.value,
    ses: ses.value,
    sesError: 0,
    published: curves.flatMap(({ points }) => points.value).find(([at]) => at === x)?.[1] ?? null,
  }));
}
