import { normalCdf } from '../../math/special/index.ts';
import type { SortedMasses } from './sorted-masses.ts';

/** The neighbourhood of one mass hypothesis in narrow bins. */
export interface LocalRange {
  readonly mass: number;
  readonly sigma: number;
  readonly edges: Float64Array;
}

const BINS_PER_SIGMA = 3;

/** Bins a third of σ wide from mass − reach·σ to mass + reach·σ, cut off at the ends of the analysed range. */
export function localRange(
  mass: number,
  sigma: number,
  reach: number,
  [lowest, highest]: readonly [number, number],
): LocalRange {
  const low = Math.max(lowest, mass - reach * sigma);
  const high = Math.min(highest, mass + reach * sigma);
  const bins = Math.max(4, Math.round(((high - low) / sigma) * BINS_PER_SIGMA));
  return { mass, sigma, edges: Float64Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins) };
}

/** Writes the counts per bin; bins marked in `left out` get zero. */
export function fillCounts(masses: SortedMasses, edges: Float64Array, out: Float64Array): void {
  for (let i = 0; i + 1 < edges.length; i++) out[i] = masses.sum(edges[i], edges[i + 1]);
}

/** Fraction of a Gaussian peak at the hypothesis in each bin, written to `out`; returns their sum. */
export function fillPeak({ mass, sigma, edges }: LocalRange, out: Float64Array): number {
  let below = normalCdf((edges[0] - mass) / sigma);
  const first = below;
  for (let i = 0; i + 1 < edges.length; i++) {
    const above = normalCdf((edges[i + 1] - mass) / sigma);
    out[i] = above - below;
    below = above;
  }
  return below - first;
}

/** Mean of the Legendre polynomial P_degree (0 … 3) of u = (x − middle)/half over [low, high]. */
export function meanLegendre(degree: number, low: number, high: number, middle: number, half: number): number {
  const a = (low - middle) / half;
  const b = (high - middle) / half;
  const [m1, m2, m3] = [(a + b) / 2, (a * a + a * b + b * b) / 3, ((a + b) * (a * a + b * b)) / 4];
  if (degree === 0) return 1;
  if (degree === 1) return m1;
  return degree === 2 ? 1.5 * m2 - 0.5 : 2.5 * m3 - 1.5 * m1;
}
