import type { Likelihood } from '../model/likelihood.ts';

/** Below this many background events under the signal, asymptotic limits are off by 5 % and more. */
const enough = 10;

/**
 * Why large-sample formulae should not be trusted here, or null. `theta` is the background-only fit. The measure is the
 * background under the signal, (Σs)²/Σ(s²/λ): the mean of a counting experiment that is as sensitive; 10 events are
 * asked for (with n = 10, b = 10 ± 3 the 90 % limit is 7.7 by the formulae and 8.3 exactly; with n = 0, b = 0.26 it is
 * 1.55 and 2.30).
 */
export function asymptoticDanger(likelihood: Likelihood, theta: Float64Array, poi: number): string | null {
  const { expectation } = likelihood;
  expectation.evaluate(theta);
  const background = Float64Array.from(expectation.lambda);
  const moved = Float64Array.from(theta);
  moved[poi] += 1;
  expectation.evaluate(moved);
  let signal = 0;
  let weighted = 0;
  for (let i = 0; i < background.length; i++) {
    const s = Math.abs(expectation.lambda[i] - background[i]);
    if (!(s > 0)) continue;
    signal += s;
    weighted += background[i] > 1e-90 ? (s * s) / background[i] : Number.POSITIVE_INFINITY;
  }
  const events = weighted > 0 ? (signal * signal) / weighted : 0;
  if (events >= enough) return null;
  return `only ${events.toPrecision(2)} background events lie under the signal; asymptotic formulae need about ${enough}: use toys, or the exact counting limit.`;
}
