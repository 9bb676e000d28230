import { log } from '../../math/elementary.ts';
import { particle } from '../particles/index.ts';
import { ALPHA } from '../production/standard-model.ts';

/**
 * Width (rad) of the Gaussian core of the projected angle behind a layer of `thickness` radiation lengths, for charge 1,
 * β = 1 and momentum `p` in GeV: 13.6 MeV/p √t (1 + 0.038 ln t) (Particle Data Group, passage of particles through
 * matter; to 11 % for 1e-3 < t < 100). Nothing scatters in a layer of none.
 */
export function scatteringWidth(thickness: number, p: number): number {
  if (thickness === 0) return 0;
  return ((0.0136 * Math.sqrt(thickness)) / p) * Math.max(0.1, 1 + 0.038 * log(thickness));
}

/**
 * The single-scattering tail: mean number of scatters by more than `angle` (rad, in space) is χ_c²/angle², with
 * χ_c² = t π m_e²/(α p² ln(287/√Z)) (Molière's χ_c with the radiation length of the same atoms). `charge` is Z of the
 * layer; it enters by the logarithm alone.
 */
export function singleScattering(thickness: number, charge: number): { readonly characteristic: number } {
  const electron = particle('e-').mass;
  const square = (thickness * Math.PI * electron * electron) / (ALPHA * log(287 / Math.sqrt(charge)));
  return { characteristic: Math.sqrt(square) };
}

/** Largest momentum transfer (GeV) of a scatter: a nucleus of charge radius 2.5 fm (carbon, oxygen) has no more to give. */
export const LARGEST_TRANSFER = 0.079;

/** Where the tail is joined to the core: this many widths of the core, in space. */
export const TAIL_FROM = 4;

/** Hard scatters in a layer, independent of momentum in units of the core: how many, and how far. */
export interface ScatteringTail {
  /** Mean number per crossing. */
  readonly mean: number;
  /** Angle times momentum (rad·GeV) of one of them, from a uniform number: 1/θ² is uniform. */
  angle(uniform: number): number;
}

/** The tail beyond `TAIL_FROM` core widths of a layer. */
export function scatteringTail(thickness: number, charge: number): ScatteringTail {
  if (thickness === 0) return { mean: 0, angle: () => 0 };
  const least = TAIL_FROM * scatteringWidth(thickness, 1);
  const { characteristic } = singleScattering(thickness, charge);
  const high = 1 / (least * least);
  const low = 1 / (LARGEST_TRANSFER * LARGEST_TRANSFER);
  return {
    mean: characteristic * characteristic * (high - low),
    angle: (uniform) => 1 / Math.sqrt(low + uniform * (high - low)),
  };
}
