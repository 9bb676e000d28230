import { exp, log, log1p } from '../../../math/elementary.ts';
import { PiecewiseChebyshev } from '../../../math/piecewise-chebyshev.ts';
import { logGammaQ } from '../../../math/special/index.ts';
import { logAverageOver } from '../background/background-average.ts';
import { backgroundDensity, efficiencyDensity } from '../background/background-density.ts';
import type { BackgroundModel } from '../background/background-model.ts';
import { type EfficiencyModel, isUncertain } from '../counting-model.ts';
import { efficiencyPoints } from '../efficiency.ts';
import { countProbabilities } from './count-probabilities.ts';

/** Up to this count P(N ≤ n) is a polynomial in the signal, made once. */
const LONGEST_POLYNOMIAL = 300;
/** Means up to here leave the powers of polynomials inside the range of a double. */
const LARGEST_MEAN = 600;
/** Averages over an efficiency read ln P(N ≤ n) off polynomials that follow it this closely. */
const FOLLOWED = 3e-7;

const LOW = 60;

/** A function of the expected signal x. */
type OfSignal = (x: number) => number;

/**
 * ln P(N ≤ n) as a function of the expected signal x, for a Poisson count of mean efficiency·x + background averaged
 * over both distributions. Finite however improbable the count. For moderate n it is e^(−x) Σ_l x^l/l! P(B ≤ n − l) with
 * B the background count, a sum of positive terms whose coefficients are found once; else the background is integrated
 * over at each x.
 */
export function logCountCdf(
  n: number,
  background: BackgroundModel,
  efficiencies: readonly (EfficiencyModel | undefined)[] = [],
): OfSignal {
  let cdf = ofBackground(n, background);
  const [first, second] = efficiencies.filter(isUncertain);
  if (first === undefined) return cdf;
  if (n > LONGEST_POLYNOMIAL) cdf = followed(cdf, n);
  const averaged = overEfficiency(cdf, first);
  if (second === undefined) return averaged;
  const { values, weights } = efficiencyPoints(second);
  return (x) => {
    let total = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < values.length; k++) {
      const term = averaged(values[k] * x) + log(weights[k]);
      const [large, small] = term > total ? [term, total] : [total, term];
      total = large + log1p(exp(small - large));
    }
    return total;
  };
}

function ofBackground(n: number, background: BackgroundModel): OfSignal {
  const integrated = integratedCdf(n, background);
  if (n > LONGEST_POLYNOMIAL) return integrated;
  const counts = countProbabilities(background, n);
  if (counts === null) return integrated;
  const polynomial = polynomialCdf(counts.scaled, counts.logScale);
  return (x) => (x <= LARGEST_MEAN ? polynomial(x) : integrated(x));
}

/** The same function by polynomials up to where it has fallen by LOW, and straight on from there, where it adds nothing. */
function followed(cdf: OfSignal, n: number): OfSignal {
  const start = cdf(0);
  const most = n + 14 * Math.sqrt(n + 1) + 100;
  let last = Math.min(most, 14 * Math.sqrt(n + 1) + 100);
  while (last < most && cdf(last) > start - LOW) last = Math.min(most, 2 * last);
  const pieces = new PiecewiseChebyshev(cdf, 0, last, FOLLOWED);
  const end = pieces.at(last);
  const slope = Math.min(0, (end - pieces.at(0.98 * last)) / (0.02 * last));
  return (x) => (x <= last ? pieces.at(x) : end + slope * (x - last));
}

function overEfficiency(cdf: OfSignal, model: EfficiencyModel): OfSignal {
  const density = efficiencyDensity(model);
  return (x) => (x === 0 ? cdf(0) : logAverageOver(density, (factor) => cdf(factor * x)));
}

/** From P(B = m) e^(−logScale) for m = 0…n. */
function polynomialCdf(probabilities: Float64Array, logScale: number): OfSignal {
  const n = probabilities.length - 1;
  const cumulative = Float64Array.from(probabilities);
  for (let m = 1; m <= n; m++) cumulative[m] += cumulative[m - 1];
  return (x) => {
    let value = cumulative[0];
    for (let l = n; l >= 1; l--) value = value * (x / l) + cumulative[n - l + 1];
    return log(value) - x + logScale;
  };
}

function integratedCdf(n: number, model: BackgroundModel): OfSignal {
  const density = backgroundDensity(model);
  const logQ = (mean: number): number => (mean === 0 ? 0 : logGammaQ(n + 1, mean));
  return density === null ? (x) => logQ(x + model.value) : (x) => logAverageOver(density, (b) => logQ(x + b));
}
