import type { Exclusion } from '../modes/dump/exclusion/exclude.ts';
import type { LifetimeExclusion } from '../modes/dump/exclusion/model-independent.ts';
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

/** Limits over mass and lifetime for people: the best one at some masses of each search. */
export function lifetimesText(exclusion: LifetimeExclusion & { readonly files: readonly string[] }): string {
  const { model, protons, maps, contours, assumptions, files } = exclusion;
  const tables = maps.map(({ search, product, cl, masses, lifetimes, limits }) => {
    const step = Math.max(1, Math.ceil(masses.length / MOST_ROWS));
    const rows = masses.flatMap((mass, i) => {
      if (i % step !== 0 && i !== masses.length - 1) return [];
      let best = -1;
      limits[i].forEach((limit, j) => {
        if (limit !== null && (best < 0 || limit < (limits[i][best] ?? Number.POSITIVE_INFINITY))) best = j;
      });
      const limit = best < 0 ? null : limits[i][best];
      return [
        [
          numberText(mass, 4),
          limit === null ? '–' : numberText(limit, 3),
          best < 0 ? '–' : numberText(lifetimes[best], 3),
        ],
      ];
    });
    return `${search}: ${numberText(100 * cl)} % CL limit on ${product}, at the lifetime where it is best\n${tableText(
      [['MASS/GeV', 'LIMIT', 'cτ/m'], ...rows],
      [0, 1, 2],
    )}`;
  });
  const excluded = contours.map(({ search, branching, rings }) => {
    const masses = rings.flatMap((ring) => ring.map(([mass]) => mass));
    const reach =
      masses.length === 0
        ? 'nothing'
        : `masses from ${numberText(Math.min(...masses), 3)} to ${numberText(Math.max(...masses), 3)} GeV`;
    return `${search} excludes for ${numberText(branching)}: ${reach}`;
  });
  return [
    `${model}, ${numberText(protons)} protons on target`,
    '',
    ...tables,
    '',
    ...excluded,
    ...assumptions.map((sentence) => `Note: ${sentence}`),
    ...files.map((file) => `written: ${file}`),
  ].join('\n');
}
