import { pionFormFactorSquared } from '../../form-factors/pion-vector.ts';
import { leptonToHadrons } from '../../form-factors/spectral-functions.ts';
import { pairVelocity } from '../../production/kinematics.ts';
import { MASS } from '../../production/masses.ts';
import { SIN2_WEINBERG } from '../../production/standard-model.ts';

const threshold = 2 * MASS.chargedPion;
const pair = {
  threshold,
  density(s: number) {
    const velocity = pairVelocity(Math.sqrt(s), MASS.chargedPion);
    return (velocity * velocity * velocity * pionFormFactorSquared(s)) / 12;
  },
};

/** Width (GeV, Dirac, U = 1) of N → ν π⁺π⁻: half that of a charged current with massless lepton, times (1 − 2 s_W²)². */
export function neutralPionPair(mass: number): number {
  const vector = 1 - 2 * SIN2_WEINBERG;
  return 0.5 * vector * vector * leptonToHadrons(mass, 0, pair);
}
