import { InvalidInput } from '../../schema/index.ts';
import { unitVector } from '../vectors/direction.ts';
import { breakupMomentum } from '../vectors/kaellen.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';

const FOUR_PI = 12.566370614359172;

/** Uniforms per event: cosθ and φ of particle 1. */
export const TWO_BODY_UNIFORMS = 2;

const direction = new Float64Array(3);

/** The two-body phase space Φ₂ = p/(4πM) for [M, m1, m2] in GeV. Throws InvalidInput when the decay is closed. */
export function twoBodyVolume(masses: ArrayLike<number>): number {
  return openMomentum(masses) / (FOUR_PI * masses[0]);
}

function openMomentum(masses: ArrayLike<number>): number {
  const [M, m1, m2] = [masses[0], masses[1], masses[2]];
  const p = breakupMomentum(M, m1, m2);
  if (!(p > 0)) throw new InvalidInput('phase space', `a mass of ${M} GeV cannot decay to ${m1} + ${m2} GeV`);
  return p;
}

/**
 * Generates `count` isotropic two-body decays at rest. `masses`: [M, m1, m2] in GeV; every weight is
 * Φ₂ = p/(4πM). Throws InvalidInput when the decay is closed.
 */
export function twoBodyPhaseSpace(
  draws: readonly Float64Array[],
  count: number,
  masses: ArrayLike<number>,
  products: readonly MomentumColumns[],
  weight: Float64Array,
): void {
  const [m1, m2] = [masses[1], masses[2]];
  const p = openMomentum(masses);
  const [uCos, uTurn] = draws;
  const [first, second] = products;
  const energy1 = Math.sqrt(p * p + m1 * m1);
  const energy2 = Math.sqrt(p * p + m2 * m2);
  const volume = twoBodyVolume(masses);
  for (let i = 0; i < count; i++) {
    unitVector(uCos[i], uTurn[i], direction);
    const px = p * direction[0];
    const py = p * direction[1];
    const pz = p * direction[2];
    first.energy[i] = energy1;
    first.px[i] = px;
    first.py[i] = py;
    first.pz[i] = pz;
    second.energy[i] = energy2;
    second.px[i] = -px;
    second.py[i] = -py;
    second.pz[i] = -pz;
    weight[i] = volume;
  }
}
