import { branchingFraction } from '../particles/branching-fractions.ts';
import { particle } from '../particles/particle-table.ts';

const LEPTON = { e: 'e+', mu: 'mu+' } as const;

/**
 * Branching fraction of K⁺ → ℓ⁺N for |U_ℓ| = 1: BR(K⁺ → ℓ⁺ν) ρ with ρ = [x + y − (x − y)²] √λ(1, x, y) / [x (1 − x)²],
 * x = (m_ℓ/m_K)², y = (m_N/m_K)²; it grows with |U_ℓ|². The helicity suppression of electrons is lifted by the mass. Zero
 * when closed. Source: R. E. Shrock, Phys. Rev. D 24 (1981) 1232.
 */
export function kaonToNeutralLepton(flavour: keyof typeof LEPTON, mass: number): number {
  const kaon = particle('K+').mass;
  const lepton = particle(LEPTON[flavour]).mass;
  if (!(mass >= 0 && mass + lepton < kaon)) return 0;
  const x = (lepton / kaon) * (lepton / kaon);
  const y = (mass / kaon) * (mass / kaon);
  const root = Math.sqrt(1 + x * x + y * y - 2 * (x + y + x * y));
  return (
    (branchingFraction(`K+ -> ${LEPTON[flavour]} nu`).value * (x + y - (x - y) * (x - y)) * root) /
    (x * (1 - x) * (1 - x))
  );
}
