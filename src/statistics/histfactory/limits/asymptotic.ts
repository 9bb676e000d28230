import { normalCdf, normalPdf, normalQuantile } from '../../../math/special/index.ts';

/** The five expected values, in this order: −2σ, −1σ, median, +1σ, +2σ of the background-only outcomes. */
export const bandSigmas = [-2, -1, 0, 1, 2] as const;

export interface AsymptoticCls {
  readonly clsb: number;
  readonly clb: number;
  readonly cls: number;
  /** d ln CLs / dμ. */
  readonly slope: number;
}

/**
 * CLs+b, CLb and CLs from a test statistic q and its Asimov value qA in the large-sample limit (Cowan et al., 1007.1727,
 * eqs. 57–66; for q̃ the branch q̃ > qA). NaN, which stands for no value, gives NaN. Both slopes are derivatives in μ; left out, the slope is zero.
 */
export function asymptoticCls(q: number, qA: number, tilde: boolean, slope = 0, slopeA = 0): AsymptoticCls {
  if (Number.isNaN(q) || Number.isNaN(qA))
    return { clsb: Number.NaN, clb: Number.NaN, cls: Number.NaN, slope: Number.NaN };
  const root = Math.sqrt(q);
  const rootA = Math.sqrt(qA);
  const rate = root > 0 ? slope / (2 * root) : 0;
  const rateA = rootA > 0 ? slopeA / (2 * rootA) : 0;
  let a = root;
  let b = root - rootA;
  let da = rate;
  let db = rate - rateA;
  if (tilde && q > qA && rootA > 0) {
    a = (q + qA) / (2 * rootA);
    b = (q - qA) / (2 * rootA);
    da = (slope + slopeA) / (2 * rootA) - (a * rateA) / rootA;
    db = (slope - slopeA) / (2 * rootA) - (b * rateA) / rootA;
  }
  const clsb = normalCdf(-a);
  const clb = normalCdf(-b);
  const mills = (x: number, tail: number): number => (tail > 0 ? normalPdf(x) / tail : 0);
  return { clsb, clb, cls: clb > 0 ? clsb / clb : 0, slope: mills(b, clb) * db - mills(a, clsb) * da };
}

/** CLs expected at `sigma` standard deviations of the background-only outcomes: Φ(σ − √qA)/Φ(σ). */
export const expectedCls = (qA: number, sigma: number): number => normalCdf(sigma - Math.sqrt(qA)) / normalCdf(sigma);

/** The √qA at which the CLs expected at `sigma` equals 1 − level. */
export const rootAtLimit = (level: number, sigma: number): number =>
  sigma - normalQuantile((1 - level) * normalCdf(sigma));
