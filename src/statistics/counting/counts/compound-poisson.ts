import { exp } from '../../../math/elementary.ts';

/**
 * Probabilities of Σ wⱼ nⱼ = k, k = 0…top, for independent Poisson counts nⱼ of means λⱼ and whole weights wⱼ > 0, by the
 * recursion k P(k) = Σⱼ λⱼ wⱼ P(k − wⱼ) (H. H. Panjer, ASTIN Bulletin 12 (1981) 22): sums of positive terms. What comes
 * back is scaled[k] = P(k) e^(−logScale), so that large means do not underflow.
 */
export function compoundPoisson(
  weights: readonly number[],
  means: readonly number[],
  top: number,
): { readonly scaled: Float64Array; readonly logScale: number } {
  const rates: number[] = [];
  const steps: number[] = [];
  let total = 0;
  for (let j = 0; j < weights.length; j++) {
    total += means[j];
    if (!(means[j] > 0)) continue;
    const known = steps.indexOf(weights[j]);
    if (known < 0) {
      steps.push(weights[j]);
      rates.push(means[j] * weights[j]);
    } else rates[known] += means[j] * weights[j];
  }
  const scaled = new Float64Array(top + 1);
  scaled[0] = 1;
  let logScale = -total;
  for (let k = 1; k <= top; k++) {
    let sum = 0;
    for (let j = 0; j < steps.length; j++) if (steps[j] <= k) sum += rates[j] * scaled[k - steps[j]];
    scaled[k] = sum / k;
    if (scaled[k] > 1e200) {
      for (let i = 0; i <= k; i++) scaled[i] *= SMALLER;
      logScale += LOG_OF_LARGER;
    }
  }
  return { scaled, logScale };
}

const LOG_OF_LARGER = 400;
const SMALLER = exp(-LOG_OF_LARGER);
