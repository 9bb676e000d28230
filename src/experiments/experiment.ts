import type { Angle, Energy, Fact, Length, Rate } from '../units/index.ts';
import type { Detector } from './detector-types.ts';
import type { DumpExperiment } from './dump-experiment.ts';

/** Primitive conditions of the hardware trigger, evaluated on what hits the detectors. */
export type Primitive =
  | 'RICH'
  | 'CHOD'
  | 'Q1'
  | 'Q2'
  | 'QX'
  | 'H2'
  | 'M1'
  | 'M2'
  | 'MO1'
  | 'MO2'
  | 'E1'
  | 'E10'
  | 'E20'
  | 'E30'
  | '!QX'
  | '!M1'
  | '!E30';
export type SoftwareCondition = 'KTAG' | '!LAV' | 'exotic' | 'pnn';

export interface TriggerLine {
  readonly title: string;
  readonly hardware: readonly Primitive[];
  readonly software: readonly SoftwareCondition[];
  readonly downscaling: Fact;
}

/** Secondary beam whose kaons decay in flight. */
export interface KaonBeam {
  readonly particle: 'K+';
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
  readonly spectrometer: { readonly momentumResolution: Fact; readonly angleResolution: Fact<Angle> };
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

/** An experiment as data. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly detector: Detector;
  readonly beam: KaonBeam;
  readonly halo: Halo;
  readonly triggers: Readonly<Record<string, TriggerLine>>;
}

/** Any experiment: kaons in flight, or a proton dump. */
export type AnyExperiment = Experiment | DumpExperiment;
