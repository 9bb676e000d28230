import { alpModel } from './alp.ts';

/** ALP with a gluon coupling alone. */
export default alpModel(
  {
    id: 'alp-gluon',
    title: 'Axion-like particle coupled to gluons',
    benchmark: 'BC11',
    references: ['arXiv:1901.09966', 'arXiv:1708.00443', 'arXiv:1811.03474'],
    coupling: {
      symbol: 'c_GG/f',
      unit: 'GeV⁻¹',
      definition:
        'L ⊃ c_GG (α_s/4π)(a/f) G G̃; f_G of BC11 is f/c_GG up to powers of g_s and a trace factor that differ between papers, so nothing is converted',
      range: { min: 1e-7, max: 1e-2 },
    },
    assumptions: [
      'Mixing with π⁰, η and η′ from their kinetic and mass mixing; not within 5 % of the π⁰ and 3 % of η and η′; to 1.1 GeV.',
      'ππγ, 3π and ηππ with sizes from η and η′: BR(γγ) is 15 % above arXiv:1811.03474 at 0.5 GeV, 25 % at 0.8 GeV, 2.5 times at 1 GeV.',
      'No coupling to leptons: dilepton searches do not see it.',
      'B → X_s a from the leading double logarithm below 1 TeV, to a factor two.',
    ],
  },
  { photon: 0, lepton: 0, quark: 0, gluon: 1 },
);
