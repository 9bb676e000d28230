import type { DumpTarget } from '../physics/production/dump-target.ts';
import type { Energy, Fact, Length } from '../units/index.ts';
import type { Annulus, Calorimeter, Detector, Dipole, MuonDetector, StrawTracker, VetoRing } from './detector-types.ts';

/** A convex outline across the beam: the part of the disc (if any) that lies between all pairs of parallel lines. */
export interface Outline {
  /** Centre (m); (0, 0) when left out. */
  readonly x?: number;
  readonly y?: number;
  readonly radius?: number;
  /** |nx·x + ny·y| < half about the centre. */
  readonly slabs?: readonly { readonly nx: number; readonly ny: number; readonly half: number }[];
}

/** A plane across the beam that a particle must cross inside `within` and outside all `holes`. */
export interface DumpPlane {
  readonly name: string;
  readonly z: number;
  readonly within: Outline;
  readonly holes: readonly Outline[];
  /** Lateral scattering before the plane is this over p (m·GeV); 0 when left out. */
  readonly scattering?: number;
}

/** Muons that reach the decay volume of a dump. All numbers describe single muons at the first plane of the detector. */
export interface DumpHalo {
  /** Mean transverse momentum of a secondary with respect to the track that made it. */
  readonly secondaryTransverse?: Fact<Energy>;
  /** Recorded spills' worth of single muons of either charge per second of beam; only ratios of regions depend on the shape. */
  readonly positiveRate: Fact;
  readonly negativeRate: Fact;
  /** Momentum spectrum exp(−p/scale) above the smallest momentum of a selection, GeV. */
  readonly momentumScale: Fact<Energy>;
  /** Width of the position about the axis at the first tracking plane, m. */
  readonly radius: Fact<Length>;
  /** z from where the muons seem to come, and the spread of their direction about that (rad). */
  readonly sourceZ: Fact<Length>;
  readonly angleSpread: Fact;
  /** Width of the source across the beam, m. */
  readonly sourceSize: Fact<Length>;
}

/** A proton beam on a dump with a decay volume behind it, as data. */
export interface DumpExperiment {
  readonly kind: 'dump';
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  /** The year or years of the protons, as figures say it. */
  readonly taken?: Fact<string>;
  readonly beam: {
    readonly momentum: Fact<Energy>;
    /** Protons on target, and their relative uncertainty. */
    readonly protons: Fact;
    readonly protonsError: Fact;
    /** Where the beam axis meets the dump (m). */
    readonly x: Fact<Length>;
    readonly y: Fact<Length>;
    /** Standard deviation of the beam spot, each coordinate. */
    readonly spot: Fact<Length>;
  };
  readonly dump: {
    readonly frontFace: Fact<Length>;
    readonly length: Fact<Length>;
    readonly interactionLength: Fact<Length>;
    readonly target: Fact<Omit<DumpTarget, 'beamMomentum'>>;
  };
  readonly decayVolume: Fact<readonly [Length, Length]>;
  readonly magnet?: Dipole;
  readonly planes: readonly Fact<DumpPlane>[];
  /** Material around the flight of the products: what is born before one of these must pass inside of it. */
  readonly apertures?: readonly Fact<DumpPlane>[];
  /** Calorimeter that measures clusters; without it none are smeared. */
  readonly calorimeter?: Calorimeter;
  /** Tracker that measures directions, momenta and the position at its first chamber; without it nothing is smeared. */
  readonly tracker?: StrawTracker;
  readonly halo?: DumpHalo;
  readonly triggers: Readonly<
    Record<string, { readonly title: string; readonly efficiency: Fact; readonly downscaling: Fact }>
  >;
  /** Two tracks count as two in the trigger when their hits on this plane are further apart than this in x or in y. */
  readonly twoTrackTile?: Fact<{ readonly plane: string; readonly x: number; readonly y: number }>;
  /** Probability that a track in acceptance is reconstructed, and that it is identified, by species. */
  readonly trackEfficiency: Fact;
  readonly identification: Readonly<Record<string, Fact>>;
  /** Set for what has not run: whatever its searches give is a projection. */
  readonly projected?: true;
}

const square = (half: number) => [
  { nx: 1, ny: 0, half },
  { nx: 0, ny: 1, half },
];
const diagonal = (half: number) => [
  { nx: 1, ny: 1, half },
  { nx: 1, ny: -1, half },
];

/** Outline of a square of half width `half`. */
export const squareOutline = (half: number, x = 0): Outline => ({ x, slabs: square(half) });

/** The four chambers of a straw tracker; the hole is the union of an upright and a diagonal square. */
export function strawPlanes(straw: StrawTracker): Fact<DumpPlane>[] {
  const half: number = straw.holeHalfWidth.value;
  return straw.z.value.map((z, i) => {
    const x: number = straw.holeCentreX.value[i];
    return {
      tag: straw.z.tag,
      source: straw.z.source,
      value: {
        name: `straw${i + 1}`,
        z,
        within: { radius: straw.outerRadius.value },
        holes: [
          { x, slabs: square(half) },
          { x, slabs: diagonal(half * Math.SQRT2) },
        ],
      },
    };
  });
}

export function annulusPlane(name: string, annulus: Annulus): Fact<DumpPlane> {
  const x: number = annulus.centreX.value;
  return {
    tag: annulus.z.tag,
    source: annulus.z.source,
    value: {
      name,
      z: annulus.z.value,
      within: { x, radius: annulus.outerRadius.value },
      holes: annulus.innerRadius.value > 0 ? [{ x, radius: annulus.innerRadius.value }] : [],
    },
  };
}

export function calorimeterPlane(name: string, calorimeter: Calorimeter): Fact<DumpPlane> {
  const apothem: number = calorimeter.apothem.value;
  return {
    tag: calorimeter.z.tag,
    source: calorimeter.z.source,
    value: {
      name,
      z: calorimeter.z.value,
      within: { slabs: [...square(apothem), ...diagonal(apothem * Math.SQRT2)] },
      holes: [{ radius: calorimeter.innerRadius.value }],
    },
  };
}

export function muonPlane(name: string, detector: MuonDetector): Fact<DumpPlane> {
  return {
    tag: detector.z.tag,
    source: detector.z.source,
    value: {
      name,
      z: detector.z.value,
      within: squareOutline(detector.halfWidth.value),
      holes: [{ radius: detector.innerRadius.value }],
      scattering: detector.scattering.value,
    },
  };
}

/** Veto rings as what they are to a product: the hole in their middle. */
export function ringPlanes(name: string, rings: Fact<readonly VetoRing[]>): Fact<DumpPlane>[] {
  return rings.value.map(({ z, innerRadius }, i) => ({
    tag: rings.tag,
    source: rings.source,
    value: { name: `${name}${i + 1}`, z, within: { radius: innerRadius }, holes: [] },
  }));
}

/** All planes of the spectrometer and the detectors behind it, by z. */
export function detectorPlanes(detector: Detector): Fact<DumpPlane>[] {
  return [
    ...strawPlanes(detector.straw),
    annulusPlane('newChod', detector.newChod),
    annulusPlane('chod', detector.chod),
    calorimeterPlane('calorimeter', detector.calorimeter),
    muonPlane('muonDetector', detector.muonDetector),
  ];
}
