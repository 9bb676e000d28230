import type { StrawTracker } from '../../experiments/detector-types.ts';

/** What the tracker knows of a particle at its first chamber: position (m), slopes, momentum (GeV). */
export interface MeasuredTrack {
  x: number;
  y: number;
  slopeX: number;
  slopeY: number;
  p: number;
}

export const emptyTrack = (): MeasuredTrack => ({ x: 0, y: 0, slopeX: 0, slopeY: 0, p: 0 });

/** z where tracks are measured. */
export const measurementZ = (tracker: StrawTracker): number => tracker.z.value[0];

/**
 * Smears a track that passes the first chamber at (x, y) with momentum (px, py, pz): five standard normal numbers
 * starting at deviates[at] move momentum, slopes and position by the tracker's resolutions.
 */
export function measureTrack(
  tracker: StrawTracker,
  x: number,
  y: number,
  px: number,
  py: number,
  pz: number,
  deviates: Float64Array,
  at: number,
  out: MeasuredTrack,
): void {
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const scattering = tracker.angleResolution.scattering.value / p;
  const constant: number = tracker.angleResolution.constant.value;
  const angle = Math.sqrt(scattering * scattering + constant * constant);
  const floor = tracker.momentumResolution.constant.value;
  const growing = tracker.momentumResolution.slope.value * p;
  const position: number = tracker.positionResolution.value;
  out.p = p * (1 + Math.sqrt(floor * floor + growing * growing) * deviates[at]);
  out.slopeX = px / pz + angle * deviates[at + 1];
  out.slopeY = py / pz + angle * deviates[at + 2];
  out.x = x + position * deviates[at + 3];
  out.y = y + position * deviates[at + 4];
}
