import darkPhoton from '../../physics/hidden/dark-photon.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import { RUNNING_TOP_MASS } from '../../physics/production/beauty-decays.ts';
import { kaonToPionScalar } from '../../physics/production/kaon-to-pion-scalar.ts';
import { MeV } from '../../units/index.ts';
import type { KaonReading } from './kaon-reading.ts';

/** Mass of the dark photons of the chain. */
const DARK_PHOTON = MeV(50);

/** Share of A′ → e⁺e⁻, whatever ε. */
function electronShare(): number {
  const table = decayTable(darkPhoton, DARK_PHOTON, 1e-4);
  return table.valid ? (table.branching['e+ e-'] ?? 0) : 0;
}

/** BC4 with dark photons: a scalar that mixes with the Higgs boson, made in K⁺ → π⁺S and gone at once to two A′. */
const darkScalarChain: KaonReading = {
  model: 'dark-scalar',
  search: 'kaon-pis',
  scan: 'masses',
  prepare: ({ published: _, ...scan }) => ({
    ...scan,
    masses: {
      S: { ...scan.masses['S'], from: MeV(105) },
      A: { from: DARK_PHOTON, to: DARK_PHOTON, step: MeV(5) },
    },
    toys: 0,
  }),
  predict(mass, coupling) {
    const share = electronShare();
    const made = kaonToPionScalar(mass, RUNNING_TOP_MASS.value);
    return { product: made * coupling * coupling * share * share, ctau: 0 };
  },
  decaysAsModel: false,
  assumptions: [
    'Not the decays of BC4: S → A′A′ alone, with m(A′) = 50 MeV, and A′ → e⁺e⁻ at once (α_D and ε large enough).',
    'K⁺ → π⁺S from the top loop at the running top mass.',
  ],
  references: ['arXiv:0911.4938', 'arXiv:1809.01876', 'arXiv:2012.02142'],
};

export default darkScalarChain;
