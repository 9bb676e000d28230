import { alpModel } from './alp.ts';

/** ALP with a gluon coupling alone. */
export default alpModel(
  {
    id: 'alp-gluon',
    title: 'Axion-like particle coupled to gluons',
    benchmark: 'BC11',
    references: ['arXiv:1901.09966', 'arXiv:1708.00443'],
    coupling: {
      symbol: 'c_GG/f',
      unit: 'GeV⁻¹',
      definition:
        'L ⊃ c_GG (α_s/4π)(a/f) G G̃; f_G of BC11 is f/c_GG up to powers of g_s and a trace factor that differ between papers, so nothing is converted',
      range: { min: 1e-7, max: 1e-2 },
    },
    assumptions: [
      'Below three pion masses only; mixing with η and η′ is neglected.',
      'No coupling to leptons: dilepton searches do not see it.',
      'B → K a through loops is left out.',
    ],
  },
  { photon: 0, lepton: 0, quark: 0, gluon: 1 },
);
