/** Detectors that a track or a photon reached inside their acceptance: one bit each in `reached`. */
export const REACHED = { rich: 1, newChod: 2, chod: 4, calorimeter: 8, muonDetector: 16, muonOuterTiles: 32 } as const;
export type DetectorName = keyof typeof REACHED;

/** What a track is when it reaches the calorimeter, as stored in `species`. */
export const SPECIES = ['e', 'mu', 'pi'] as const;

/** Probabilities that detectors stay silent, with the ends of their band. */
export interface SilenceColumns {
  readonly central: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Measured track of one charged product, a row per kept event. Rows with `reconstructed` 0 hold no measurement. */
export interface TrackColumns {
  readonly product: number;
  readonly charge: number;
  readonly reconstructed: Uint8Array;
  /** Index in SPECIES of what arrives at the calorimeter. */
  readonly species: Uint8Array;
  readonly reached: Uint8Array;
  /** Probability that enough chambers see the track, and how many do. */
  readonly found: Float64Array;
  readonly chambers: Uint8Array;
  /** Quadrant of the hodoscope hit (bit 0: x > 0, bit 1: y > 0). */
  readonly quadrant: Uint8Array;
  /** Momentum upstream of the magnet (GeV), and position at the first chamber (m). */
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pz: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Impact point on the calorimeter (m) and the energy it leaves there when identified by nothing (GeV). */
  readonly calorimeterX: Float64Array;
  readonly calorimeterY: Float64Array;
  readonly deposit: Float64Array;
  /** For an electron from a photon: probability that all vetoes, and the large-angle ones, are silent if it is no track. */
  readonly silent?: Float64Array;
  readonly largeAngleSilent?: Float64Array;
  /** What crosses the RICH, index in SPECIES, its momentum there, and what its ring gives (GeV) where a search reads rings. */
  readonly speciesAtRich: Uint8Array;
  readonly momentumAtRich: Float64Array;
  readonly ringMomentum: Float64Array;
  /** That nothing sees it when it is no candidate; in hermetic searches alone. */
  readonly silence: SilenceColumns;
}

/** Measured photon: an accepted calorimeter cluster, or what a veto saw of it. */
export interface PhotonColumns {
  readonly product: number;
  /** 1: a cluster in the calorimeter. */
  readonly reconstructed: Uint8Array;
  readonly energy: Float64Array;
  readonly calorimeterX: Float64Array;
  readonly calorimeterY: Float64Array;
  /** Probability that the cluster is there and good: no conversion on the way, no dead cell. */
  readonly found: Float64Array;
  /** Probability that no photon veto fires on it. */
  readonly survival: Float64Array;
  /** Probability that the large-angle vetoes alone stay silent. */
  readonly largeAngleSurvival: Float64Array;
}

/** Detector response: what leaves the simulation stage. Row j is row `row[j]` of the decay block. */
export interface ResponseBlock {
  readonly capacity: number;
  count: number;
  readonly row: Int32Array;
  /** True over drawn density of everything that was not drawn as nature does. */
  readonly weight: Float64Array;
  /** That no photon is seen; in hermetic searches alone. */
  readonly silence: SilenceColumns;
  readonly tracks: readonly TrackColumns[];
  readonly photons: readonly PhotonColumns[];
}

/** Room for `capacity` events with the given charged products (index, charge, whether vetoes see it) and photons (index). */
export function allocateResponseBlock(
  capacity: number,
  charged: readonly { product: number; charge: number; vetoed?: boolean }[],
  photons: readonly number[],
): ResponseBlock {
  const column = () => new Float64Array(capacity);
  const silence = (): SilenceColumns => ({ central: column(), low: column(), high: column() });
  return {
    capacity,
    count: 0,
    row: new Int32Array(capacity),
    weight: column(),
    silence: silence(),
    tracks: charged.map(({ product, charge, vetoed = false }) => ({
      product,
      charge,
      reconstructed: new Uint8Array(capacity),
      species: new Uint8Array(capacity),
      reached: new Uint8Array(capacity),
      found: column(),
      chambers: new Uint8Array(capacity),
      quadrant: new Uint8Array(capacity),
      px: column(),
      py: column(),
      pz: column(),
      x: column(),
      y: column(),
      calorimeterX: column(),
      calorimeterY: column(),
      deposit: column(),
      ...(vetoed ? { silent: column(), largeAngleSilent: column() } : {}),
      speciesAtRich: new Uint8Array(capacity),
      momentumAtRich: column(),
      ringMomentum: column(),
      silence: silence(),
    })),
    photons: photons.map((product) => ({
      product,
      reconstructed: new Uint8Array(capacity),
      energy: column(),
      calorimeterX: column(),
      calorimeterY: column(),
      found: column(),
      survival: column(),
      largeAngleSurvival: column(),
    })),
  };
}
