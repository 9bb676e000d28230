import type { Fact, Length } from '../units/index.ts';

/** Probability to miss a photon against its energy (GeV): a power law between the points, constant above, 1 below the first. */
export interface InefficiencyMap {
  readonly energy: readonly number[];
  readonly central: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** An efficiency with the ends of its band. */
export interface BandedEfficiency {
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/** A plane of counters off the beam axis: a rectangle around (centreX, 0). */
export interface SideCounter {
  readonly z: Length;
  readonly centreX: Length;
  readonly halfX: Length;
  readonly halfY: Length;
}

/** Rings of light of the particles that cross a RICH. */
export interface RingFacts {
  readonly focalLength: Fact<Length>;
  /** Radius and hits of a ring of β = 1, and the radial error of a hit. */
  readonly fullRadius: Fact<Length>;
  readonly fullHits: Fact;
  readonly hitResolution: Fact<Length>;
  /** Probability that a pion's ring is found and kept. */
  readonly found: Fact<BandedEfficiency>;
  /** Another particle is excluded when its likelihood is below this share of the pion's. */
  readonly likelihoodRatio: Fact;
  /** Share of other particles whose ring is a pion's for reasons other than its resolution. */
  readonly tail: Fact<BandedEfficiency>;
}

/** What calorimeters and muon detector together take for a pion. */
export interface PionCalorimetry {
  readonly pi: Fact<BandedEfficiency>;
  readonly mu: Fact<BandedEfficiency>;
  readonly e: Fact<BandedEfficiency>;
}

/** Detectors that see a charged particle which is no candidate. */
export interface ChargedVetoes {
  /** Points in so many of the first chambers make a segment, in so many of all a track. */
  readonly segmentChambers: Fact;
  readonly trackChambers: Fact;
  /** Each chamber. */
  readonly chamber: Fact<BandedEfficiency>;
  readonly largeAngle: Fact<BandedEfficiency>;
  /** Each of both hodoscopes and the calorimeter; two of them must see the particle. */
  readonly plane: Fact<BandedEfficiency>;
  readonly smallAngle: Fact<BandedEfficiency>;
  /** Inner radius of the small-angle counters for charged particles. */
  readonly smallAngleInnerRadius: Fact<Length>;
  readonly sideCounter: Fact<SideCounter>;
  readonly side: Fact<BandedEfficiency>;
}

/** What an experiment needs for a search in which one pion and nothing else is seen. */
export interface Hermetic {
  readonly photons: {
    readonly largeAngle: Fact<InefficiencyMap>;
    readonly calorimeter: Fact<InefficiencyMap>;
    readonly smallAngle: Fact<InefficiencyMap>;
  };
  readonly charged: ChargedVetoes;
  readonly ring: RingFacts;
  readonly pion: PionCalorimetry;
}
