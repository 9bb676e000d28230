import { LinearPoissonFit } from './linear-poisson-fit.ts';
import type { LocalRange } from './local-range.ts';
import { fillCounts, meanLegendre } from './local-range.ts';
import type { SortedMasses } from './sorted-masses.ts';

/** How the background of a window is read off the data beside it. */
export interface SidebandOptions {
  /** Degree of the polynomial, 0 to 3; default 2. Where there are few events a lower one is taken. */
  readonly degree?: number;
  /** Outer ends of the sidebands in σ; default 12. */
  readonly reach?: number;
  /** Inner ends in σ, at least the window's; default 3. */
  readonly gap?: number;
}

/** A background with its error, and the degree of the polynomial that was fitted. */
export interface SidebandEstimate {
  readonly value: number;
  readonly error: number;
  readonly degree: number;
}

/**
 * Expected background of the window [low, high] from a polynomial fitted to the counts of `range` beyond `gap`·σ on
 * both sides by maximum likelihood, with the error of the fit. With fewer than degree + 3 events the degree falls; an
 * empty sideband gives 0 with the error of one event.
 */
export function sidebandBackground(
  masses: SortedMasses,
  range: LocalRange,
  [low, high]: readonly [number, number],
  degree: number,
  gap: number,
): SidebandEstimate {
  const { edges, mass, sigma } = range;
  const bins = edges.length - 1;
  const [from, to] = [edges[0], edges[bins]];
  const [middle, half] = [0.5 * (from + to), 0.5 * (to - from)];
  const used = Array.from({ length: bins }, (_, i) => i).filter(
    (i) => edges[i + 1] <= mass - gap * sigma || edges[i] >= mass + gap * sigma,
  );
  const all = new Float64Array(bins);
  fillCounts(masses, edges, all);
  const counts = Float64Array.from(used, (i) => all[i]);
  let events = 0;
  for (const count of counts) events += count;
  const width = (to - from) / bins;
  const perBin = (high - low) / width;
  if (used.length === 0) return { value: 0, error: 0, degree: 0 };
  if (events === 0) return { value: 0, error: perBin / used.length, degree: 0 };
  const start = Math.max(0, Math.min(degree, Math.floor(events) - 3, used.length - 2));
  for (let order = start; order >= 0; order--) {
    const fit = new LinearPoissonFit(order + 1, used.length);
    const atWindow = new Float64Array(order + 1);
    for (let k = 0; k <= order; k++) {
      for (const [j, i] of used.entries()) {
        fit.rows[k * used.length + j] = meanLegendre(k, edges[i], edges[i + 1], middle, half);
      }
      atWindow[k] = meanLegendre(k, low, high, middle, half) * perBin;
    }
    fit.theta[0] = events / used.length;
    fit.minimise(counts);
    const covariance = new Float64Array((order + 1) * (order + 1));
    if (!fit.covariance(counts, 0, covariance)) continue;
    let [value, variance] = [0, 0];
    for (let k = 0; k <= order; k++) {
      value += fit.theta[k] * atWindow[k];
      for (let l = 0; l <= order; l++) variance += atWindow[k] * atWindow[l] * covariance[k * (order + 1) + l];
    }
    // A polynomial that leaves the allowed region, or that the data do not fix, gives way to a lower one.
    if (order > 0 && (value < 0 || !(variance < (value + perBin) * (value + perBin)))) continue;
    return { value: Math.max(0, value), error: Math.sqrt(Math.max(0, variance)), degree: order };
  }
  return { value: (events / used.length) * perBin, error: (Math.sqrt(events) / used.length) * perBin, degree: 0 };
}
