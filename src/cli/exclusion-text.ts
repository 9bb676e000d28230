import type { Exclusion } from '../search/dump/exclude.ts';
import { numberText } from './text/number.ts';
import { tableText } from './text/table.ts';

const MOST_ROWS = 24;

/** Contours for people: excluded masses, edges at some masses, what was taken for granted. */
export function exclusionText(exclusion: Exclusion & { readonly files: readonly string[] }): string {
  const { model, searches, protons, contours, units, edges, assumptions, files } = exclusion;
  const step = Math.max(1, Math.ceil(edges.length / MOST_ROWS));
  const cell = (value: number | null): string => (value === null ? '–' : numberText(value, 3));
  const rows = edges
    .filter((_, i) => i % step === 0 || i === edges.length - 1)
    .map(({ mass, lower, upper, sensitivity }) => [
      numberText(mass, 4),
      cell(lower),
      cell(upper),
      numberText(sensitivity, 3),
    ]);
  const unit = units.coupling === '1' ? '' : ` [${units.coupling}]`;
  const summary = contours.map(({ kind, cl, rings }) => {
    const masses = rings.flatMap((ring) => ring.map(([mass]) => mass));
    const reach =
      masses.length === 0
        ? 'nothing'
        : `${numberText(Math.min(...masses), 3)} to ${numberText(Math.max(...masses), 3)} GeV`;
    return [
      `  ${kind}`,
      `${numberText(100 * cl)} % CL`,
      reach,
      rings.length === 1 ? '1 ring' : `${rings.length} rings`,
    ];
  });
  return [
    `${model} excluded by ${searches.join(' and ')}, ${numberText(protons)} protons on target`,
    '',
    tableText(summary),
    '',
    'Edges of the observed exclusion; events expected over allowed at the most sensitive coupling',
    tableText([['MASS/GeV', `LOWEST${unit}`, `HIGHEST${unit}`, 'SENSITIVITY'], ...rows], [0, 1, 2, 3]),
    '',
    ...assumptions.map((sentence) => `Note: ${sentence}`),
    ...files.map((file) => `written: ${file}`),
  ].join('\n');
}
