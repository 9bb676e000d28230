import { InvalidInput } from '../../schema/index.ts';
import { checkLevel } from '../counting/counting-model.ts';
import { LocalPValues, localSignificance } from './local-p-value.ts';
import { WindowLimits } from './window-limits.ts';

type Five = readonly [number, number, number, number, number];

/** One hypothesis of a scan. Limits are in the scan's unit: branching fraction with an SES, signal events without. */
export interface ScanHypothesis {
  readonly masses: Readonly<Record<string, number>>;
  /** Upper limit; null while blind. */
  readonly observed: number | null;
  /** Limits expected without signal at −2, −1, 0, 1, 2 standard deviations. */
  readonly expected: Five;
  /** P(a count at least as high | background alone); null while blind. */
  readonly localP: number | null;
  /** The same as one-sided Gaussian standard deviations (between −40 and 40). */
  readonly significance: number | null;
  /** Best signal, free to be negative, in the scan's unit, with its error; null while blind. */
  readonly fitted: { readonly value: number; readonly error: number } | null;
  /** Events in the window (of the fitted range in a shape scan); null while blind. */
  readonly events: number | null;
  readonly background: { readonly value: number; readonly error: number };
  /** Fraction of the signal that the window or fitted range keeps. */
  readonly efficiency: number;
  /** Branching fraction per signal event in the window; null without an SES. */
  readonly sensitivity: number | null;
}

/** What a scan of counting experiments needs, one entry per hypothesis in each column. */
export interface CountingScanInput {
  /** Columns of masses by name. */
  readonly masses: Readonly<Record<string, ArrayLike<number>>>;
  /** Counts; null while blind. */
  readonly observed: ArrayLike<number> | null;
  readonly background: ArrayLike<number>;
  readonly backgroundErrors: ArrayLike<number>;
  /** Fraction of the signal in the window; 1 when left out. */
  readonly efficiency?: ArrayLike<number>;
  /** Branching fraction per signal event, before the window. */
  readonly ses?: ArrayLike<number>;
  /** Relative error of the SES. */
  readonly sesErrors?: ArrayLike<number>;
  /** Confidence level; default 0.9. */
  readonly level?: number;
}

/** What `countingScan` found out, and what is used again: local p-values of every window by toys, limits by other counts. */
export interface CountingScan {
  readonly hypotheses: ScanHypothesis[];
  readonly pValues: readonly LocalPValues[];
  /** The hypotheses with other counts. Throws InvalidInput where they do not match. */
  withCounts(observed: ArrayLike<number>): ScanHypothesis[];
}

/**
 * Limit (exact CLs), expected band and local p-value of every hypothesis of a scan from its counts. Hypotheses with
 * equal numbers are worked out once. Throws InvalidInput where columns do not match or hold impossible numbers.
 */
export function countingScan(input: CountingScanInput): CountingScan {
  const { masses, observed, background, backgroundErrors, efficiency, ses, sesErrors, level = 0.9 } = input;
  const count = background.length;
  const requireLength = (columns: Readonly<Record<string, ArrayLike<number> | undefined>>): void => {
    for (const [name, column] of Object.entries(columns)) {
      if (column !== undefined && column.length !== count) {
        throw new InvalidInput(name, `${column.length} entries do not match ${count} hypotheses`);
      }
    }
  };
  requireLength({ ...masses, backgroundErrors, efficiency, ses, sesErrors, observed: observed ?? undefined });
  checkLevel(level);
  const limits = new Map<string, WindowLimits>();
  const tables = new Map<string, LocalPValues>();
  const windows = Array.from({ length: count }, (_, h) => {
    const value = background[h];
    const error = backgroundErrors[h];
    const sesError = sesErrors?.[h] ?? 0;
    const key = `${value}|${error}|${sesError}`;
    const limit = limits.get(key) ?? new WindowLimits(value, error, sesError, level);
    limits.set(key, limit);
    const tableKey = `${value}|${error}`;
    const table = tables.get(tableKey) ?? new LocalPValues(value, error);
    tables.set(tableKey, table);
    return { limit, table };
  });
  const hypothesis = (h: number, n: number | null): ScanHypothesis => {
    const value = background[h];
    const error = backgroundErrors[h];
    const { limit, table } = windows[h];
    const kept = efficiency?.[h] ?? 1;
    if (!(kept > 0 && kept <= 1)) throw new InvalidInput(`efficiency[${h}]`, `${kept} is not in (0, 1]`);
    const perEvent = ses === undefined ? null : ses[h] / kept;
    if (perEvent !== null && !(perEvent > 0 && Number.isFinite(perEvent))) {
      throw new InvalidInput(`ses[${h}]`, `${ses?.[h]} is not a finite number above zero`);
    }
    const unit = perEvent ?? 1 / kept;
    const localP = n === null ? null : table.p(n);
    return {
      masses: Object.fromEntries(Object.entries(masses).map(([name, column]) => [name, column[h]])),
      observed: n === null ? null : limit.upper(n) * unit,
      expected: limit.expected.map((x) => x * unit) as unknown as Five,
      localP,
      significance: localP === null ? null : localSignificance(localP),
      fitted:
        n === null ? null : { value: (n - value) * unit, error: Math.sqrt(Math.max(n, value) + error * error) * unit },
      events: n,
      background: { value, error },
      efficiency: kept,
      sensitivity: perEvent,
    };
  };
  return {
    hypotheses: windows.map((_, h) => hypothesis(h, observed === null ? null : observed[h])),
    pValues: windows.map(({ table }) => table),
    withCounts(counts) {
      requireLength({ observed: counts });
      return windows.map((_, h) => hypothesis(h, counts[h]));
    },
  };
}
