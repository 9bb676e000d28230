import { rootAbove } from '../../math/roots.ts';
import { asymptoticCls, bandSigmas, rootAtLimit } from '../histfactory/limits/asymptotic.ts';
import { LinearPoissonFit } from './linear-poisson-fit.ts';
import { fillPeak, type LocalRange, meanLegendre } from './local-range.ts';

/** A background shape per bin whose size is known to a relative error (0: exactly). */
export interface KnownShape {
  readonly contents: Float64Array;
  readonly relativeError: number;
}

/** What the shape of the spectrum says about a signal at one mass, in signal events of the whole peak. */
export interface ShapeResult {
  readonly fitted: number;
  readonly error: number;
  /** √q₀ with the sign of the fitted signal. */
  readonly significance: number;
  readonly background: { readonly value: number; readonly error: number };
}

/**
 * The binned likelihood of a Gaussian peak at one mass on a background that is either a polynomial, fitted with it, or
 * a known shape. Profile likelihood with the asymptotic formulae of Cowan, Cranmer, Gross and Vitells, Eur. Phys. J.
 * C 71 (2011) 1554: good for ten events under the peak or more.
 */
export class ShapeLikelihood {
  readonly range: LocalRange;
  /** Fraction of the peak inside the range. */
  readonly kept: number;
  readonly #fit: LinearPoissonFit;
  readonly #known: KnownShape | null;
  readonly #asimov: Float64Array;
  readonly #atZero: Float64Array;
  #zero = 0;
  #best = 0;
  #signal = 0;

  /** `background` is a known shape or the degree of a polynomial. */
  constructor(range: LocalRange, background: KnownShape | number) {
    const { edges } = range;
    const bins = edges.length - 1;
    const degree = typeof background === 'number' ? background : 0;
    const fit = new LinearPoissonFit(2 + degree, bins);
    this.range = range;
    this.#known = typeof background === 'number' ? null : background;
    this.kept = fillPeak(range, fit.rows);
    if (typeof background === 'number') {
      const [middle, half] = [0.5 * (edges[0] + edges[bins]), 0.5 * (edges[bins] - edges[0])];
      for (let k = 0; k <= degree; k++) {
        for (let i = 0; i < bins; i++) {
          fit.rows[(k + 1) * bins + i] = meanLegendre(k, edges[i], edges[i + 1], middle, half);
        }
      }
    } else {
      fit.rows.set(background.contents, bins);
      fit.centres[1] = 1;
      const { relativeError } = background;
      // Weight 1e12 stands for a size that is known exactly.
      fit.weights[1] = relativeError > 0 ? 1 / (relativeError * relativeError) : 1e12;
    }
    this.#fit = fit;
    this.#asimov = new Float64Array(bins);
    this.#atZero = new Float64Array(2 + degree);
  }

  get bins(): number {
    return this.#fit.bins;
  }

  /** The expected contents of a known shape: what takes the place of data while blind. */
  get nominal(): Float64Array | null {
    return this.#known?.contents ?? null;
  }

  /** Fits counts with and without signal. `measured` replaces the known size of the background (toys). */
  fit(counts: Float64Array, measured = 1): ShapeResult {
    const fit = this.#fit;
    const { theta } = fit;
    if (this.#known !== null) fit.centres[1] = measured;
    let events = 0;
    for (const count of counts) events += count;
    theta.fill(0);
    theta[1] = this.#known === null ? Math.max(events, 1e-6) / fit.bins : measured > 0 ? measured : 1e-6;
    this.#zero = fit.minimise(counts, 1);
    this.#atZero.set(theta);
    this.#asimov.set(fit.means);
    const background = this.#underPeak();
    this.#best = fit.minimise(counts, 0);
    this.#signal = theta[0];
    const covariance = new Float64Array(fit.parameters * fit.parameters);
    const known = fit.covariance(counts, 0, covariance);
    const error = known ? Math.sqrt(covariance[0]) : Math.sqrt(Math.max(1, events));
    const q0 = Math.sqrt(2 * Math.max(0, this.#zero - this.#best));
    return {
      fitted: theta[0],
      error,
      significance: Math.min(40, q0) * (theta[0] < 0 ? -1 : 1),
      background,
    };
  }

  /** Events of the background-only fit within 2σ of the mass, with their statistical error. */
  #underPeak(): { value: number; error: number } {
    const { edges, mass, sigma } = this.range;
    let value = 0;
    for (let i = 0; i < this.bins; i++) {
      if (Math.abs(0.5 * (edges[i] + edges[i + 1]) - mass) < 2 * sigma) value += this.#asimov[i];
    }
    return { value, error: value * (this.#known?.relativeError ?? 0) };
  }

  /**
   * The upper limits on the signal after `fit`: observed CLs (null when `blind`), and expected at −2 … 2 standard
   * deviations from the Asimov data of the background-only fit; null where the likelihood never rises far enough.
   * `error` is that of the fitted signal. A relative error of the signal's efficiency is profiled as a Gaussian factor,
   * q → q/(1 + (relative·s/error)²), exact for a parabolic likelihood.
   */
  limits(counts: Float64Array, level: number, blind: boolean, error: number, relative = 0) {
    const fit = this.#fit;
    const alpha = 1 - level;
    const centre = fit.centres[1];
    const asimovCentre = this.#known === null ? centre : this.#atZero[1];
    const profile = (data: Float64Array, s: number, knownAt: number): number => {
      fit.centres[1] = knownAt;
      fit.theta.set(this.#atZero);
      fit.theta[0] = s;
      const value = fit.minimise(data, 1);
      fit.centres[1] = centre;
      return value;
    };
    const asimovZero = profile(this.#asimov, 0, asimovCentre);
    const soften = (s: number): number => 1 + ((relative * s) / error) * ((relative * s) / error);
    const qAsimov = (s: number): number =>
      (2 * Math.max(0, profile(this.#asimov, s, asimovCentre) - asimovZero)) / soften(s);
    const solve = (f: (s: number) => number): number | null => {
      const found = rootAbove(f, {
        low: 0,
        step: Math.max(error, 1e-3),
        limit: 1e9 * Math.max(error, 1),
        tolerance: 1e-7,
      });
      return found.found ? found.root : null;
    };
    const expected = bandSigmas.map((z) => {
      const wanted = rootAtLimit(level, z);
      return solve((s) => Math.sqrt(qAsimov(s)) - wanted);
    });
    if (blind) return { observed: null, expected };
    const base = this.#signal < 0 ? this.#zero : this.#best;
    const observed = solve((s) => {
      const q = s <= this.#signal ? 0 : (2 * Math.max(0, profile(counts, s, centre) - base)) / soften(s);
      return alpha - asymptoticCls(q, qAsimov(s), true).cls;
    });
    return { observed, expected };
  }
}
