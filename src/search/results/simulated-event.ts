/** Energy and momentum: E, px, py, pz (GeV). */
export type Vector = readonly [energy: number, px: number, py: number, pz: number];
/** A point (m). */
export type Point = readonly [x: number, y: number, z: number];

/** A particle as it was generated. */
export interface GeneratedParticle {
  readonly name: string;
  readonly charge: number;
  readonly origin: Point;
  readonly momentum: Vector;
}

/** A reconstructed track. */
export interface MeasuredTrack {
  /** Index among the products; truth. */
  readonly product: number;
  readonly charge: number;
  /** What arrives at the calorimeter: 'e', 'mu' or 'pi'. */
  readonly species: string;
  /** Detectors reached inside their acceptance. */
  readonly reached: readonly string[];
  /** Upstream of the magnet (GeV). */
  readonly momentum: readonly [px: number, py: number, pz: number];
  readonly firstChamber: readonly [x: number, y: number];
  readonly calorimeter: readonly [x: number, y: number];
  /** Energy left in the calorimeter (GeV). */
  readonly deposit: number;
}

/** What is seen of a photon. */
export interface MeasuredPhoton {
  readonly product: number;
  /** Whether it makes a cluster in the calorimeter. */
  readonly cluster: boolean;
  readonly energy: number;
  readonly calorimeter: readonly [x: number, y: number];
  /** Probability that no photon veto fires on it. */
  readonly vetoSilent: number;
}

/** The fate of a reading under one cut. */
export interface CutFate {
  readonly cut: string;
  readonly observable: string;
  readonly value: number | null;
  readonly passes: boolean;
}

/** One way to read an event: which track plays which role. */
export interface EventReading {
  readonly roles: readonly { readonly role: string; readonly momentum: Vector }[];
  readonly vertex: Point;
  /** Generator weight × reconstruction × identification. */
  readonly weight: number;
  /** Probability that the trigger kept it, and that the photon vetoes stay silent. */
  readonly trigger: number;
  readonly vetoSilent: number;
  /** Values of the discriminant. */
  readonly discriminant: readonly number[];
  readonly fate: readonly CutFate[];
  readonly selected: boolean;
}

/** One simulated event: truth, what the detector measures, and how it is read. Native units (GeV, m). */
export interface SimulatedEvent {
  readonly event: number;
  readonly weight: number;
  readonly vertex: Point;
  readonly parent: Vector;
  readonly products: readonly GeneratedParticle[];
  readonly tracks: readonly MeasuredTrack[];
  readonly photons: readonly MeasuredPhoton[];
  readonly readings: readonly EventReading[];
}
