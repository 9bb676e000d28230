import { flavourViolatingModel } from './flavour-violating.ts';

/** Pseudoscalar between electron and muon: Γ(e⁻μ⁺) = y²m√λ/(8π) [1 − (m_μ − m_e)²/m²]. */
export default flavourViolatingModel(
  {
    id: 'alp-e-mu',
    title: 'Axion-like particle with a flavour-violating coupling of electron and muon',
    symbol: 'a',
    references: ['arXiv:2211.04818'],
    coupling: {
      symbol: 'y',
      unit: '1',
      definition: 'L ⊃ i y a (μ̄γ₅e + ēγ₅μ), a pseudoscalar coupling',
      range: { min: 1e-6, max: 1 },
    },
  },
  (mass, _, difference) => (mass / (8 * Math.PI)) * (1 - difference * difference),
);
