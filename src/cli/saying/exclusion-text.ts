import type { Exclusion } from '../../modes/dump/exclusion/exclude.ts';
import type { LifetimeExclusion } from '../../modes/dump/exclusion/model-independent.ts';
import { endsText } from '../../modes/exclusion.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

const MOST_ROWS = 24;

/** Contours for people: excluded masses, edges at some masses, what was taken for granted. */
export function exclusionText(exclusion: Exclusion & { readonly files: readonly string[] }): string {
  const { model, searches, protonsOf, contours, units, edges, assumptions, files } = exclusion;
  const projected = exclusion.kind === 'projection';
  const step = Math.max(1, Math.ceil(edges.length / MOST_ROWS));
  const cell = (value: number | null): string => (value === null ? '–' : numberText(value, 3));
  const rows = edges
    .filter((_, i) => i % step === 0 || i === edges.length - 1)
    .map(({ mass, lower, upper, scanEnds, sensitivity }) => [
      numberText(mass, 4),
      `${cell(lower)}${scanEnds.includes('lower') ? '*' : ''}`,
      `${cell(upper)}${scanEnds.includes('upper') ? '*' : ''}`,
      numberText(sensitivity, 3),
    ]);
  const ends = endsText(exclusion);
  const unit = units.coupling === '1' ? '' : ` [${units.coupling}]`;
  const summary = contours.map(({ kind, sigma, cl, rings }) => {
    const masses = rings.flatMap((ring) => ring.map(([mass]) => mass));
    const reach =
      masses.length === 0
        ? 'nothing'
        : `${numberText(Math.min(...masses), 3)} to ${numberText(Math.max(...masses), 3)} GeV`;
    return [
      `  ${kind}${sigma === undefined ? '' : ` ${sigma > 0 ? '+' : '−'}${Math.abs(sigma)}σ`}`,
      `${numberText(100 * cl)} % CL`,
      reach,
      rings.length === 1 ? '1 ring' : `${rings.length} rings`,
    ];
  });
  return [
    `${model} ${projected ? 'projected to be excluded' : 'excluded'} by ${searches.join(' and ')}; protons on target ${[...new Set(Object.values(protonsOf))].map((protons) => numberText(protons)).join(', ')}`,
    '',
    tableText(summary),
    ...(ends === '' ? [] : [ends.trim()]),
    '',
    ...newText(exclusion),
    `Edges of the ${projected ? 'projected' : 'observed'} exclusion; events expected over allowed at the most sensitive coupling${edges.some(({ scanEnds }) => scanEnds.length > 0) ? '; * the scan ends there' : ''}`,
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
    ...improvedText(exclusion),
    ...excluded,
    ...assumptions.map((sentence) => `Note: ${sentence}`),
    ...files.map((file) => `written: ${file}`),
  ].join('\n');
}

const RANGE_ENDS = {
  edge: '',
  'scan ends': ' (the scan ends)',
  'earlier limits end': ' (earlier limits end)',
} as const;
const NEW_ROWS = 12;

/** What no earlier limit has, for people; nothing when none were given. */
function newText({ new: fresh }: Exclusion): string[] {
  if (fresh === null) return [];
  const { earlier, ranges, area, excludedArea, masses, silent } = fresh;
  const told = ranges.map(
    ({ from, to, ends }) =>
      `  ${numberText(from, 3)}${RANGE_ENDS[ends[0]]} to ${numberText(to, 3)} GeV${RANGE_ENDS[ends[1]]}`,
  );
  const improved = masses.filter(({ improvement }) => improvement !== null);
  const step = Math.max(1, Math.ceil(improved.length / NEW_ROWS));
  const rows = improved
    .filter((_, i) => i % step === 0 || i === improved.length - 1)
    .map(({ mass, earlier: before, by, upper, improvement }) => [
      numberText(mass, 4),
      numberText(before ?? 0, 3),
      numberText(upper ?? 0, 3),
      numberText(improvement ?? 0, 3),
      by ?? '',
    ]);
  return [
    `New beyond ${earlier.map(({ id }) => id).join(', ')}:`,
    ...(told.length === 0 ? ['  nothing'] : told),
    `  area ${numberText(area, 3)} of ${numberText(excludedArea, 3)} excluded, in ln(mass) × ln(coupling)`,
    ...(silent.length === 0 ? [] : [`  no earlier limit says anything of ${silent.length} masses; they are left out`]),
    '',
    'Upper edges, ours over the highest earlier one',
    tableText([['MASS/GeV', 'EARLIER', 'OURS', 'RATIO', 'BY'], ...rows], [0, 1, 2, 3]),
    '',
  ];
}

/** Where a map goes beyond earlier ones, for people; nothing when none were given. */
function improvedText({ new: fresh }: LifetimeExclusion): string[] {
  if (fresh === null) return [];
  const step = Math.max(1, Math.ceil(fresh.masses.length / NEW_ROWS));
  const rows = fresh.masses
    .filter((_, i) => i % step === 0 || i === fresh.masses.length - 1)
    .map(({ mass, lifetime, limit, earlier, improved }) => [
      numberText(mass, 4),
      numberText(lifetime, 3),
      numberText(limit, 3),
      earlier === null ? '–' : numberText(earlier, 3),
      improved === null ? '–' : `${numberText(improved[0], 2)} to ${numberText(improved[1], 2)}`,
    ]);
  const ranges = fresh.ranges.map(([from, to]) => `${numberText(from, 3)} to ${numberText(to, 3)} GeV`);
  return [
    `${fresh.search} beyond ${fresh.earlier.join(', ')} at its best lifetime: ${ranges.length === 0 ? 'nowhere' : ranges.join(', ')}`,
    tableText([['MASS/GeV', 'BEST cτ/m', 'LIMIT', 'EARLIER', 'NEW FOR cτ/m'], ...rows], [0, 1, 2, 3]),
    '',
  ];
}
