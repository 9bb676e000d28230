import { type ParticleName, particle } from '../physics/index.ts';
import type { Energy } from '../units/index.ts';

/** Mass of a particle in GeV, from the table that the simulation uses. InvalidInput with the nearest name otherwise. */
export const massOf = (name: ParticleName): Energy => particle(name).mass as Energy;
