import type { experiments } from '../experiments/index.ts';
import type { PointingRegion } from '../stages/selection/pointing.ts';
import type { Energy, Fact, Length, Measured } from '../units/index.ts';
import type { Frozen } from './frozen-state.ts';
import type { PublishedValue } from './published-value.ts';

/** Experiments whose protons end in a dump. */
export type DumpExperimentId = {
  [K in keyof typeof experiments]: (typeof experiments)[K] extends { readonly kind: 'dump' } ? K : never;
}[keyof typeof experiments];
export type DumpTriggerName<E extends DumpExperimentId> = E extends DumpExperimentId
  ? keyof (typeof experiments)[E]['triggers'] & string
  : never;
type PlaneName = string;

/** Particles of the signal pair, as they are identified. */
export type PairParticle = 'e+' | 'e-' | 'mu+' | 'mu-' | 'pi+' | 'pi-' | 'gamma';

/** A background with its published total, by region. */
export interface DumpBackground {
  readonly title: string;
  /** Pairs of secondaries of one halo track that interacts somewhere in this range of z: simulated for their shape. */
  readonly secondariesFrom?: Fact<readonly [Length, Length]>;
  /** Events expected in each region; published totals are inputs. */
  readonly regions: Readonly<Record<string, DumpCount>>;
}
/** A published count of background events: with an error, an asymmetric one, or as an upper limit. */
export type DumpCount =
  | Measured
  | (Fact & { readonly up: number; readonly down: number })
  | (Fact & { readonly upperLimit: true });

/** A number with a known answer that the chain must give. */
export type DumpCheck =
  /** Probability to decay in the volume for one decay length, all along z. */
  | { readonly kind: 'decay probability'; readonly length: Length; readonly expected: PublishedValue }
  /** Power with which the lower edge moves with the protons, at one mass. */
  | { readonly kind: 'power of protons'; readonly mass: Energy; readonly expected: PublishedValue }
  /** Lowest limit on the product of branching fractions over all lifetimes, at one mass. */
  | { readonly kind: 'best limit'; readonly mass: Energy; readonly expected: PublishedValue };

/** An event that was seen in the signal region. */
export interface SeenEvent {
  readonly mass: Fact<Energy>;
}

/**
 * How many of a pair must be seen: both; any one, whatever the other does; or one or both, and none there with a momentum
 * that is not asked for.
 */
export type SeenOfPair = 'both' | 'any' | 'only';

/** A pair of clusters: with the dump as its origin and a mass for its hypothesis, positions and energies give z. */
export interface ClusterPairCuts {
  /** Plane where the clusters are. */
  readonly at: PlaneName;
  /** Smallest distance of the clusters from each other. */
  readonly distance: Fact<Length>;
  /** z that the mass of the hypothesis gives. */
  readonly z: Fact<readonly [Length, Length]>;
  /** Largest distance of the centre of energy from the beam axis. */
  readonly centre: Fact<Length>;
}

/** A photon that is asked for besides the pair: a cluster, whose flight begins at the vertex of the tracks. */
export interface ThirdPhotonCuts {
  /** Plane where its cluster is, one of those that the pair reaches. */
  readonly at: PlaneName;
  readonly smallestEnergy: Fact<Energy>;
  /** Smallest distance of the cluster from either track there. */
  readonly distance: Fact<Length>;
}

/** A search behind a dump for a pair from one vertex that points back to it, as data: survives JSON unchanged. */
export interface DumpSearchDocument<E extends DumpExperimentId = DumpExperimentId, R extends string = string> {
  readonly kind: 'dump';
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly summary: string;
  readonly references: readonly [string, ...string[]];
  readonly experiment: E;
  readonly frozen?: Frozen;
  readonly pair: readonly [PairParticle, PairParticle];
  readonly triggers: readonly DumpTriggerName<E>[];
  readonly selection: {
    /** Planes that a particle of the pair must reach to be seen. */
    readonly reach: readonly PlaneName[];
    /** How many of the pair must be seen, within the momenta below; both when left out. */
    readonly needs?: SeenOfPair;
    readonly smallestMomentum: Fact<Energy>;
    readonly largestMomentum?: Fact<Energy>;
    /** Smallest sum of the momenta of the pair. */
    readonly smallestTotal?: Fact<Energy>;
    /** What an analysis keeps beyond all that is simulated; 1 when left out. */
    readonly efficiency?: Fact;
    /** Where decays count, in place of the experiment's decay volume. */
    readonly decayVolume?: Fact<readonly [Length, Length]>;
    /** Largest distance of the tracks at the vertex; left out where no vertex is made of tracks. */
    readonly vertexDistance?: Fact<Length>;
    /** Smallest distance of the two tracks from each other at some planes. */
    readonly separation?: { readonly at: readonly PlaneName[]; readonly distance: Fact<Length> };
    readonly vertexZ?: Fact<readonly [Length, Length]>;
    /** For a pair of clusters that have no tracks. */
    readonly clusters?: ClusterPairCuts;
    /** A photon besides the pair of tracks; the final state is then the pair and a photon. */
    readonly photon?: ThirdPhotonCuts;
    /** Probability that no veto fires by accident. */
    readonly vetoes: Readonly<Record<string, Fact>>;
  };
  readonly regions: Readonly<Record<R, Fact<PointingRegion>>>;
  readonly blind: readonly NoInfer<R>[];
  /** Half width of the mass window in standard deviations of the simulated mass; left out where no mass is measured. */
  readonly massWindow?: Fact;
  readonly backgrounds: Readonly<Record<string, DumpBackground>>;
  readonly limit: { readonly method: 'cls'; readonly level: number; readonly region: NoInfer<R> };
  readonly observed: Fact & { readonly events: readonly SeenEvent[] };
  /** Resolutions of the pointing observables as published: printed beside ours, and usable in their place. */
  readonly publishedResolution?: { readonly distance: Fact<Length>; readonly z: Fact<Length> };
  readonly published: {
    /** The hidden particle that the contour is for. */
    readonly model?: string;
    /** The file of `limits/` with what this search published: no earlier limit to itself. */
    readonly limit?: string;
    /** Edges of the exclusion at some masses: mass, lower and upper coupling. */
    readonly contour?: Fact<readonly (readonly [mass: number, lower: number, upper: number | null])[]>;
    readonly excludedMassRange?: Fact<readonly [number, number]>;
    /** Searches with which `excludedMassRange` was found together. */
    readonly combinedWith?: readonly DumpSearchDocument[];
    /** Cited totals of our own chain's parts: unit checks, shown as rows. */
    readonly checks?: readonly DumpCheck[];
    readonly rows: Readonly<Record<string, PublishedValue>>;
  };
  /** For limits on a branching fraction alone: which meson makes the particle. */
  readonly modelIndependent?: {
    readonly decays: readonly ('K' | 'K*')[];
    readonly masses: Fact<readonly [Energy, Energy]>;
    readonly improved: Fact<readonly [Energy, Energy]>;
    /** Searches of other experiments whose maps are taken away to see what is new. */
    readonly earlier?: readonly DumpSearchDocument[];
  };
}

/** A dump search, checked by the compiler against the experiment's triggers and its own regions. */
export function defineDumpSearch<const E extends DumpExperimentId, const R extends string>(
  document: DumpSearchDocument<E, R>,
): DumpSearchDocument<E, R> {
  return document;
}
