import { bakerCousinsBin } from './baker-cousins.ts';
import { liteFactor } from './beeston-barlow-lite.ts';

/**
 * What a binned fit minimises, n observed, μ expected, v the variance of μ from limited simulation (Σw²):
 * - `poisson`: Baker–Cousins; v ignored.
 * - `poisson-template`: Baker–Cousins with one Beeston–Barlow-lite factor per bin profiled out, Gaussian width √v/μ.
 * - `chi2-pearson`: (n − μ)²/(μ + v).
 * - `chi2-neyman`: (n − μ)²/(n + v); bins with n + v = 0 do not count. Biased low for small counts.
 */
export type BinnedStatistic = 'poisson' | 'poisson-template' | 'chi2-pearson' | 'chi2-neyman';

/** The names of the statistics that a binned fit can minimise. */
export const binnedStatistics: readonly BinnedStatistic[] = [
  'poisson',
  'poisson-template',
  'chi2-pearson',
  'chi2-neyman',
];

/** One bin's contribution; +Infinity where μ cannot have given n. n ≥ 0, v ≥ 0. */
export function binnedTerm(statistic: BinnedStatistic, n: number, mu: number, v: number): number {
  switch (statistic) {
    case 'poisson':
      return bakerCousinsBin(n, mu);
    case 'poisson-template': {
      if (mu <= 0 || v === 0) return bakerCousinsBin(n, mu);
      const beta = liteFactor(n, mu, v);
      const shift = (beta - 1) * mu;
      return bakerCousinsBin(n, beta * mu) + (shift * shift) / v;
    }
    case 'chi2-pearson': {
      const variance = mu + v;
      if (n === mu && variance === 0) return 0;
      return mu < 0 || variance <= 0 ? Number.POSITIVE_INFINITY : ((n - mu) * (n - mu)) / variance;
    }
    case 'chi2-neyman': {
      const variance = n + v;
      return variance === 0 ? 0 : ((n - mu) * (n - mu)) / variance;
    }
  }
}

/** ∂/∂μ and ∂/∂v of `binnedTerm`, written into `out`; the profiled factor stays at its best (envelope theorem). */
export function binnedSlopes(statistic: BinnedStatistic, n: number, mu: number, v: number, out: Float64Array): void {
  out[1] = 0;
  switch (statistic) {
    case 'poisson':
      out[0] = n === 0 ? 2 : 2 * (1 - n / mu);
      return;
    case 'poisson-template': {
      if (mu <= 0 || v === 0) {
        out[0] = n === 0 ? 2 : 2 * (1 - n / mu);
        return;
      }
      const beta = liteFactor(n, mu, v);
      const away = ((beta - 1) * mu) / v;
      out[0] = 2 * (beta - n / mu) + 2 * (beta - 1) * away;
      out[1] = -away * away;
      return;
    }
    case 'chi2-pearson': {
      const ratio = (n - mu) / (mu + v);
      out[0] = -2 * ratio - ratio * ratio;
      out[1] = -ratio * ratio;
      return;
    }
    case 'chi2-neyman': {
      const ratio = n + v === 0 ? 0 : (n - mu) / (n + v);
      out[0] = -2 * ratio;
      out[1] = -ratio * ratio;
    }
  }
}
