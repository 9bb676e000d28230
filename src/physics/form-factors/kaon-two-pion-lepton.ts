import { cos, sin } from '../../math/elementary.ts';
import { fact } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';
import { pionPionPhaseDifference } from './pion-pion-phase.ts';

/** Form factors of K⁺ → π⁺π⁻e⁺ν as polynomials in q² = s_π/4m_π² − 1 and s_e/4m_π², relative to f_s. */
export const KE4_FORM_FACTORS = fact(
  { vus: 0.2252, fs: 5.705, fs1: 0.152, fs2: -0.073, fe: 0.068, fp: -0.048, gp: 0.868, gp1: 0.089, hp: -0.398 },
  'recalled',
  'NA48/2, Eur. Phys. J. C 70 (2010) 635, arXiv:1007.4031; Phys. Lett. B 715 (2012) 105, arXiv:1206.7065',
);

const MPI2 = particle('pi+').mass * particle('pi+').mass;

/** F = F_s e^{iδ} + F_p cosθ_π, G, H into out: Re F_s, Im F_s, F_p, G, H (dimensionless). */
export function ke4FormFactors(sPi: number, sE: number, out: Float64Array): void {
  const { fs, fs1, fs2, fe, fp, gp, gp1, hp } = KE4_FORM_FACTORS.value;
  const q2 = sPi / (4 * MPI2) - 1;
  const size = fs * (1 + q2 * (fs1 + fs2 * q2) + (fe * sE) / (4 * MPI2));
  const delta = pionPionPhaseDifference(sPi);
  out[0] = size * cos(delta);
  out[1] = size * sin(delta);
  out[2] = fs * fp;
  out[3] = fs * (gp + gp1 * q2);
  out[4] = fs * hp;
}
