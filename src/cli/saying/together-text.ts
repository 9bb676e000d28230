import { massRangeOf } from '../../interpretation/coupling-plane.ts';
import type { PointTogether } from '../../run/exclude-point-together.ts';
import type { TogetherContour, TogetherExclusion } from '../../run/exclude-together.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** One point as the command prints it. */
export interface PointTogetherDocument {
  readonly model: string;
  readonly point: PointTogether;
}

const MOST_ROWS = 16;
const cell = (value: number | null): string => (value === null ? '–' : numberText(value, 3));

const contourRow = (name: string, { kind, sigma, cl, rings }: TogetherContour): string[] => {
  const range = massRangeOf(rings);
  return [
    name,
    `${kind}${sigma === undefined ? '' : ` ${sigma > 0 ? '+' : '−'}${Math.abs(sigma)}σ`}`,
    `${numberText(100 * cl)} % CL`,
    range === null ? 'nothing' : `${numberText(range[0], 3)} to ${numberText(range[1], 3)} GeV`,
  ];
};

/** Regions of searches of both kinds for people: what each excludes, all together, and what was taken for granted. */
export function togetherText(exclusion: TogetherExclusion & { readonly files: readonly string[] }): string {
  const { model, searches, kind, regions, contours, edges, units, assumptions, files } = exclusion;
  const unit = units.coupling === '1' ? '' : ` [${units.coupling}]`;
  const united = regions.filter(({ decays }) => decays === 'model');
  const main = united.length > 0 ? edges : (regions[0]?.edges ?? []);
  const step = Math.max(1, Math.ceil(main.length / MOST_ROWS));
  const shown = main.filter((_, i) => i % step === 0 || i === main.length - 1);
  return [
    `${model} ${kind === 'projection' ? 'projected to be excluded' : 'excluded'} by ${searches.join(' and ')}`,
    '',
    tableText([
      ...regions.flatMap((region) =>
        region.contours.map((contour) => contourRow(`  ${region.searches.join(', ')}`, contour)),
      ),
      ...(united.length > 1 ? contours.map((contour) => contourRow('  all together', contour)) : []),
    ]),
    ...regions.flatMap(({ searches: names, reason }) =>
      reason === null ? [] : [`${names.join(', ')}: no observed contour, ${reason}`],
    ),
    '',
    `Edges${united.length > 1 ? ' of all together' : ''}`,
    tableText(
      [
        ['MASS/GeV', `LOWEST${unit}`, `HIGHEST${unit}`],
        ...shown.map(({ mass, lower, upper }) => [numberText(mass, 4), cell(lower), cell(upper)]),
      ],
      [0, 1, 2],
    ),
    '',
    ...assumptions.map((sentence) => `Note: ${sentence}`),
    ...files.map((file) => `written: ${file}`),
  ].join('\n');
}

/** One point by searches of both kinds for people. */
export function pointTogetherText({ model, point }: PointTogetherDocument): string {
  const { mass, coupling, level, excluded, cls, scans, dump, combined, assumptions } = point;
  const answer = (is: boolean): string => (is ? 'excluded' : 'not excluded');
  return [
    `${model}, ${numberText(mass, 4)} GeV and coupling ${numberText(coupling, 4)}: ${answer(excluded)} at ${numberText(100 * level)} % CL, CLs ${numberText(cls, 3)}`,
    '',
    tableText(
      [
        ['SEARCH', 'COUNT', 'BACKGROUND', 'EXPECTED', 'CLs', ''],
        ...scans.map((one) => [
          `${one.search}${one.decays === 'other' ? ' (other decays)' : ''}`,
          numberText(one.count),
          numberText(one.background.value, 3),
          numberText(one.expected, 4),
          numberText(one.cls, 3),
          `${answer(one.excluded)}; count ${one.counted}, predicted fraction ${numberText(one.product, 3)}, cτ = ${numberText(one.ctau, 3)} m`,
        ]),
        ...(dump?.experiments ?? []).map((one) => [
          one.searches.join(', '),
          one.counts.map((count) => numberText(count)).join(' + '),
          one.background.map((value) => numberText(value, 3)).join(' + '),
          numberText(one.expected, 4),
          numberText(one.cls, 3),
          answer(one.excluded),
        ]),
        ...(combined === null
          ? []
          : [['in one likelihood', '', '', '', numberText(combined.cls, 3), answer(combined.excluded)]]),
      ],
      [1, 2, 3, 4],
    ),
    '',
    ...assumptions.map((sentence) => `Note: ${sentence}`),
  ].join('\n');
}
