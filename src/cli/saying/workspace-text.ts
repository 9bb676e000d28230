import type { WorkspaceFit } from '../../statistics/histfactory/fit/workspace-fit.ts';
import type { ConfidenceInterval } from '../../statistics/histfactory/limits/confidence-interval.ts';
import type { WorkspaceCls } from '../../statistics/histfactory/limits/workspace-cls.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

type Cell = number | null;
/** What was found with the data, and at −2σ…+2σ without a signal. */
export interface ObservedAndExpected {
  readonly observed: Cell;
  readonly expected: readonly Cell[];
}
/** What speaks against a number. */
export interface Caveats {
  readonly unsafeBecause: string | null;
  readonly reason: string | null;
}

const cell = (value: Cell): string => (value === null ? '–' : numberText(value));

/** Observed, median and band as a table, with what speaks against it. */
function bandText(name: string, { observed, expected }: ObservedAndExpected, caveats: Caveats): string {
  const [low2, low1, median, high1, high2] = expected.map(cell);
  const table = tableText(
    [
      ['', 'OBSERVED', 'EXPECTED', '±1σ', '±2σ'],
      [name, cell(observed), median, `${low1} … ${high1}`, `${low2} … ${high2}`],
    ],
    [1, 2],
  );
  return withCaveats(table, caveats);
}

function withCaveats(text: string, { unsafeBecause, reason }: Caveats): string {
  const notes = [
    ...(unsafeBecause === null ? [] : [`Not to be trusted: ${unsafeBecause}`]),
    ...(reason === null ? [] : [`Nothing found: ${reason}`]),
  ];
  return notes.length === 0 ? text : `${text}\n\n${notes.join('\n')}`;
}

/** The limit of a workspace for people. */
export function workspaceLimitText(
  document: { poi: string; cl: number; method: string; limit: ObservedAndExpected } & Caveats,
): string {
  const { poi, cl, method, limit } = document;
  return `Upper limit on '${poi}' at ${numberText(cl * 100)} % confidence level by CLs, ${method}.\n\n${bandText(poi, limit, document)}`;
}

/** An interval of a workspace for people. */
export function workspaceIntervalText(document: Omit<ConfidenceInterval, 'level'> & { cl: number }): string {
  const { poi, cl, method, interval, bestFit } = document;
  const ends = interval === null ? '–' : interval.map((end) => numberText(end)).join(' … ');
  const table = tableText(
    [
      ['', 'BEST FIT', 'INTERVAL'],
      [poi, cell(bestFit), ends],
    ],
    [1, 2],
  );
  const head = `Interval of '${poi}' at ${numberText(cl * 100)} % confidence level from the profile likelihood, ${method}.`;
  return withCaveats(`${head}\n\n${table}`, document);
}

/** CLs of a workspace for people. */
export function workspaceClsText(
  document: { mu: number; method: WorkspaceCls['method']; cls: ObservedAndExpected } & Caveats,
): string {
  const { mu, method, cls } = document;
  return `CLs at ${numberText(mu)} times the signal, ${method}.\n\n${bandText('CLs', cls, document)}`;
}

/** A fit for people. */
export function workspaceFitText({ parameters, twiceNll, valid, reason }: WorkspaceFit): string {
  const rows = parameters.map(({ name, value, error, minos, fixed, atLimit, reason: why }) => [
    name,
    numberText(value, 6),
    fixed ? 'fixed' : cell(error),
    minos === null ? '' : `${numberText(minos[0], 3)} +${numberText(minos[1], 3)}`,
    [atLimit ? 'at its bound' : '', why ?? ''].filter((text) => text !== '').join('; '),
  ]);
  const table = tableText([['PARAMETER', 'VALUE', 'ERROR', 'MINOS', ''], ...rows], [1, 2]);
  const verdict = valid ? `−2 ln L = ${numberText(twiceNll, 8)}` : `Not a fit: ${reason}`;
  return `${table}\n\n${verdict}`;
}
