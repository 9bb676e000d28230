import type { BackgroundModel } from '../counting/background/background-model.ts';
import { clsOfOneChannel } from '../counting/cls/cls-single.ts';
import { solveCls } from '../counting/cls/solve-cls.ts';
import { type CountingModel, checkCountingModel, checkCounts } from '../counting/counting-model.ts';
import { backgroundCounts, bandProbabilities } from '../counting/counts/count-distribution.ts';

/**
 * Exact CLs limits, in signal events, of all counts that one window can have: each is worked out once. The background
 * is Gaussian, cut off at zero; `relativeError` is that of the signal efficiency. These are the numbers of
 * `countingLimit` without the mean of the expected limits, which takes most of its time.
 */
export class WindowLimits {
  readonly #model: CountingModel;
  readonly #level: number;
  readonly #logCls: (n: number) => (s: number) => number;
  readonly #known = new Map<number, number>();
  #expected: readonly [number, number, number, number, number] | undefined;

  constructor(background: number, error: number, relativeError: number, level: number) {
    const model: BackgroundModel =
      error > 0 ? { kind: 'gauss', value: background, error } : { kind: 'fixed', value: background };
    this.#model = {
      channels: [{ background: model }],
      ...(relativeError > 0 ? { efficiency: { kind: 'gauss', relativeError } } : {}),
    };
    checkCountingModel(this.#model);
    this.#level = level;
    this.#logCls = clsOfOneChannel(this.#model);
  }

  /** The upper limit for n events. InvalidInput unless n is a whole number ≥ 0. */
  upper(n: number): number {
    let limit = this.#known.get(n);
    if (limit === undefined) {
      checkCounts([n], 1);
      limit = solveCls(this.#logCls(n), this.#level, 1 + Math.sqrt(n));
      this.#known.set(n, limit);
    }
    return limit;
  }

  /** The limits at the counts expected at −2, −1, 0, 1, 2 standard deviations without a signal. */
  get expected(): readonly [number, number, number, number, number] {
    if (this.#expected === undefined) {
      const counts = backgroundCounts(this.#model.channels[0].background);
      const bands = bandProbabilities.map((p) => this.upper(counts.quantile(p)));
      this.#expected = bands as unknown as readonly [number, number, number, number, number];
    }
    return this.#expected;
  }
}
