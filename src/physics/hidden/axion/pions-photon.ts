import { pairVelocity } from '../../production/kinematics.ts';
import { MASS } from '../../production/masses.ts';

const RHO = { mass: 0.77526, width: 0.1491 };

/**
 * |M|² of a pseudoscalar of that mass (GeV) to π⁺π⁻γ at the squared mass s of the pions, up to a constant and the sin²θ of
 * the pion about the photon in the rest frame of the pions: k² s β² |BW_ρ(s)|², as η and η′ → π⁺π⁻γ through ρ (recalled). 0
 * outside 4m_π² < s < m².
 */
export function pionsPhotonElement(mass: number, s: number): number {
  const pion = MASS.chargedPion;
  if (!(s > 4 * pion * pion && s < mass * mass)) return 0;
  const k = (mass * mass - s) / (2 * mass);
  const beta = pairVelocity(Math.sqrt(s), pion);
  const a = RHO.mass * RHO.mass - s;
  const b = RHO.mass * RHO.width;
  return (k * k * s * beta * beta) / (a * a + b * b);
}
