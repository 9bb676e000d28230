import type { ReportNotice } from '../../stages/report/index.ts';
import { timesText } from '../asking/projection.ts';
import type { Setting } from '../asking/settings.ts';
import type { Frozen } from '../frozen-state.ts';
import type { RunHead } from './run-head.ts';

/** What reports and terminals say of the state of a search. */
export const frozenText = (frozen: Frozen | null): string =>
  frozen === null
    ? 'not frozen: this search differs from what a record froze, so nothing is judged against a publication'
    : `${frozen.date}, ${frozen.record}`;

/** A value of a setting on one line. */
const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What settings changed, in one sentence; undefined where there are none. */
export function settingsText(settings: readonly Setting[]): string | undefined {
  if (settings.length === 0) return undefined;
  const changes = settings.map(({ path, from, to }) => `\`${path}\` from ${valueText(from)} to ${valueText(to)}`);
  return `Set by the user, in native units: ${changes.join('; ')}. These numbers have lost their source.`;
}

/** Banners that say what plays the role of data, and whether a box is closed; of a projection its rules. */
export function noticesOfData({ projection, data, blind }: RunHead): ReportNotice[] {
  if (projection !== null) return [{ kind: 'note', text: projection.rules.join(' ') }];
  return [
    ...(data.kind === 'pseudo-data' ? [{ kind: 'pseudo-data' as const }] : []),
    { kind: blind ? 'closed-box' : 'opened-box' },
  ];
}

/** The answer of a projection in a sentence; '' for an analysis of data. */
export function projectionSentence({ projection, limit }: RunHead & { readonly limit: ExpectedLimit | null }): string {
  if (projection === null) return '';
  const head = `A projection to ${timesText(projection.exposure)}`;
  if (limit === null || limit.expected.length !== 5) return `${head}: nothing is observed.`;
  const [, low, median, high] = limit.expected.map((value) => value.toPrecision(3));
  const on = limit.unit === undefined ? 'the branching ratio' : limit.unit;
  return `${head}: the median expected upper limit on ${on} at ${100 * limit.cl} % confidence level is ${median} (±1σ: ${low} to ${high}). Nothing is observed.`;
}

interface ExpectedLimit {
  readonly cl: number;
  readonly expected: readonly number[];
  readonly unit?: string;
}
