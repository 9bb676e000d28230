import { exp, log1p } from '../../../math/elementary.ts';
import { gaussLegendre } from '../../../math/quadrature.ts';
import { type BackgroundDensity, backgroundDensity } from '../background/background-density.ts';
import { type BackgroundModel, isFixed } from '../background/background-model.ts';

/** P(B = m) = scaled[m] e^logScale of a background count B. */
export interface CountProbabilities {
  readonly scaled: Float64Array;
  readonly logScale: number;
}

/** Probabilities below this, all counts together, are left to a method that looks for where they come from. */
const RARE = 1e-9;
const LARGEST_MEAN = 600;

/**
 * Probabilities of a background count at 0…most, the background averaged over: a Poisson count in closed form, a gamma
 * background as the negative binomial it makes, others by quadrature between 0 and where a mean cannot give `most` any
 * more. Null where these counts are so rare that the far tail of the background makes them.
 */
export function countProbabilities(model: BackgroundModel, most: number): CountProbabilities | null {
  if (model.kind === 'gamma' && !isFixed(model)) return negativeBinomial(model.value, model.error, most);
  const density = backgroundDensity(model);
  if (density === null) return model.value > LARGEST_MEAN ? null : poisson(model.value, most);
  return averaged(density, most);
}

function poisson(mean: number, most: number): CountProbabilities {
  const scaled = new Float64Array(most + 1);
  for (let m = 0, term = 1; m <= most; m++) {
    scaled[m] = term;
    term *= mean / (m + 1);
  }
  return { scaled, logScale: -mean };
}

/** Shape k and scale θ of the gamma give P(0) = (1 + θ)^(−k), P(m + 1) = P(m) (k + m)/(m + 1) θ/(1 + θ). */
function negativeBinomial(value: number, error: number, most: number): CountProbabilities | null {
  const shape = (value / error) * (value / error);
  const scale = (error / value) * error;
  const none = shape * log1p(scale);
  if (!(none < LARGEST_MEAN)) return null;
  const ratio = scale / (1 + scale);
  const scaled = new Float64Array(most + 1);
  for (let m = 0, term = 1; m <= most; m++) {
    scaled[m] = term;
    term *= ((shape + m) / (m + 1)) * ratio;
  }
  return { scaled, logScale: -none };
}

function averaged(density: BackgroundDensity, most: number): CountProbabilities | null {
  const scaled = new Float64Array(most + 1);
  scaled[0] = density.atZero;
  const highest = Math.sqrt(most + 60 + 14 * Math.sqrt(most + 1));
  const { nodes, weights } = gaussLegendre(16);
  const panel = (from: number, to: number): void => {
    const half = 0.5 * (to - from);
    for (let i = 0; i < nodes.length; i++) {
      const y = from + half * (1 + nodes[i]);
      const b = density.background(y);
      let term = half * weights[i] * exp(density.logDensity(y) - b);
      for (let m = 0; m <= most && term > 0; m++) {
        scaled[m] += term;
        term *= b / (m + 1);
      }
    }
  };
  // Panels over which √b moves by less than 1, y by less than 1, and b by less than a factor of 7 where it is small.
  const visit = (from: number, to: number, depth: number): void => {
    const [a, b] = [density.background(from), density.background(to)];
    const [low, high] = a < b ? [a, b] : [b, a];
    if (Math.sqrt(low) > highest) return;
    const narrow = to - from <= 1 && Math.sqrt(high) - Math.sqrt(low) <= 1 && high <= 7 * low + 0.01;
    const faint = Math.max(density.logDensity(from), density.logDensity(to)) < -120 && to - from <= 2;
    if (faint) return;
    if (narrow || depth > 60) panel(from, to);
    else {
      const middle = 0.5 * (from + to);
      visit(from, middle, depth + 1);
      visit(middle, to, depth + 1);
    }
  };
  for (let i = 0; i + 1 < density.edges.length; i++) visit(density.edges[i], density.edges[i + 1], 0);
  let all = 0;
  for (const p of scaled) all += p;
  return all > RARE ? { scaled, logScale: 0 } : null;
}
