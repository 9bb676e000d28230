import { atan } from '../../math/elementary.ts';
import { fact } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';

/** Schenk's parameters (powers of m_π): tan δ = σ q^{2l}(A + Bq² + Cq⁴ + Dq⁶)(4 − s₀)/(s − s₀). */
interface PhaseParameters {
  readonly coefficients: readonly [number, number, number, number];
  readonly zero: number;
}

export const PION_PION_PHASES = fact(
  {
    s: { coefficients: [0.22, 0.268, -0.0139, -0.00139], zero: 36.77 } as PhaseParameters,
    p: { coefficients: [0.0379, 1.4e-5, -6.73e-5, 1.63e-8], zero: 30.72 } as PhaseParameters,
  },
  'recalled',
  'G. Colangelo, J. Gasser, H. Leutwyler, Nucl. Phys. B 603 (2001) 125, hep-ph/0103088, eq. (17.2)',
);

const MPI2 = particle('pi+').mass * particle('pi+').mass;

function phase(s: number, l: 0 | 1, { coefficients, zero }: PhaseParameters): number {
  const x = s / MPI2;
  if (!(x > 4)) return 0;
  const q2 = x / 4 - 1;
  const [a, b, c, d] = coefficients;
  const polynomial = a + q2 * (b + q2 * (c + q2 * d));
  return atan((Math.sqrt(1 - 4 / x) * (l === 0 ? 1 : q2) * polynomial * (4 - zero)) / (x - zero));
}

/** δ₀⁰ − δ₁¹ of elastic ππ scattering in radians at squared mass `s` (GeV²), 0 below threshold; s below 0.5 GeV². */
export function pionPionPhaseDifference(s: number): number {
  return phase(s, 0, PION_PION_PHASES.value.s) - phase(s, 1, PION_PION_PHASES.value.p);
}
