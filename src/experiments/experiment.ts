import type { ParticleName } from '../physics/particles/index.ts';
import type { Angle, Energy, Fact, Length, Rate } from '../units/index.ts';
import type { Detector } from './detector-types.ts';
import type { DumpExperiment } from './dump-experiment.ts';
import type { Hermetic } from './hermetic.ts';

/** What a primitive of the hardware trigger counts. */
export type Countable = 'quadrants' | 'opposite quadrants' | 'muon tiles' | 'outer muon tiles';

/** Asks for at least so many of something, each seen with an efficiency (opposite quadrants: the pair as one). */
export interface CountingPrimitive {
  readonly counts: Countable;
  readonly atLeast: number;
  readonly efficiency: Fact;
}

/** Asks for energy in the calorimeter: half of the events at the threshold, a Gaussian turn-on of this width. */
export interface EnergyPrimitive {
  readonly energyAbove: Fact<Energy>;
  readonly turnOn: Fact<Energy>;
}

/** Fires on every candidate with its efficiency. */
export interface PlainPrimitive {
  readonly efficiency: Fact;
}

export type Primitive = CountingPrimitive | EnergyPrimitive | PlainPrimitive;

/** Conditions of the software trigger. */
export type SoftwareCondition = 'KTAG' | '!LAV' | 'exotic' | 'pnn';

export interface TriggerLine {
  readonly title: string;
  /** Primitives of the experiment by name; '!' before a name asks that it does not fire. */
  readonly hardware: readonly string[];
  readonly software: readonly SoftwareCondition[];
  readonly downscaling: Fact;
}

/** A term of a density on [0, end): height·exp(−½(x/width)²), height·exp(−rate·x), or height + slope·x where positive. */
export type DensityTerm =
  | { readonly gaussian: { readonly height: number; readonly width: number } }
  | { readonly exponential: { readonly height: number; readonly rate: number } }
  | { readonly line: { readonly height: number; readonly slope: number } };

/** How a track is matched with one of the beam particles: densities of right and accidental pairs, x in metres. */
export interface AssociationFacts {
  /** Closest approach of right and of accidental pairs, up to `approachEnd`. */
  readonly approach: Fact<readonly DensityTerm[]>;
  readonly accidentalApproach: Fact<readonly DensityTerm[]>;
  readonly approachEnd: Fact<Length>;
  /** Time difference of right pairs to the kaon tag and to the track, up to half the window. */
  readonly taggingTime: Fact<readonly DensityTerm[]>;
  readonly trackTime: Fact<readonly DensityTerm[]>;
  readonly window: Fact<Length>;
  /** What both discriminants, and the larger of them, must exceed. */
  readonly leastDiscriminant: Fact;
  readonly leastLargerDiscriminant: Fact;
  readonly closestApproach: Fact<Length>;
  /** Kaons among the beam particles. */
  readonly kaonShare: Fact;
}

/** Secondary beam of particles that decay in flight. */
export interface KaonBeam {
  /** What decays: the first particle of every decay of a search. */
  readonly particle: ParticleName;
  readonly momentum: Fact<Energy>;
  readonly momentumSpread: Fact;
  readonly slopeX: Fact<Angle>;
  readonly slopeY: Fact<Angle>;
  readonly divergence: Fact<Angle>;
  /** Flat profile of half widths at this z. */
  readonly profile: { readonly z: Fact<Length>; readonly halfX: Fact<Length>; readonly halfY: Fact<Length> };
  readonly fiducial: Fact<readonly [Length, Length]>;
  readonly rate: Fact<Rate>;
  /** Closest approach of a single track to the beam that counts as one unit of χ². */
  readonly approach: Fact<Length>;
  /** Beam spectrometer, used by one-track analyses: σp/p and σθ. */
  readonly spectrometer: {
    readonly momentumResolution: Fact;
    readonly angleResolution: Fact<Angle>;
    readonly stations: Fact;
    /** Probability that a station sees a beam particle. */
    readonly stationEfficiency: Fact;
  };
  readonly association: AssociationFacts;
  /** Opening through which products of decays upstream come: half widths at this z. */
  readonly upstreamOpening: { readonly z: Fact<Length>; readonly halfX: Fact<Length>; readonly halfY: Fact<Length> };
}

/** Muons that accompany the beam, per charge. */
export interface Halo {
  readonly positiveRate: Fact<Rate>;
  readonly negativeRate: Fact<Rate>;
  /** Two tracks are in time when closer than this. */
  readonly timeWindow: Fact<Length>;
  readonly momentumScale: Fact<Energy>;
  readonly radiusScale: Fact<Length>;
  readonly angleSpread: Fact<Angle>;
}

/** Half widths in time within which accidental activity vetoes an event. */
export interface VetoWindows {
  readonly largeAngle: Fact<Length>;
  readonly smallAngle: Fact<Length>;
  /** Charged particles in the calorimeter; zero where they do not veto. */
  readonly charged: Fact<Length>;
  /** Clusters above an energy: so many time resolutions, or a fixed half width. The last entry that holds counts. */
  readonly clusters: Fact<
    readonly { readonly above: Energy; readonly resolutions?: number; readonly halfWidth?: Length }[]
  >;
  /** Muons of the halo inside the detectors. */
  readonly halo: Fact<Length>;
}

/** Names of the sets of windows: what every search with a photon veto uses, and the one of hermetic one-track searches. */
export type VetoName = 'standard' | 'hermetic';

/** What happens in the detectors besides the decay that is looked at. */
export interface Spill {
  /** Rate of kaons for which `haloInside` is given; what happens scales with `beam.rate` over it. */
  readonly referenceRate: Fact<Rate>;
  /** Muons of the halo inside the detectors, at the reference rate. */
  readonly haloInside: Fact<Rate>;
  /** Decays of beam particles in this range of z are seen. */
  readonly decayRegion: Fact<readonly [Length, Length]>;
  /** Decays that are overlaid. */
  readonly decays: readonly string[];
  /** Relative width of the instantaneous intensity (Gamma distribution), and its largest value over the mean. */
  readonly intensitySpread: Fact;
  readonly largestIntensity: Fact;
  /** Energy above which a particle fires a large-angle veto. */
  readonly largeAngleThreshold: Fact<Energy>;
  /** Time resolution of a cluster: constant + inverse/E − inverseRoot/√E (E in GeV). */
  readonly clusterTime: {
    readonly constant: Fact<Length>;
    readonly inverse: Fact<Length>;
    readonly inverseRoot: Fact<Length>;
  };
  readonly windows: Readonly<Record<VetoName, VetoWindows>>;
}

/** An experiment as data. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly detector: Detector;
  readonly beam: KaonBeam;
  readonly halo: Halo;
  readonly spill: Spill;
  /** For searches that allow one pion and nothing else; left out where there are none. */
  readonly hermetic?: Hermetic;
  readonly primitives: Readonly<Record<string, Primitive>>;
  /** Efficiency of each condition of the software trigger on events that fulfil it. */
  readonly software: Readonly<Record<SoftwareCondition, Fact>>;
  readonly triggers: Readonly<Record<string, TriggerLine>>;
}

/** Any experiment: kaons in flight, or a proton dump. */
export type AnyExperiment = Experiment | DumpExperiment;
