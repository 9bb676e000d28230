import { alpModel, YUKAWA_TO_DERIVATIVE } from './alp.ts';

/** ALP with one coupling to all fermions. */
export default alpModel(
  {
    id: 'alp-fermion',
    title: 'Axion-like particle coupled to fermions',
    benchmark: 'BC10',
    references: ['arXiv:1901.09966', 'arXiv:1810.11336'],
    coupling: {
      symbol: 'g_Y',
      unit: '1',
      definition: 'L ⊃ (∂_μ a/f_ℓ) Σ f̄γ^μγ⁵f over quarks and leptons, g_Y = 2v/f_ℓ: decays as i g_Y (m_ℓ/v) a ℓ̄γ⁵ℓ',
      range: { min: 1e-7, max: 1e-1 },
    },
    assumptions: [
      'b → s a from the leading logarithm between 1 TeV and the top mass; its finite part changes the coupling edge by tens of per cent.',
      'Decays to hadrons are left out; masses end at 1 GeV.',
      'B → X_s a as the sum over nine strange mesons; B⁰ and B⁺ have the spectrum of B⁺.',
    ],
  },
  { photon: 0, lepton: YUKAWA_TO_DERIVATIVE, quark: YUKAWA_TO_DERIVATIVE, gluon: 0 },
);
