import { unknownName } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { decayMomentum, kallen } from './kinematics.ts';
import { MASS } from './masses.ts';
import type { MesonName } from './meson-spectra-data.ts';
import { type OutsideValidity, outsideValidity } from './validity.ts';

export interface RadiativeDecay {
  /** Spectrum the mother is taken from. */
  readonly mother: MesonName;
  readonly motherMass: number;
  readonly recoilMass: number;
  /** Branching fraction of V → Pγ. */
  readonly fraction: Fact;
}

const decay = (mother: MesonName, motherMass: number, recoilMass: number, fraction: number): RadiativeDecay => ({
  mother,
  motherMass,
  recoilMass,
  fraction: fact(fraction, 'recalled', 'Particle Data Group, Phys. Rev. D 110 (2024) 030001'),
});

/** Radiative decays of the light vector mesons whose photon may be a hidden vector. */
export const radiativeDecays = {
  'omega -> pi0': decay('omega', MASS.omega, MASS.neutralPion, 0.084),
  'rho -> pi0': decay('rho', MASS.rho, MASS.neutralPion, 4.7e-4),
  'rho+- -> pi+-': decay('rho+-', particle('rho+').mass, MASS.chargedPion, 4.5e-4),
  'phi -> pi0': decay('phi', MASS.phi, MASS.neutralPion, 1.3e-3),
  'rho -> eta': decay('rho', MASS.rho, MASS.eta, 3e-4),
  'omega -> eta': decay('omega', MASS.omega, MASS.eta, 4.5e-4),
  'phi -> eta': decay('phi', MASS.phi, MASS.eta, 1.3e-2),
} as const;
export type RadiativeDecayName = keyof typeof radiativeDecays;

/**
 * Branching fraction of V → P A′ for ε = 1: BR(V → Pγ) [λ(m_V², m², m_P²)]^{3/2} / (m_V² − m_P²)³, which tends to
 * BR(V → Pγ) as m → 0 (P-wave of a magnetic transition). Dividing by (m_V² − m²)³, as some codes do, gives 0.91 at m = 0
 * and 25 times too much at 0.6 GeV for the ω. Outside validity once the decay is closed.
 */
export function vectorToPseudoscalarVector(name: RadiativeDecayName, mass: number): number | OutsideValidity {
  const found = radiativeDecays[name];
  if (found === undefined) throw unknownName('decay', 'radiative decay', name, Object.keys(radiativeDecays));
  const { motherMass, recoilMass, fraction } = found;
  const max = motherMass - recoilMass;
  if (!(mass >= 0 && decayMomentum(motherMass, mass, recoilMass) > 0))
    return outsideValidity(`${name} A'`, 'mass', mass, { min: 0, max }, 'the decay is closed');
  const lambda = Math.max(0, kallen(motherMass * motherMass, mass * mass, recoilMass * recoilMass));
  const massless = motherMass * motherMass - recoilMass * recoilMass;
  return (fraction.value * lambda * Math.sqrt(lambda)) / (massless * massless * massless);
}
