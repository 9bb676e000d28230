import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { PION_SCALING_BEAMS } from './beryllium-pions.ts';
import type { DumpTarget } from './dump-target.ts';
import { contains, type OutsideValidity, outsideValidity, type Range } from './validity.ts';

/** What a parametrised spectrum covers, and how well: outside, densities are exactly 0 and never extrapolated. */
export interface SpectrumValidity {
  readonly energy: Range;
  /** Polar angle, rad. */
  readonly theta: Range;
  readonly transverseMomentum: Range;
  /** Accuracy inside, in words with a number. */
  readonly accuracy: string;
}

/**
 * Particles (mesons, photons, τ) leaving the dump per event that makes one, in (energy, transverse momentum),
 * symmetric in azimuth. Normalised so that its integral over the validity region is `coverage` (≤ 1); measured spectra are
 * per absorbed proton instead.
 */
export interface MotherSpectrum {
  readonly name: string;
  readonly mass: number;
  /** Energies where the density may be non-zero, GeV. */
  readonly energy: Range;
  /** Fraction of all such particles inside the validity region; for measured spectra their number per proton. */
  readonly coverage: number;
  readonly validity: SpectrumValidity;
  /** Lorentz-invariant density E d³n/d³p (GeV⁻²) at energy E and longitudinal and transverse momentum; 0 outside. */
  invariant(energy: number, longitudinal: number, transverse: number): number;
  /**
   * `invariant` at one energy for each pair of the columns of momenta, into `out`, which is as long, to the same bits:
   * convolutions ask for one energy many times in a row.
   */
  invariants(energy: number, longitudinal: Float64Array, transverse: Float64Array, out: Float64Array): void;
  /**
   * One particle from two uniforms in (0, 1): target[0] = energy, target[1] = transverse momentum, target[2] = weight.
   * The mean weight over uniforms is `coverage`.
   */
  sample(u0: number, u1: number, target: Float64Array): void;
}

/** `invariants` of a spectrum that has no quicker way than asking for one pair after the other. */
export function oneByOne(
  this: Pick<MotherSpectrum, 'invariant'>,
  energy: number,
  longitudinal: Float64Array,
  transverse: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i] = this.invariant(energy, longitudinal[i], transverse[i]);
}

/** Spectrum of hidden particles from one mechanism at one mass, for unit coupling. */
export interface YieldSpectrum {
  readonly valid: true;
  readonly mechanism: string;
  readonly mass: number;
  /** Hidden particles per proton on target and per coupling^power, inside the validity region. */
  readonly total: number;
  /** Fraction of the mechanism's mothers that the parametrisation covers; the rest is too soft or too wide, not lost silently. */
  readonly coverage: number;
  /** d²N/(dE dθ) per proton, GeV⁻¹ rad⁻¹, E the total energy (GeV), θ the polar angle (rad); 0 outside. */
  density(energy: number, theta: number): number;
  /** How many columns of uniforms `sample` reads. */
  readonly uniforms: number;
  /**
   * Fills four-momenta and weights for events first…last−1 from columns of uniforms in (0, 1), one column per draw.
   * The mean weight estimates `total`. Allocates nothing.
   */
  sample(
    uniforms: readonly Float64Array[],
    out: MomentumColumns,
    weight: Float64Array,
    first: number,
    last: number,
  ): void;
}

export type MaybeSpectrum = YieldSpectrum | OutsideValidity;

/** The beam momentum (GeV) that spectra of mesons, photons and heavy quarks were made for. */
export const SPECTRA_BEAM_MOMENTUM = 400;

/** Says that a beam momentum is outside of where spectra of light mesons are scaled to, or nothing when it is not. */
export function requireScalingBeam(mechanism: string, target: DumpTarget): OutsideValidity | undefined {
  const { beamMomentum } = target;
  if (contains(PION_SCALING_BEAMS, beamMomentum)) return undefined;
  const reason = 'light mesons are scaled from 400 GeV to this range only';
  return outsideValidity(mechanism, 'beam momentum', beamMomentum, PION_SCALING_BEAMS, reason);
}

/** Says that the spectra of secondary particles do not hold for the beam of this dump, or nothing when they do. */
export function requireMeasuredBeam(mechanism: string, target: DumpTarget): OutsideValidity | undefined {
  if (target.beamMomentum === SPECTRA_BEAM_MOMENTUM) return undefined;
  const only = { min: SPECTRA_BEAM_MOMENTUM, max: SPECTRA_BEAM_MOMENTUM };
  return outsideValidity(mechanism, 'beam momentum', target.beamMomentum, only, 'the spectra were made at 400 GeV');
}
