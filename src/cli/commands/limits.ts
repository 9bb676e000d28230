import { join } from 'node:path';
import { unknownName } from '../../schema/index.ts';
import { limitsForModel } from '../../search/limit-for-model.ts';
import type { LimitAxis, PublishedLimit } from '../../search/published-limit.ts';
import { defineCommand } from '../command.ts';
import { option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { loadLimits } from '../registries.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** What `limits` gives. */
export interface LimitsDocument {
  readonly limits: readonly PublishedLimit[];
  /** Picture and its data that were written; empty without --out. */
  readonly files: readonly string[];
}

const axisText = ({ symbol, power, unit }: LimitAxis): string =>
  `${symbol}${power === 2 ? '²' : ''}${unit === '' ? '' : `/${unit}`}`;
const levelText = (level: number | null): string => (level === null ? '?' : `${100 * level} %`);

export const limitsCommand = defineCommand({
  examples: [
    'limits',
    'limits charm-2012-dark-photon --out pictures',
    'limits --model dark-photon --out pictures',
    'limits --json',
  ],
  details:
    'Published limits as data: axes (with the power in which numbers are stored), confidence level, curves, counts where ' +
    'they are public, where they were read and by whom, licence.',
  arguments: [{ name: 'ID', brief: 'One limit with all its numbers', kind: 'optional' }],
  options: {
    model: option(readText, 'Only limits on this model', 'every model'),
    out: option(readText, 'Folder for a picture of the curves and its data', 'none'),
  },
  run: async ({ model, out }, [id]): Promise<LimitsDocument> => {
    const limits = chosenLimits(await loadLimits(), id, model);
    if (out === undefined) return { limits, files: [] };
    const { publishedCurvesFigure } = await import('../../interpretation/published-curves-figure.ts');
    const { writeFigure } = await import('../../hosts/node/files/write-figure.ts');
    const { makeFolder } = await import('../../hosts/node/files/write-file.ts');
    const figure = publishedCurvesFigure(limits);
    await makeFolder(out);
    return { limits, files: await writeFigure(join(out, `${id ?? model ?? 'limits'}.svg`), figure) };
  },
  print: ({ limits, files }) => {
    const said = limits.length === 1 ? oneText(limits[0]) : listText(limits);
    return files.length === 0 ? said : [said, '', ...files].join('\n');
  },
});

/** The limit of that id, or all on that model. Throws InvalidInput with the nearest name. */
function chosenLimits(
  limits: readonly PublishedLimit[],
  id: string | undefined,
  model: string | undefined,
): readonly PublishedLimit[] {
  const ofModel = model === undefined ? limits : limitsForModel(limits, model);
  const models = [
    ...new Set(limits.flatMap(({ model: own, alsoFor = [] }) => [own ?? [], alsoFor.map((one) => one.model)].flat())),
  ];
  if (model !== undefined && ofModel.length === 0) throw unknownName('--model', 'model with limits', model, models);
  if (id === undefined) return ofModel;
  const found = ofModel.find((limit) => limit.id === id);
  const ids = ofModel.map((limit) => limit.id);
  if (found === undefined) throw unknownName('ID', 'limit', id, ids);
  return [found];
}

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
