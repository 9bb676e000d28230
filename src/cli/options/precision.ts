import { InvalidInput } from '../../schema/index.ts';
import type { AnySearch } from '../../search/any-search.ts';
import { readNumber } from './numbers.ts';
import { option } from './option.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

/** A month, in seconds. */
const LONGEST = 720 * 3600;

/** A time of the clock in seconds: '60s', '2min'. */
export function readDuration(text: string): number {
  const [, digits = '', unit = ''] = /^(.*?)(s|min|h)$/.exec(text) ?? [];
  const value = digits === '' ? Number.NaN : readNumber(digits) * SECONDS[unit];
  if (!(value > 0 && value <= LONGEST))
    throw new InvalidInput('', `found '${text}', needs a time up to 720h, such as 60s, 5min or 1h.`);
  return value;
}

const NEEDED = 'a relative error such as 0.01 or 1%';

/** A relative error: '0.01', '1%'. */
export function readRelative(text: string): number {
  const value = text.endsWith('%') ? readNumber(text.slice(0, -1), NEEDED) / 100 : readNumber(text, NEEDED);
  if (!(value >= 1e-4 && value <= 0.5))
    throw new InvalidInput('', `found '${text}', needs a relative error from 0.0001 to 0.5, such as 0.01 or 1%.`);
  return value;
}

/** Options of commands that find the size of a run by what it shall know. */
export const PRECISION_OPTIONS = {
  precision: option(
    readRelative,
    'Relative error of accepted fractions; ten times it for the total background, twenty for each large source',
    '0.01',
  ),
  budget: option(readDuration, 'Time for the run, about: 60s, 5min; what it does not reach is marked', 'none'),
};

interface GivenSize {
  readonly events?: number | undefined;
  readonly precision?: number | undefined;
  readonly budget?: number | undefined;
}

/** The option that asks for a precision, if any. Throws InvalidInput for one beside --events. */
export function requireOneSize({ events, precision, budget }: GivenSize): '--precision' | '--budget' | undefined {
  const typed = precision === undefined ? (budget === undefined ? undefined : '--budget') : '--precision';
  if (typed !== undefined && events !== undefined)
    throw new InvalidInput(typed, 'finds the number of events itself; leave --events out.');
  return typed;
}

/**
 * The size of a run: what is typed goes before what a file asks; a precision where neither names events, for searches that
 * find their size, done here. Throws InvalidInput for events beside a precision, and for a precision elsewhere.
 */
export function sizeOf(
  { events, precision, budget }: GivenSize,
  asked: GivenSize & { readonly sizes?: Readonly<Record<string, number>> | undefined },
  search: AnySearch,
  elsewhere: boolean,
) {
  const typed = requireOneSize({ events, precision, budget });
  if (typed !== undefined && elsewhere)
    throw new InvalidInput(typed, 'is for runs here; give a run in parts its --events.');
  if (typed !== undefined && search.kind !== 'kaon')
    throw new InvalidInput(typed, `is for searches with kaons; ${search.id} takes --events.`);
  if (typed !== undefined) return { toPrecision: true, precision, budget };
  if (events !== undefined) return { events };
  // What a file asks that its search does not know is refused by the plan.
  const { sizes } = asked;
  if (sizes !== undefined || asked.events !== undefined)
    return { events: asked.events, sizes, precision: asked.precision };
  return { toPrecision: search.kind === 'kaon' && !elsewhere, precision: asked.precision };
}
