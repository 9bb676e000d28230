import type { DumpTarget } from './dump-target.ts';
import type { MaybeSpectrum } from './spectrum.ts';

/** One way in which protons in a dump make a hidden particle. */
export interface Mechanism {
  readonly id: string;
  readonly title: string;
  /** Yield ∝ coupling^power: 2 as a rule, 0 where the coupling that makes it is another one. */
  readonly couplingPower: 0 | 2;
  /** Set where the particles have helicity ±1, so that their decays are not isotropic; isotropic when left out. */
  readonly polarisation?: 'transverse';
  readonly references: readonly string[];
  /**
   * Particles per proton for coupling 1 and weight 1 of the production set, at that mass (GeV) in that dump. Where a
   * formula does not hold it says so; it never extrapolates.
   */
  spectrum(mass: number, target: DumpTarget): MaybeSpectrum;
}
