import { atan, log } from '../../math/elementary.ts';
import { fact } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';

/** Constants of K → ℓνℓ′ℓ′ at O(p⁴); decay constants in the F_π = 93 MeV convention, GeV. */
export interface StructureConstants {
  readonly vus: number;
  readonly fKaon: number;
  readonly fPion: number;
  readonly l9: number;
  readonly l10: number;
  readonly scale: number;
}

export const STRUCTURE_CONSTANTS = fact<StructureConstants>(
  { vus: 0.2245, fKaon: 0.1136, fPion: 0.0932, l9: 6.9e-3, l10: -5.5e-3, scale: 0.77 },
  'recalled',
  'J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261 and hep-ph/9411232',
);

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;

/** Adds weight·(H_m(q²) without the L9 term) to out[0] + i·out[1]; analytic through q² = 4m². */
function addLoop(q2: number, m: number, constants: StructureConstants, weight: number, out: Float64Array): void {
  const m2 = m * m;
  const x = q2 / m2;
  const prefactor = (weight * m2) / (16 * Math.PI * Math.PI * constants.fPion * constants.fPion);
  let re: number;
  let im = 0;
  if (x < 4) {
    const s = Math.sqrt(4 / x - 1);
    re = 2 * s * atan(1 / s);
  } else {
    const sigma = Math.sqrt(1 - 4 / x);
    re = sigma * log((1 + sigma) / (1 - sigma));
    im = -Math.PI * sigma;
  }
  const factor = 1 / 3 - x / 12;
  const chiral = -2 / 3 + (5 * x) / 36 - (x / 6) * log(m / constants.scale);
  out[0] += prefactor * (chiral + factor * re);
  out[1] += prefactor * factor * im;
}

/** F_V(q²) − 1 = H_π + 2H_K as out[0] + i·out[1], q² > 0 in GeV². */
export function kaonVectorFormFactor(q2: number, constants: StructureConstants, out: Float64Array): void {
  out[0] = (2 * constants.l9 * q2) / (constants.fPion * constants.fPion);
  out[1] = 0;
  addLoop(q2, MPI, constants, 1, out);
  addLoop(q2, MK, constants, 2, out);
}
