import { log } from '../../../math/elementary.ts';
import { poissonCdf } from '../../../math/special/index.ts';

/** ln of the ranking ratio P(m | s + b)/P(m | max(b, m)) of Feldman and Cousins. */
function logRank(m: number, mean: number, b: number): number {
  const best = Math.max(b, m);
  return m === 0 ? best - mean : best - mean + m * log(mean / best);
}

/** Probability at signal s of all counts that rank strictly before n: n is accepted while it is below the level. */
export function rankedBefore(n: number, s: number, b: number): number {
  const mean = s + b;
  if (mean === 0) return n === 0 ? 0 : 1;
  const mine = logRank(n, mean, b);
  const margin = 1e-11 * (1 + Math.abs(mine));
  const before = (m: number): boolean => logRank(m, mean, b) > mine + margin;
  // The rank rises to m = s + b and falls after it, so the counts before n are those between n and its counterpart.
  const step = Math.ceil(1 + Math.sqrt(mean));
  if (n < mean) {
    if (!before(n + 1)) return 0;
    let low = n + 1;
    let high = low + step;
    for (let jump = step; before(high); jump *= 2) {
      low = high;
      high += jump;
    }
    while (high - low > 1) {
      const middle = Math.floor(0.5 * (low + high));
      if (before(middle)) low = middle;
      else high = middle;
    }
    return poissonCdf(low, mean) - poissonCdf(n, mean);
  }
  if (n === 0 || !before(n - 1)) return 0;
  let high = n - 1;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor(0.5 * (low + high));
    if (before(middle)) high = middle;
    else low = middle;
  }
  return poissonCdf(n - 1, mean) - poissonCdf(high - 1, mean);
}

/** The last s, going outwards from `from` in steps that end at `to`, where n is accepted; found to 1e-9 of a step. */
function lastAccepted(accepted: (s: number) => boolean, from: number, to: number, step: number): number {
  const direction = to < from ? -1 : 1;
  let s = to;
  while ((s - from) * direction > 0 && !accepted(s)) s -= direction * step;
  if ((s - from) * direction <= 0) s = from;
  if (s === to) return to;
  let inside = s;
  let outside = s + direction * step;
  for (let i = 0; i < 40; i++) {
    const middle = 0.5 * (inside + outside);
    if (accepted(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/**
 * The Feldman–Cousins interval for n events over an exactly known background b: from the smallest to the largest s
 * whose acceptance region holds n (physics/9711021). Looks for the ends on a coarse, then on a fine grid of s, so that
 * an accepted island beyond the first gap is found.
 */
export function feldmanCousinsEnds(n: number, b: number, level: number): { lower: number; upper: number } {
  const accepted = (s: number): boolean => rankedBefore(n, s, b) < level;
  const best = Math.max(0, n - b);
  const width = 1 + Math.sqrt(Math.max(n, b));
  let far = best + width;
  while (accepted(far)) far += width;
  // The coverage of the region goes up by jumps: look a whole event further than the first rejection.
  far += width + 1;
  const coarse = width / 20;
  const roughUpper = lastAccepted(accepted, best, far, coarse);
  const upper = lastAccepted(accepted, best, roughUpper + 3 * coarse, coarse / 40);
  if (accepted(0)) return { lower: 0, upper };
  const roughLower = lastAccepted(accepted, best, 0, best / 60);
  return { lower: lastAccepted(accepted, best, Math.max(0, roughLower - best / 20), best / 2400), upper };
}
