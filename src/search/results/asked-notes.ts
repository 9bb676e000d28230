import type { Setting } from '../asking/settings.ts';
import type { Frozen } from '../frozen-state.ts';

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
