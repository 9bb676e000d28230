import { particle } from '../../particles/particle-table.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import { narrowChain } from '../narrow-chain.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;

type Lepton = 'e' | 'mu';
/** 'conserving': N decays as the neutrino that it was made as; 'violating': as an antineutrino (Majorana only). */
export type LeptonNumber = 'conserving' | 'violating';

const mass = (lepton: Lepton) => particle(`${lepton}+`).mass;

/**
 * p_N ∓ m_N s of a heavy neutrino from K⁺ → ℓ⁺N at rest, row `i` (− when lepton number is conserved, + when violated), s
 * its mean spin four-vector: m_N s = m_N² a/(p_N·a) − p_N with a = 2(p_K·p_ℓ)p_K − m_K² p_ℓ, from
 * Tr[… (p̸_N + m_N) p̸_K P_L p̸_ℓ p̸_K (p̸_N + m_N) …]. Writes t, x, y, z into `out`.
 */
export function spinVector(
  lepton: MomentumColumns,
  nMass: number,
  violating: boolean,
  i: number,
  out: Float64Array,
): void {
  const leptonEnergy = lepton.energy[i];
  const [x, y, z] = [-lepton.px[i], -lepton.py[i], -lepton.pz[i]];
  const energy = MK - leptonEnergy;
  // a = m_K² (E_ℓ, p_N)
  const ratio = (nMass * nMass) / (energy * leptonEnergy - (x * x + y * y + z * z));
  out[0] = ratio * leptonEnergy;
  out[1] = ratio * x;
  out[2] = ratio * y;
  out[3] = ratio * z;
  if (violating) return;
  out[0] = 2 * energy - out[0];
  out[1] = 2 * x - out[1];
  out[2] = 2 * y - out[2];
  out[3] = 2 * z - out[3];
}

const along = (v: Float64Array, p: MomentumColumns, i: number) =>
  v[0] * p.energy[i] - v[1] * p.px[i] - v[2] * p.py[i] - v[3] * p.pz[i];

const references = ['A. Atre, T. Han, S. Pascoli, B. Zhang, JHEP 05 (2009) 030, arXiv:0901.3589'];

/**
 * K⁺ → ℓ⁺N with N → first second ν by a charged current, N on shell and polarised; `first` is the lepton that couples
 * to N, `second` the one of the virtual W. |M|² ∝ (p_first·p_ν)·((p_N ∓ m_N s)·p_second). Products ℓ⁺, first, second, ν.
 */
export function polarisedLeptonicChain(
  id: string,
  [production, first, second]: readonly [Lepton, Lepton, Lepton],
  number: LeptonNumber,
  nMass: number,
): DecayModel {
  const spin = new Float64Array(4);
  return amplitudeModel(
    {
      id,
      title: `K+ -> ${production}+ N, N -> ${first} ${second} nu, polarised, lepton number ${number}`,
      references,
      decays: [leptonicText(production, first, second, number)],
      normalisation: 'proportional',
    },
    narrowChain(MK, mass(production), nMass, [mass(first), mass(second), 0]),
    1,
    (products, i) => {
      spinVector(products[0], nMass, number === 'violating', i, spin);
      return Math.max(0, dotAt(products[1], products[3], i) * along(spin, products[2], i));
    },
  );
}

/** K⁺ → ℓ⁺N with N → π ℓ′, N on shell and polarised: |M|² ∝ (p_N ∓ m_N s)·(2(p_ℓ′·p_π)p_π − m_π² p_ℓ′). */
export function polarisedPionChain(
  id: string,
  [production, lepton]: readonly [Lepton, Lepton],
  number: LeptonNumber,
  nMass: number,
): DecayModel {
  const spin = new Float64Array(4);
  return amplitudeModel(
    {
      id,
      title: `K+ -> ${production}+ N, N -> pi ${lepton}, polarised, lepton number ${number}`,
      references,
      decays: [pionText(production, lepton, number)],
      normalisation: 'proportional',
    },
    narrowChain(MK, mass(production), nMass, [MPI, mass(lepton)]),
    1,
    (products, i) => {
      const [first, pion, last] = products;
      spinVector(first, nMass, number === 'violating', i, spin);
      return Math.max(0, 2 * dotAt(last, pion, i) * along(spin, pion, i) - MPI * MPI * along(spin, last, i));
    },
  );
}

function leptonicText(production: Lepton, first: Lepton, second: Lepton, number: LeptonNumber): string {
  const [a, b] = number === 'conserving' ? ['-', '+'] : ['+', '-'];
  return `K+ -> ${production}+ (X -> ${first}${a} ${second}${b} nu)`;
}

function pionText(production: Lepton, lepton: Lepton, number: LeptonNumber): string {
  const [a, b] = number === 'conserving' ? ['+', '-'] : ['-', '+'];
  return `K+ -> ${production}+ (X -> pi${a} ${lepton}${b})`;
}

const leptons: readonly Lepton[] = ['e', 'mu'];
const numbers: readonly LeptonNumber[] = ['conserving', 'violating'];
const entries: DecayModelEntry[] = [];
for (const production of leptons)
  for (const number of numbers)
    for (const first of leptons) {
      const second: Lepton = first === 'e' ? 'mu' : 'e';
      const leptonic = `hnl-${production}-to-${first}-${second}-${number}`;
      entries.push({
        id: leptonic,
        decays: [leptonicText(production, first, second, number)],
        create: (nMass) => polarisedLeptonicChain(leptonic, [production, first, second], number, nMass),
      });
      const pion = `hnl-${production}-to-pi-${first}-${number}`;
      entries.push({
        id: pion,
        decays: [pionText(production, first, number)],
        create: (nMass) => polarisedPionChain(pion, [production, first], number, nMass),
      });
    }

export default entries;
