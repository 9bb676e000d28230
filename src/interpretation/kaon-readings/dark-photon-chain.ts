import darkPhoton from '../../physics/hidden/dark-photon.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import { RUNNING_TOP_MASS } from '../../physics/production/beauty-decays.ts';
import { kaonToPionScalar } from '../../physics/production/kaon-to-pion-scalar.ts';
import { MeV, mm } from '../../units/index.ts';
import type { KaonReading } from './kaon-reading.ts';

/** The scalar of the chain: its mass (that of the search's own signal), and its mixing with the Higgs boson. */
const SCALAR = MeV(200);
const MIXING = 0.01;

/** BC1 with a dark Higgs boson: dark photons made in pairs in K⁺ → π⁺S, S → A′A′, each decaying by ε to e⁺e⁻. */
const darkPhotonChain: KaonReading = {
  model: 'dark-photon',
  search: 'kaon-pis',
  scan: 'masses',
  along: 'A',
  prepare: ({ published: _, ...scan }) => ({
    ...scan,
    masses: {
      S: { from: SCALAR, to: SCALAR, step: MeV(5) },
      A: { from: MeV(10), to: MeV(95), step: MeV(5) },
    },
    lifetimes: {
      particle: 'A',
      masses: [MeV(20), MeV(50), MeV(90)],
      values: [0, 1, 10, 100, 1000].map((value) => mm(value)),
      eventsFactor: 2,
    },
    toys: 0,
  }),
  predict(mass, coupling) {
    const table = decayTable(darkPhoton, mass, coupling);
    if (!table.valid) return null;
    const share = table.branching['e+ e-'] ?? 0;
    const made = kaonToPionScalar(SCALAR, RUNNING_TOP_MASS.value) * MIXING * MIXING;
    return { product: made * share * share, ctau: table.ctau };
  },
  decaysAsModel: true,
  assumptions: [
    'A scalar of 200 MeV that mixes with the Higgs boson by 0.01 and goes to A′A′ alone; without it a dark photon is not made so.',
    'K⁺ → π⁺S from the top loop at the running top mass.',
    'Dark photons that fly further than the longest simulated lifetime are accepted in proportion to 1/cτ.',
  ],
  references: ['arXiv:0911.4938', 'arXiv:2012.02142'],
};

export default darkPhotonChain;
