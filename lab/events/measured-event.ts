import type { SimulatedEvent } from 'spillway';
import { massOf } from 'spillway/search';
import type { Apparatus } from './apparatus.ts';
import { ringRadius } from './rich-ring.ts';

export type Point = readonly [x: number, y: number, z: number];

/** A track as the detectors see it: nothing of what it was made as. */
export interface SeenTrack {
  readonly charge: number;
  readonly momentum: number;
  readonly points: readonly Point[];
  /** Radius of its Cherenkov ring (mm); null where there is none. */
  readonly ring: number | null;
  /** Energy in the calorimeter over momentum; null where it misses the calorimeter. */
  readonly energyOverMomentum: number | null;
  readonly deposit: number;
  readonly muonHit: boolean;
}

/** A cluster in the calorimeter without a track. */
export interface SeenCluster {
  readonly energy: number;
  readonly points: readonly Point[];
}

/** One way to read an event, with the fate under each cut. */
export interface SeenReading {
  readonly roles: readonly string[];
  readonly selected: boolean;
  readonly fate: SimulatedEvent['readings'][number]['fate'];
  readonly discriminant: readonly number[];
}

/** An event as it is measured: what a page may show before the truth is asked for. */
export interface SeenEvent {
  readonly event: number;
  readonly vertex: Point | null;
  readonly tracks: readonly SeenTrack[];
  readonly clusters: readonly SeenCluster[];
  /** Whether a photon veto fired. */
  readonly vetoed: boolean;
  readonly readings: readonly SeenReading[];
}

/** What an event was made as: sent to the page only when it is asked for. */
export interface Truth {
  readonly vertex: Point;
  readonly products: readonly {
    readonly name: string;
    readonly charge: number;
    readonly momentum: number;
    readonly points: readonly Point[];
  }[];
}

/** Masses (GeV) of what arrives at the calorimeter. */
const MASSES: Readonly<Record<string, number>> = { e: massOf('e+'), mu: massOf('mu+'), pi: massOf('pi+') };

const along = ([x, y, z]: Point, [px, py, pz]: readonly [number, number, number], to: number): Point => [
  x + (px / pz) * (to - z),
  y + (py / pz) * (to - z),
  to,
];

/** A number from 0 to 1 that belongs to an event and a purpose: the same each time. */
export function lot(seed: number, event: number, purpose: number): number {
  let x =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(event + 1, 0xc2b2ae35) ^ Math.imul(purpose + 1, 0x27d4eb2f);
  for (const by of [0x7feb352d, 0x846ca68b]) {
    x = Math.imul(x ^ (x >>> 16), by);
    x ^= x >>> 15;
  }
  return (x >>> 0) / 2 ** 32;
}

/** An event without its truth, as the detectors of the apparatus see it. */
export function seenEvent(event: SimulatedEvent, apparatus: Apparatus, seed: number): SeenEvent {
  const { firstChamberZ, magnetZ, calorimeterZ, from } = apparatus;
  const [reading] = event.readings;
  const vertex: Point | null = reading === undefined ? null : reading.vertex;
  const tracks = event.tracks.map((track): SeenTrack => {
    const { charge, momentum, firstChamber, calorimeter, deposit, reached, species } = track;
    const p = Math.hypot(...momentum);
    const first: Point = [...firstChamber, firstChamberZ];
    const start = vertex ?? along(first, momentum, from + 5);
    const inCalorimeter = reached.includes('calorimeter');
    const radius = reached.includes('rich') ? ringRadius(MASSES[species] ?? MASSES['pi'], p) : undefined;
    return {
      ...{ charge, momentum: p, deposit },
      points: [start, first, along(first, momentum, magnetZ), [...calorimeter, calorimeterZ]],
      ring: radius === undefined ? null : 1000 * radius,
      energyOverMomentum: inCalorimeter ? deposit / p : null,
      muonHit: species === 'mu' && reached.includes('muonDetector'),
    };
  });
  const origin: Point = vertex ?? [0, 0, from + 5];
  const clusters = event.photons
    .filter(({ cluster }) => cluster)
    .map(({ energy, calorimeter }): SeenCluster => ({ energy, points: [origin, [...calorimeter, calorimeterZ]] }));
  const silent = event.photons.reduce(
    (product, { cluster, vetoSilent }) => (cluster ? product : product * vetoSilent),
    1,
  );
  return {
    event: event.event,
    ...{ vertex, tracks, clusters },
    vetoed: lot(seed, event.event, 1) > silent,
    readings: event.readings.map(({ roles, selected, fate, discriminant }) => ({
      roles: roles.map(({ role }) => role),
      ...{ selected, fate, discriminant },
    })),
  };
}

/** What an event was made as. */
export function truthOf({ vertex, products }: SimulatedEvent, { to }: Apparatus): Truth {
  return {
    vertex,
    products: products.map(({ name, charge, origin, momentum: [, px, py, pz] }) => ({
      ...{ name, charge, momentum: Math.hypot(px, py, pz) },
      points: [origin, along(origin, [px, py, pz], Math.max(origin[2] + 1, to - 8))],
    })),
  };
}
