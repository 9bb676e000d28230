import { log, pow } from '../../math/elementary.ts';
import { unknownName } from '../../schema/index.ts';
import { MASS } from './masses.ts';

/**
 * Total pp cross-section in mb at squared energy s (GeV²): 35.45 + 0.308 ln²(s/28.94) + 42.53 s^−0.458 − 33.34 s^−0.545
 * (code: FairShip, ALPINIST and SensCalc use this fit of the Particle Data Group). Meant for s ≳ 10 GeV².
 */
export function totalCrossSection(s: number): number {
  const l = log(s / 28.94);
  return 35.45 + 0.308 * l * l + 42.53 * pow(s, -0.458) - 33.34 * pow(s, -0.545);
}

/** Non-single-diffractive pp cross-section in mb, 1.76 + 19.8 s^0.057 (code: SensCalc, arXiv:2305.13383). */
export function nonSingleDiffractiveCrossSection(s: number): number {
  return 1.76 + 19.8 * pow(s, 0.057);
}

/** What stands in the numerator of σ(s′)/σ(s) of proton bremsstrahlung. */
export const crossSectionChoices = ['total', 'non-single-diffractive'] as const;
export type CrossSectionChoice = (typeof crossSectionChoices)[number];

/**
 * σ(s′)/σ_tot(s) with s = 2 m_p P and s′ = 2 m_p (P − E) after the proton has given the energy E to a hidden particle;
 * 0 when nothing is left. Throws InvalidInput for an unknown choice.
 */
export function crossSectionRatio(choice: CrossSectionChoice, beamMomentum: number, energy: number): number {
  const numerator =
    choice === 'total'
      ? totalCrossSection
      : choice === 'non-single-diffractive'
        ? nonSingleDiffractiveCrossSection
        : undefined;
  if (numerator === undefined) throw unknownName('crossSection', 'cross-section', choice, crossSectionChoices);
  if (energy >= beamMomentum) return 0;
  return numerator(2 * MASS.proton * (beamMomentum - energy)) / totalCrossSection(2 * MASS.proton * beamMomentum);
}
