import { unknownName } from '../../schema/index.ts';
import type { LimitAxis, PublishedLimit } from '../../search/published-limit.ts';
import { defineCommand } from '../command.ts';
import { loadLimits } from '../registries.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** What `limits` gives. */
export interface LimitsDocument {
  readonly limits: readonly PublishedLimit[];
}

const axisText = ({ symbol, power, unit }: LimitAxis): string =>
  `${symbol}${power === 2 ? '²' : ''}${unit === '' ? '' : `/${unit}`}`;
const levelText = (level: number | null): string => (level === null ? '?' : `${100 * level} %`);

export const limitsCommand = defineCommand({
  examples: ['limits', 'limits charm-2012-dark-photon', 'limits --json'],
  details:
    'Published limits as data: axes (with the power in which numbers are stored), confidence level, curves, counts where ' +
    'they are public, where they were read and by whom, licence.',
  arguments: [{ name: 'ID', brief: 'One limit with all its numbers', kind: 'optional' }],
  options: {},
  run: async (_, [id]): Promise<LimitsDocument> => {
    const limits = await loadLimits();
    if (id === undefined) return { limits };
    const found = limits.find((limit) => limit.id === id);
    if (found === undefined)
      throw unknownName(
        'ID',
        'limit',
        id,
        limits.map((limit) => limit.id),
      );
    return { limits: [found] };
  },
  print: ({ limits }, _values) => (limits.length === 1 ? oneText(limits[0]) : listText(limits)),
});

function listText(limits: readonly PublishedLimit[]): string {
  const rows = [...limits]
    .sort((a, b) => a.mode.localeCompare(b.mode) || a.year - b.year)
    .map((limit) => [
      limit.id,
      String(limit.year),
      limit.mode,
      limit.model ?? limit.process,
      `${axisText(limit.y)}${limit.x === null ? '' : ` (${axisText(limit.x)})`}`,
      levelText(limit.confidence.value),
      limit.references[0],
    ]);
  return tableText([['ID', 'YEAR', 'MODE', 'OF', 'AXES', 'CL', 'SOURCE'], ...rows]);
}

function oneText(limit: PublishedLimit): string {
  const { x, y, curves, counts } = limit;
  return [
    `${limit.id}: ${limit.title}`,
    `${limit.process}; ${limit.experiment}, ${limit.mode}, ${limit.year}; confidence level ${levelText(limit.confidence.value)}`,
    `Read: ${limit.read}`,
    `Digitised by: ${limit.digitiser}. Licence: ${limit.licence}`,
    ...limit.assumptions.map((sentence) => `Assumption: ${sentence}`),
    ...curves.flatMap(({ kind, points }) => [
      '',
      `${kind}, ${points.tag}: ${points.source}`,
      tableText(
        points.value.map(([at, value]) => [x === null ? axisText(y) : numberText(at), numberText(value)]),
        [0, 1],
      ),
    ]),
    ...counts.map(
      ({ observed, background, backgroundError, ses }) =>
        `Count: ${observed.value} seen, ${background.value} ± ${backgroundError.value} expected, sensitivity ${numberText(ses.value)}`,
    ),
    '',
    `References: ${limit.references.join('; ')}`,
  ].join('\n');
}
