import type { Estimate } from '../../statistics/estimate.ts';
import type { SummarySpectrum } from './summary.ts';

/** Half the probability that a Gaussian puts outside of one standard deviation. */
const TAIL = 0.15865525393145707;

function quantile(contents: Float64Array, total: number, fraction: number, from: number, width: number): number {
  let sum = 0;
  for (let bin = 0; bin < contents.length; bin++) {
    const next = sum + contents[bin];
    if (next >= fraction * total)
      return from + width * (bin + (contents[bin] > 0 ? (fraction * total - sum) / contents[bin] : 0));
    sum = next;
  }
  return from + width * contents.length;
}

/**
 * Resolution: half the width of the central 68.27 % of a spectrum in one observable, with the error of a Gaussian
 * sample of the same effective size. Zero with zero error for an empty spectrum.
 */
export function centralWidth({ axes, contents, squares }: SummarySpectrum): Estimate {
  const [{ from, to, bins }] = axes;
  let total = 0;
  let sumOfSquares = 0;
  for (let bin = 0; bin < bins; bin++) {
    total += contents[bin];
    sumOfSquares += squares[bin];
  }
  if (!(total > 0)) return { value: 0, error: 0 };
  const width = (to - from) / bins;
  const low = quantile(contents, total, TAIL, from, width);
  const high = quantile(contents, total, 1 - TAIL, from, width);
  const value = (high - low) / 2;
  return { value, error: value * Math.sqrt((0.85 * sumOfSquares) / (total * total)) };
}
