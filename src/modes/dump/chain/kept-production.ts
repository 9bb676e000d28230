import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { DumpTarget } from '../../../physics/production/dump-target.ts';
import { type GriddedProduction, gridProduction } from './gridded-production.ts';
import type { KinematicGrid } from './kinematic-grid.ts';

/** Grids kept of one model: about 100 kB each. */
const MOST = 128;
const kept = new WeakMap<HiddenModel, Map<string, GriddedProduction>>();

/**
 * `gridProduction`, kept: searches behind one dump share a grid, and runs of one worker after the other masses, since a
 * search is simulated at the masses of those that it is combined with.
 */
export function keptProduction(
  model: HiddenModel,
  mass: number,
  target: DumpTarget,
  grid: KinematicGrid,
): GriddedProduction {
  const ofModel = kept.get(model) ?? new Map<string, GriddedProduction>();
  kept.set(model, ofModel);
  const key = JSON.stringify([mass, target, grid]);
  const known = ofModel.get(key);
  if (known !== undefined) return known;
  const made = gridProduction(model, mass, target, grid);
  for (const oldest of ofModel.keys()) {
    if (ofModel.size < MOST) break;
    ofModel.delete(oldest);
  }
  ofModel.set(key, made);
  return made;
}
