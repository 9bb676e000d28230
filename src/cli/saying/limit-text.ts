import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

type Five = readonly [number, number, number, number, number];

export interface Limits {
  readonly observed: number | null;
  readonly expected: Five | null;
}

/** What a counting limit's document must have to be said to people. */
export interface LimitDocument {
  readonly cl: number;
  readonly title: string;
  readonly because: string;
  readonly signalEvents: Limits & { readonly interval: readonly [number, number] | null };
  readonly branchingRatio: Limits | null;
  readonly conventions: readonly string[];
  readonly notes: readonly string[];
}

/** A counting limit for people: observed, expected with its band, the method and why. */
export function limitText({ cl, title, because, signalEvents, branchingRatio, notes }: LimitDocument): string {
  const row = (name: string, { observed, expected }: Limits): string[] => [
    name,
    observed === null ? 'closed' : numberText(observed),
    ...(expected === null ? ['–', '', ''] : expectedCells(expected)),
  ];
  const { interval } = signalEvents;
  const lines = [
    `Limit at ${numberText(cl * 100)} % confidence level: ${title}.`,
    because,
    '',
    tableText(
      [
        ['', 'OBSERVED', 'EXPECTED', '±1σ', '±2σ'],
        row('signal events', signalEvents),
        ...(branchingRatio === null ? [] : [row('branching fraction', branchingRatio)]),
      ],
      [1, 2],
    ),
  ];
  if (interval !== null && interval[0] > 0) {
    lines.push('', `Interval of signal events: ${numberText(interval[0])} to ${numberText(interval[1])}.`);
  }
  if (notes.length > 0) lines.push('', ...notes);
  return lines.join('\n');
}

/** Median, ±1σ and ±2σ of an expected band. */
export function expectedCells([low2, low1, median, high1, high2]: Five): string[] {
  return [
    numberText(median),
    `${numberText(low1)} … ${numberText(high1)}`,
    `${numberText(low2)} … ${numberText(high2)}`,
  ];
}
