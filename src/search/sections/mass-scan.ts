import type { hiddenParticles } from '../../physics/hidden/index.ts';
import type { Energy, Fact, Length } from '../../units/index.ts';
import type { DecaySample } from '../decay-sample.ts';
import type { PublishedValue } from '../published-value.ts';

/** The masses of one hidden particle that are tried: from, from + step, … to, without the excluded ranges. */
export interface MassAxis {
  readonly from: Energy;
  readonly to: Energy;
  readonly step: Energy;
  /** Masses in these closed ranges are not searched, with the reason. */
  readonly excluded?: readonly { readonly from: Energy; readonly to: Energy; readonly why: string }[];
}

/** Which events count for a hypothesis: those within so many resolutions, within an energy, or the signal region. */
export type WindowWidth = { readonly sigmas: number } | { readonly energy: Energy } | 'signal region';

/** How a coupling makes both the rate and the lifetime, so that a limit becomes a range of the coupling. */
export interface CouplingSection {
  /** Hidden-particle model (`src/physics/hidden`), for the lifetime. */
  readonly model: keyof typeof hiddenParticles;
  /** Production branching fraction for coupling 1 against mass, linear in between; it grows with the coupling squared. */
  readonly branchingFraction: {
    readonly masses: readonly Energy[];
    readonly values: readonly number[];
    readonly tag: 'published' | 'computed' | 'recalled';
    readonly source: string;
  };
  readonly from: number;
  readonly to: number;
}

/**
 * A search for hidden particles of unknown mass: the signal of the search is simulated at many masses, each with a
 * window of its own in the discriminant, whose axes reconstruct the scanned masses one by one in the order of `masses`.
 */
export interface MassScan {
  readonly kind: 'mass scan';
  /** The decay of the hypotheses when it is not the signal's: another way to the same final state. */
  readonly sample?: DecaySample;
  /** What the publication concludes from such limits, as a sentence of the report. */
  readonly statement?: string;
  /** Hidden particles of the decay whose masses are scanned. */
  readonly masses: Readonly<Record<string, MassAxis>>;
  /** With two masses: the second is at most this fraction of the first. */
  readonly secondAtMost?: number;
  readonly window: WindowWidth;
  readonly simulated: {
    /** Every n-th mass of the grid is simulated. */
    readonly every: number;
    /** Size of each sample relative to the search's. */
    readonly eventsFactor: number;
    /** Neighbouring masses join the estimate of an acceptance until so many candidates stand behind it. */
    readonly candidates: number;
  };
  /** Where resolutions are read: so far on both sides of the mass. */
  readonly resolution: { readonly halfRange: Energy; readonly bins: number };
  /** Background-only repetitions of the scan for the global p-value. */
  readonly toys: number;
  /** Cuts whose cost is listed for every mass, from samples without them. */
  readonly without?: { readonly cuts: readonly string[]; readonly eventsFactor: number };
  /** Acceptance against the lifetime of one particle. */
  readonly lifetimes?: {
    readonly particle: string;
    readonly masses: readonly Energy[];
    readonly values: readonly Length[];
    readonly eventsFactor: number;
  };
  readonly coupling?: CouplingSection;
  readonly published?: {
    /** Resolution of the first mass. */
    readonly resolutions?: readonly (PublishedValue & { readonly mass: Energy })[];
    /** Limit with the published count. */
    readonly limits?: readonly (PublishedValue & { readonly masses: readonly Energy[] })[];
    /** Predicted branching fractions that the search is said to exclude, at a mass. */
    readonly predictions?: Readonly<
      Record<string, Fact & { readonly masses: readonly Energy[]; readonly why: string }>
    >;
  };
}
