import { type Fact, fact } from '../../units/index.ts';
import type { Range } from './validity.ts';

/**
 * A fit of the spectrum of one particle species in collisions of 400 GeV protons with protons:
 * d²n/(dE dθ) = C x^(−β) (1 − x)^n exp(−(m_T − m)/T) p_T p cosθ, x = E / 400 GeV, normalised to one particle.
 */
export interface MesonFit {
  /** Mass in the transverse mass of the fit, GeV (the particle table's, rounded). */
  readonly mass: number;
  readonly normalisation: number;
  readonly beta: number;
  readonly n: number;
  /** Slope of the transverse-mass spectrum, GeV. */
  readonly slope: number;
  /** Root-mean-square of ln(fit / simulation) in the fitted region, weighted with the spectrum. */
  readonly rms: number;
  readonly energy: Range;
  readonly maximumTransverseMomentum: number;
  /** Below `SOFT` GeV, where it was fitted too; left out for what has no entries there. */
  readonly soft?: SoftFit;
}

/** Where the fit of hard particles ends, GeV. */
export const SOFT = 15;

/** What multiplies a fit below 15 GeV: exp(−a L − b L² − c θ L/(L + 0.1)), L = ln(15 GeV/E), θ in rad. */
export interface SoftFit {
  readonly linear: number;
  readonly quadratic: number;
  readonly angle: number;
}

const hard = { energy: { min: SOFT, max: 340 }, maximumTransverseMomentum: 1.5 };
const light = (linear: number, quadratic: number, angle: number) => ({
  energy: { min: 3, max: 340 },
  maximumTransverseMomentum: 1.5,
  soft: { linear, quadratic, angle },
});
const SOURCE =
  'least-squares fit, made for this project, to PYTHIA 8 (SoftQCD) spectra of 400 GeV protons as tabulated for arXiv:2305.13383';
const fitted = (
  mass: number,
  normalisation: number,
  beta: number,
  n: number,
  slope: number,
  rms: number,
  region: Pick<MesonFit, 'energy' | 'maximumTransverseMomentum' | 'soft'> = hard,
): Fact<MesonFit> => fact({ mass, normalisation, beta, n, slope, rms, ...region }, 'computed', SOURCE);

export const mesonFits = {
  pi0: fitted(0.135, 1.4525e-3, 1.5247, 2.6097, 0.2171, 0.09, light(-0.0823, 0.0887, 7.4302)),
  eta: fitted(0.5479, 2.1368e-3, 1.2933, 2.4907, 0.19629, 0.084, light(0.2177, 0.038, 3.3409)),
  etaprime: fitted(0.9578, 2.9559e-3, 1.1593, 2.5809, 0.16307, 0.129, light(0.0734, 0.1426, 4.4607)),
  rho: fitted(0.775, 2.7204e-3, 1.1942, 2.4688, 0.17796, 0.098, light(0.1801, 0.0721, 3.6164)),
  'rho+-': fitted(0.775, 2.7393e-3, 1.1938, 2.4801, 0.17755, 0.095, light(0.1971, 0.0695, 3.4217)),
  omega: fitted(0.7827, 2.6149e-3, 1.2104, 2.4922, 0.17485, 0.096, light(0.1963, 0.067, 3.4685)),
  phi: fitted(1.0195, 7.5153e-3, 0.93955, 6.408, 0.17757, 0.117, light(-0.1921, 0.3165, 6.3669)),
  kaon: fitted(0.4976, 2.0799e-3, 1.3571, 4.0974, 0.20776, 0.088),
  D_s: fitted(1.968, 3.9507e-3, 0.81879, 5.7849, 0.28231, 0.04),
  B: fitted(5.279, 0.55858, -1.6881, 9.6312, 0.40859, 0.194, {
    energy: { min: 30, max: 340 },
    maximumTransverseMomentum: 5,
  }),
  gamma: fitted(0, 1.253e-3, 1.7253, 2.7905, 0.17076, 0.164),
} as const;

export type MesonName = keyof typeof mesonFits;
