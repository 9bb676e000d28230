import { exp, log } from '../../../math/elementary.ts';
import type { YieldSpectrum } from '../../../physics/production/spectrum.ts';
import type { DumpSource } from '../../../stages/generation/dump-decays.ts';

/** Nodes in ln p and in θ between which production spectra are interpolated linearly. */
export interface KinematicGrid {
  readonly momenta: number;
  readonly angles: number;
  readonly logMomentumMin: number;
  readonly logMomentumStep: number;
  readonly angleStep: number;
}

/** Nodes over the cone of a source. */
export function kinematicGrid(source: DumpSource, momenta = 32, angles = 22): KinematicGrid {
  const { min, max } = source.momentum;
  return {
    momenta,
    angles,
    logMomentumMin: log(min),
    logMomentumStep: log(max / min) / (momenta - 1),
    angleStep: source.theta / (angles - 1),
  };
}

/** d²N/(dln p dθ) of a spectrum at every node, row by row in ln p. */
export function spectrumOnGrid(grid: KinematicGrid, spectrum: YieldSpectrum): Float64Array {
  const { momenta, angles } = grid;
  const values = new Float64Array(momenta * angles);
  for (let i = 0; i < momenta; i++) {
    const p = exp(grid.logMomentumMin + i * grid.logMomentumStep);
    const energy = Math.sqrt(p * p + spectrum.mass * spectrum.mass);
    const jacobian = (p * p) / energy;
    for (let j = 1; j < angles; j++) values[i * angles + j] = jacobian * spectrum.density(energy, j * grid.angleStep);
  }
  return values;
}
