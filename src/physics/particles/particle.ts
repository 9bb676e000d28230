import type { Measured } from '../../units/index.ts';

export type LeptonFlavour = 'e' | 'mu' | 'tau' | 'any';

/** One particle. Masses in GeV, lengths in metres (c = 1), charge in units of e. */
export interface Particle {
  readonly name: string;
  /** Name of the antiparticle; its own name when self-conjugate. */
  readonly antiparticle: string;
  /** Monte Carlo number of the PDG scheme; 0 for particles outside of it. */
  readonly pdgId: number;
  readonly charge: number;
  readonly mass: number;
  /** cτ in metres: Infinity when stable, 0 when it decays where it is made. */
  readonly ctau: number;
  /** Lepton number and its flavour ('any' for 'nu' and 'nubar'); undefined for everything else. */
  readonly lepton?: { readonly flavour: LeptonFlavour; readonly number: 1 | -1 };
  /** The numbers behind `mass` and `ctau` as measured: mass in GeV, lifetime in seconds or width in GeV. */
  readonly numbers: {
    readonly mass: Measured;
    readonly lifetime?: Measured;
    readonly width?: Measured;
  };
}
