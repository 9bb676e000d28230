/** What a scan of some size reached: the median over its masses of the relative error of the acceptance; null for none. */
export interface ReachedPrecision {
  readonly asked: number;
  readonly reached: number | null;
  readonly events: number;
  /** Sizes that were tried before, and what they reached. */
  readonly tried: readonly { readonly events: number; readonly reached: number | null }[];
}

/** Median relative error; infinite where nothing is accepted. */
export function medianRelativeError(estimates: readonly { readonly value: number; readonly error: number }[]): number {
  const errors = estimates
    .map(({ value, error }) => (value > 0 ? error / value : Number.POSITIVE_INFINITY))
    .sort((a, b) => a - b);
  return errors[Math.floor(errors.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** An error as JSON has it: null where there is none. */
export const errorOrNull = (error: number): number | null => (error < Number.POSITIVE_INFINITY ? error : null);

/** Margin for the noise of an error that is itself estimated. */
const MARGIN = 1.15;
/** An error says how much more is needed up to this factor; beyond, a step between is safer. */
const MOST_AT_ONCE = 64;

/**
 * Events that reach `wanted`, from what a smaller size reached: errors fall as 1/√events. Never fewer than before, two
 * digits, at most 64 times as many.
 */
export function eventsForPrecision(events: number, reached: number, wanted: number): number {
  if (reached <= wanted) return events;
  const ratio = reached / wanted;
  const needed = events * Math.min(MOST_AT_ONCE, MARGIN * ratio * ratio);
  let step = 1;
  while (step * 100 < needed) step *= 10;
  return Math.ceil(needed / step) * step;
}
