import type { SidebandOptions } from './sideband-background.ts';
import type { SortedMasses } from './sorted-masses.ts';

/** A peak scan with everything checked and its defaults filled in. */
export interface CheckedPeakScan {
  readonly masses: Float64Array;
  readonly sigmas: Float64Array;
  readonly name: string;
  readonly observed: SortedMasses | null;
  readonly simulated: SortedMasses | null;
  readonly relativeError: number;
  readonly sidebands: Required<SidebandOptions>;
  readonly halfWidth: number;
  readonly range: readonly [number, number];
  readonly efficiency: Float64Array | null;
  readonly ses: Float64Array | null;
  readonly sesErrors: Float64Array | null;
  readonly level: number;
}
