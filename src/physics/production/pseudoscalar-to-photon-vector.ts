import { unknownName } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';
import { MASS } from './masses.ts';
import { contains, type OutsideValidity, outsideValidity } from './validity.ts';

const PDG = 'Particle Data Group, Phys. Rev. D 110 (2024) 030001';

/** Two-photon branching fractions of the light pseudoscalars. */
export const twoPhotonFractions = {
  pi0: fact(0.98823, 'recalled', PDG),
  eta: fact(0.3936, 'recalled', PDG),
  etaprime: fact(0.02307, 'recalled', PDG),
} as const satisfies Record<string, Fact>;
export type LightPseudoscalar = keyof typeof twoPhotonFractions;

const masses: Record<LightPseudoscalar, number> = { pi0: MASS.neutralPion, eta: MASS.eta, etaprime: MASS.etaPrime };
/** Pole masses Λ of the transition form factor 1/(1 − m²/Λ²), GeV (recalled). The η′ pole is met below its mass. */
const poles: Record<LightPseudoscalar, number> = { pi0: 0.745, eta: 0.72, etaprime: 0.77 };

/** The kinematic factor 2(1 − m²/m_P²)³ between P → γA′ and P → γγ for ε = 1; 0 when closed (arXiv:0906.5614). */
export function photonVectorFactor(meson: LightPseudoscalar, mass: number): number {
  const m = masses[meson];
  if (m === undefined) throw unknownName('meson', 'pseudoscalar', meson, Object.keys(masses));
  if (mass >= m) return 0;
  const r = mass / m;
  const y = (1 - r) * (1 + r);
  return 2 * y * y * y;
}

/**
 * Branching fraction of P → γA′ for ε = 1: 2(1 − m²/m_P²)³ BR(P → γγ), with the squared transition form factor
 * 1/(1 − m²/Λ²)² when asked for. Outside validity above the mass of P or, with the form factor, within 20 % of its pole.
 */
export function pseudoscalarToPhotonVector(
  meson: LightPseudoscalar,
  mass: number,
  transitionFormFactor = false,
): number | OutsideValidity {
  const factor = photonVectorFactor(meson, mass);
  const name = `${meson} -> gamma A'`;
  const allowed = { min: 0, max: transitionFormFactor ? Math.min(masses[meson], 0.8 * poles[meson]) : masses[meson] };
  if (!contains(allowed, mass) || factor === 0)
    return outsideValidity(name, 'mass', mass, allowed, 'the decay is closed or its form factor is at a pole');
  if (!transitionFormFactor) return factor * twoPhotonFractions[meson].value;
  const pole = 1 - (mass * mass) / (poles[meson] * poles[meson]);
  return (factor * twoPhotonFractions[meson].value) / (pole * pole);
}
