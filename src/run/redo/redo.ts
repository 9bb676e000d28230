import { exp, log } from '../../math/elementary.ts';
import { countingLimit } from '../../statistics/counting/counting-limit.ts';
import type { LimitMethodName } from '../../statistics/counting/limit-methods.ts';

/** One count from which a limit was made, and that limit. */
export interface CountToRedo {
  readonly x: number | null;
  readonly observed: number | null;
  readonly background: number | null;
  readonly backgroundError: number;
  /** Single-event sensitivity, in the unit of the limit. */
  readonly ses: number | null;
  readonly sesError: number;
  readonly published: number | null;
}

/** A count with our limit; null with the reason where it cannot be worked out. */
export interface RedoneLimit extends CountToRedo {
  readonly computed: number | null;
  readonly ratio: number | null;
  readonly reason: string | null;
}

/** Limits redone: computed over published per row, its median and spread, and what to think of it. */
export interface RedoResult {
  readonly cl: number;
  readonly method: LimitMethodName;
  readonly rows: readonly RedoneLimit[];
  readonly compared: number;
  readonly median: number | null;
  /** Root mean square of ln(ratio/median): 0.1 is 10 %. */
  readonly spread: number | null;
  readonly words: string;
}

const reasonOf = ({ observed, background, ses }: CountToRedo): string | null => {
  if (observed === null || background === null || ses === null) return 'a number is missing';
  if (!Number.isInteger(observed) || observed < 0) return `${observed} is no count`;
  if (background < 0) return `the background ${background} is negative`;
  return ses > 0 ? null : `the sensitivity ${ses} is not above zero`;
};

/**
 * Limits from counts, backgrounds and sensitivities, beside the published ones: Gaussian background, errors as given.
 * Rows that cannot be redone say why.
 */
export function redoLimits(counts: readonly CountToRedo[], level: number, method: LimitMethodName): RedoResult {
  const rows = counts.map((count): RedoneLimit => {
    const reason = reasonOf(count);
    const { observed, background, backgroundError, ses, sesError, published } = count;
    if (reason !== null || background === null || ses === null)
      return { ...count, computed: null, ratio: null, reason };
    const found = countingLimit({
      observed,
      background,
      ...(backgroundError > 0 ? { backgroundError, backgroundModel: 'gauss' as const } : {}),
      ses,
      sesError: sesError / ses,
      level,
      method,
      expected: false,
    });
    const computed = found.branchingRatio?.observed ?? null;
    const ratio = computed === null || published === null || !(published > 0) ? null : computed / published;
    return { ...count, computed, ratio, reason: null };
  });
  const ratios = rows.flatMap(({ ratio }) => (ratio === null || !(ratio > 0) ? [] : [ratio])).sort((a, b) => a - b);
  const middle = ratios.length === 0 ? null : medianOf(ratios);
  const spread =
    middle === null
      ? null
      : Math.sqrt(ratios.reduce((sum, ratio) => sum + log(ratio / middle) * log(ratio / middle), 0) / ratios.length);
  return {
    cl: level,
    method,
    rows,
    compared: ratios.length,
    median: middle,
    spread,
    words: wordsOn(middle, spread, rows),
  };
}

function medianOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : exp((log(sorted[half - 1]) + log(sorted[half])) / 2);
}

/** Whether such a mismatch is usual. */
function wordsOn(median: number | null, spread: number | null, rows: readonly RedoneLimit[]): string {
  if (median === null || spread === null)
    return rows.some(({ computed }) => computed !== null)
      ? 'there is no published limit beside it.'
      : 'no row can be redone.';
  const off = Math.abs(log(median));
  if (off < 1e-5 && spread < 1e-5) return 'the same limit.';
  if (off < 0.03 && spread < 0.03) return 'a normal mismatch: as large as the rounding of printed numbers.';
  if (off < 0.3 && spread < 0.2)
    return 'a normal mismatch: methods (CLs, Feldman–Cousins, Bayes), correlated errors and shapes of the background are not in a table of counts.';
  if (spread < 0.1)
    return 'not normal, but the same everywhere: look for another confidence level, unit, branching fraction or efficiency in the sensitivity.';
  return 'not normal: look whether the columns are what they are taken for (--columns), or the limit is not one of a count.';
}
