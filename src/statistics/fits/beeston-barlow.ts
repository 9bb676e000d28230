import { log } from '../../math/elementary.ts';

/**
 * One bin of the full Beeston–Barlow likelihood, with the unknown true template contents A_j profiled out.
 * `observed` is the count d, `scales` the p_j ≥ 0 (data events per template event), `counts` the template counts a_j.
 * Writes the fitted A_j into `fitted` and returns t, which solves d/(1 − t) = Σ p_j a_j/(1 + p_j t): then
 * A_j = a_j/(1 + p_j t) and the bin's expectation is f = Σ p_j A_j = d/(1 − t).
 * d = 0 gives t = 1. When the sources with the largest p have no count in the bin and the others cannot fill it,
 * t = −1/max p and those sources share what is missing (the special case of the paper, section 5).
 * When every p_j is zero the templates are as they came and f = 0. Source: Barlow and Beeston,
 * Comput. Phys. Commun. 77 (1993) 219.
 */
export function beestonBarlowBin(
  observed: number,
  scales: ArrayLike<number>,
  counts: ArrayLike<number>,
  fitted: Float64Array,
): number {
  const sources = scales.length;
  let largest = 0;
  for (let j = 0; j < sources; j++) largest = Math.max(largest, scales[j]);
  const t = observed === 0 || largest === 0 ? 1 : solve(observed, scales, counts, largest);
  let strongest = 0;
  let others = 0;
  for (let j = 0; j < sources; j++) {
    fitted[j] = counts[j] === 0 ? 0 : counts[j] / (1 + scales[j] * t);
    others += scales[j] * fitted[j];
    if (scales[j] === largest) strongest++;
  }
  if (t === -1 / largest) {
    const missing = observed / (1 - t) - others;
    for (let j = 0; j < sources; j++) if (scales[j] === largest) fitted[j] = missing / (largest * strongest);
  }
  return t;
}

/** d ln f − f + Σ_j (a_j ln A_j − A_j) of one bin, with x ln x = 0 at 0; −Infinity when data meets f = 0. */
export function beestonBarlowLogLikelihood(
  observed: number,
  scales: ArrayLike<number>,
  counts: ArrayLike<number>,
  fitted: ArrayLike<number>,
): number {
  let expected = 0;
  let sum = 0;
  for (let j = 0; j < scales.length; j++) {
    expected += scales[j] * fitted[j];
    if (counts[j] > 0) sum += counts[j] * log(fitted[j]);
    sum -= fitted[j];
  }
  if (observed > 0) {
    if (expected <= 0) return Number.NEGATIVE_INFINITY;
    sum += observed * log(expected);
  }
  return sum - expected;
}

/** The root t in [−1/largest, 1): the balance falls monotonically, so Newton is safeguarded by bisection. */
function solve(observed: number, scales: ArrayLike<number>, counts: ArrayLike<number>, largest: number): number {
  let low = -1 / largest;
  let high = 1;
  if (fillableWithoutStrongest(observed, scales, counts, largest)) return low;
  let t = 0;
  for (let step = 0; step < 200; step++) {
    let balance = -observed / (1 - t);
    let slope = balance / (1 - t);
    for (let j = 0; j < scales.length; j++) {
      const share = (scales[j] * counts[j]) / (1 + scales[j] * t);
      balance += share;
      slope -= (share * scales[j]) / (1 + scales[j] * t);
    }
    if (balance > 0) low = t;
    else high = t;
    let next = t - balance / slope;
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (Math.abs(next - t) <= 1e-15 * (1 + Math.abs(t))) return next;
    t = next;
  }
  return t;
}

/** True in the special case: at t = −1/largest the counted sources stay below the data, the strongest being empty. */
function fillableWithoutStrongest(
  observed: number,
  scales: ArrayLike<number>,
  counts: ArrayLike<number>,
  largest: number,
): boolean {
  let others = 0;
  for (let j = 0; j < scales.length; j++) {
    if (counts[j] === 0) continue;
    if (scales[j] === largest) return false;
    others += (scales[j] * counts[j]) / (1 - scales[j] / largest);
  }
  return others <= observed / (1 + 1 / largest);
}
