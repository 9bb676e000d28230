import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { DumpTarget } from '../../../physics/production/dump-target.ts';
import type { OutsideValidity } from '../../../physics/production/validity.ts';
import { type KinematicGrid, spectrumOnGrid } from './kinematic-grid.ts';

/** How the spin of what is made shows in its decay. */
export const polarisations = ['none', 'transverse'] as const;
export type Polarisation = (typeof polarisations)[number];

/** Mechanisms of one model at one mass, on the nodes of a grid. */
export interface GriddedProduction {
  readonly mechanisms: readonly {
    readonly id: string;
    readonly couplingPower: 0 | 2;
    readonly polarisation: Polarisation;
    /** Particles per proton for unit coupling and weight, in all directions. */
    readonly total: number;
    readonly density: Float64Array;
  }[];
  /** Mechanisms that do not hold at this mass, with the reason. */
  readonly outside: readonly OutsideValidity[];
}

/** Puts all mechanisms of a model on a grid. */
export function gridProduction(
  model: HiddenModel,
  mass: number,
  target: DumpTarget,
  grid: KinematicGrid,
): GriddedProduction {
  const mechanisms: GriddedProduction['mechanisms'][number][] = [];
  const outside: OutsideValidity[] = [];
  for (const { id, couplingPower, polarisation, spectrum } of bound(model)) {
    const found = spectrum(mass, target);
    if (!found.valid) outside.push(found);
    else
      mechanisms.push({
        id,
        couplingPower,
        polarisation,
        total: found.total,
        density: spectrumOnGrid(grid, found),
      });
  }
  return { mechanisms, outside };
}
const bound = (model: HiddenModel) =>
  model.mechanisms.map((m) => ({
    id: m.id,
    couplingPower: m.couplingPower,
    polarisation: m.polarisation ?? ('none' as const),
    spectrum: m.spectrum.bind(m),
  }));
