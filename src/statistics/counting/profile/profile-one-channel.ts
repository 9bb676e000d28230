import { log } from '../../../math/elementary.ts';
import { asymmetricBackground } from '../background/asymmetric-background.ts';
import { backgroundAt } from '../background/background-at.ts';
import { isFixed } from '../background/background-model.ts';
import { backgroundTable } from '../background/profiled-background.ts';
import type { CountingChannel } from '../counting-model.ts';
import type { ProfileLikelihood } from './profile-likelihood-contract.ts';

/** μ − n ln μ; finite where μ is 0 and n is not, so that minimisers can leave such places. */
export function countTerm(n: number, mean: number): number {
  return n === 0 ? mean : mean - n * log(Math.max(mean, 1e-300));
}

/**
 * One channel, efficiency known, background exact or Gaussian: the profiled background is the positive root of
 * b² + b (s − b₀ + σ²) − [s (b₀ − σ²) + σ² n] = 0 (Rolke, López, Conrad, physics/0403059, model 5).
 */
export function oneChannelProfile(channel: CountingChannel): ProfileLikelihood {
  const { background } = channel;
  const center = background.value;
  const error = background.kind === 'gauss' && !isFixed(background) ? background.error : 0;
  const variance = error * error;
  const unit = channel.signal ?? 1;
  const at = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>, z?: Float64Array): number => {
    const n = counts[0];
    const signal = unit * s;
    if (error === 0) return countTerm(n, signal + center);
    const measured = center + error * aux[0];
    const p = signal - measured + variance;
    const q = signal * (measured - variance) + variance * n;
    const root = Math.sqrt(Math.max(0, p * p + 4 * q));
    // Of the two forms of the root the one without cancellation.
    const b = Math.max(0, p > 0 ? (2 * q) / (p + root) : 0.5 * (root - p));
    if (z !== undefined) z[0] = (b - center) / error;
    const pull = (b - measured) / error;
    return countTerm(n, signal + b) + 0.5 * pull * pull;
  };
  return {
    nuisances: error === 0 ? 0 : 1,
    channels: 1,
    at,
    best(counts, aux) {
      const n = counts[0];
      const measured = center + (error === 0 ? 0 : error * aux[0]);
      if (measured >= 0 && n >= measured) return { s: (n - measured) / unit, value: countTerm(n, n) };
      if (measured >= 0) return { s: 0, value: at(0, counts, aux) };
      // A measured background below zero: b stays at 0 unless the counts want more than no background allows.
      const pull = measured / error;
      return n > 0 ? { s: n / unit, value: countTerm(n, n) + 0.5 * pull * pull } : { s: 0, value: at(0, counts, aux) };
    },
    means(s, z, out) {
      out[0] = unit * s + Math.max(0, center + (error === 0 ? 0 : error * z[0]));
    },
  };
}

/**
 * One channel, efficiency known, the background uncertain in any form: its nuisance parameter by Newton steps on one
 * variable, kept between the places where the slope is known to be negative and positive.
 */
export function oneBackgroundProfile(channel: CountingChannel): ProfileLikelihood {
  const { background } = channel;
  const unit = channel.signal ?? 1;
  const table = backgroundTable(
    background.kind === 'asymmetric' ? (z) => asymmetricBackground(background, z) : (z) => backgroundAt(background, z),
  );
  const out = new Float64Array(2);
  const at = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>, z?: Float64Array): number => {
    const n = counts[0];
    const a = aux[0];
    const signal = unit * s;
    let x = a;
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    let bestValue = Number.POSITIVE_INFINITY;
    let best = a;
    for (let i = 0; i < 60; i++) {
      table(x, out);
      const mean = Math.max(1e-300, signal + out[0]);
      const value = countTerm(n, mean) + 0.5 * (x - a) * (x - a);
      if (value < bestValue) {
        bestValue = value;
        best = x;
      }
      const rate = out[1] / mean;
      const slope = (mean - n) * rate + (x - a);
      if (slope > 0) high = x;
      else low = x;
      const step = slope / (1 + n * rate * rate);
      let next = x - step;
      if (!(next > low && next < high)) next = Number.isFinite(low + high) ? 0.5 * (low + high) : x - Math.sign(slope);
      if (Math.abs(next - x) < 1e-9) break;
      x = next;
    }
    if (z !== undefined) z[0] = best;
    return bestValue;
  };
  return {
    nuisances: 1,
    channels: 1,
    at,
    best(counts, aux) {
      table(aux[0], out);
      const rest = counts[0] - out[0];
      return rest >= 0
        ? { s: rest / unit, value: countTerm(counts[0], counts[0]) }
        : { s: 0, value: at(0, counts, aux) };
    },
    means(s, z, means) {
      table(z[0], out);
      means[0] = unit * s + out[0];
    },
  };
}
