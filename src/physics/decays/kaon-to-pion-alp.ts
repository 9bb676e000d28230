import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';

/** Octet coupling of the weak chiral Lagrangian, N_8 = (G_F/√2) V_ud V_us g_8 f_π² (recalled: arXiv:2102.13112). */
const N8 = 1.53e-7;

/**
 * Branching fraction of K⁺ → π⁺a for an ALP with c_GG/f = 1 GeV⁻¹ and no other coupling, leading order of the octet;
 * it grows with (c_GG/f)². Zero from the threshold on (354 MeV). Neglects η and η′ mixing; not for masses near the π⁰.
 * Source: Bauer, Neubert, Renner, Schnubel, Thamm, arXiv:2102.13112.
 */
export function kaonToPionGluonAlp(mass: number): number {
  const kaon = particle('K+');
  const mK = kaon.mass;
  const mPi = particle('pi+').mass;
  if (!(mass >= 0 && mass < mK - mPi)) return 0;
  const [k, p, a] = [mK * mK, mPi * mPi, mass * mass];
  const amplitude = ((N8 / 4) * 16 * (k - p) * (k - a)) / (4 * k - p - 3 * a);
  const sum = (mPi + mass) * (mPi + mass);
  const difference = (mPi - mass) * (mPi - mass);
  const momentum = Math.sqrt((k - sum) * (k - difference)) / (2 * mK);
  const width = (amplitude * amplitude * momentum) / (8 * Math.PI * k);
  return (width * kaon.ctau) / HBAR_C;
}
