import { kaonToNeutralLepton } from '../../physics/decays/kaon-to-neutral-lepton.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import hnlE from '../../physics/hidden/hnl-e.ts';
import { MeV, metres } from '../../units/index.ts';
import type { KaonReading } from './kaon-reading.ts';

/** BC6, Majorana: K⁺ → e⁺N, N → e⁺μ⁻ν, which breaks lepton number by two. */
const majoranaNeutrino: KaonReading = {
  model: 'hnl-e',
  search: 'kaon-munuee-onshell',
  scan: 'Majorana neutrino, lepton number violated',
  prepare: (scan) => ({
    ...scan,
    lifetimes: {
      particle: 'N',
      masses: [MeV(150), MeV(300), MeV(450)],
      values: [0, 0.01, 0.1, 1, 10].map((value) => metres(value)),
      eventsFactor: 0.3,
    },
  }),
  predict(mass, coupling) {
    const table = decayTable(hnlE, mass, coupling);
    if (!table.valid) return null;
    // The table sums both charges of a Majorana neutrino.
    const share = 0.5 * (table.branching['e- mu+ nu'] ?? 0);
    return { product: kaonToNeutralLepton('e', mass) * coupling * coupling * share, ctau: table.ctau };
  },
  decaysAsModel: true,
  assumptions: [
    'A Majorana neutrino that mixes with ν_e alone decays to either charge alike: half of e μ ν breaks lepton number.',
    'A neutrino that flies further than the longest simulated lifetime is accepted in proportion to 1/cτ.',
  ],
  references: ['Phys. Rev. D 24 (1981) 1232', 'arXiv:1805.08567'],
};

export default majoranaNeutrino;
