/** Resolutions at one mass (GeV, m). */
export interface PointingResolution {
  /** Standard deviation of the invariant mass. */
  readonly mass: number;
  /** Half the central interval of z of the origin that holds 68.27 %. */
  readonly originZ: number;
  /** Distance from the beam axis below which 68.27 % lie: σ if the distance is half a Gaussian. */
  readonly originDistance: number;
  /** Share of the events with a good vertex that point into the signal region. */
  readonly inRegion: number;
}
