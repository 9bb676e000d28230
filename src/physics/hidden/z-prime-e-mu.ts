import { flavourViolatingModel } from './flavour-violating.ts';

/** Z′ between electron and muon: Γ(e⁻μ⁺) = g²m√λ/(12π) [1 − (r₁ + r₂)/2 − (r₁ − r₂)²/2 + 3√(r₁r₂)], r = m_ℓ²/m². */
export default flavourViolatingModel(
  {
    id: 'z-prime-e-mu',
    title: 'Z′ with a flavour-violating coupling of electron and muon',
    symbol: 'Z′',
    references: ['arXiv:2211.04818'],
    coupling: {
      symbol: 'g',
      unit: '1',
      definition: 'L ⊃ g Z′_α (μ̄γ^αe + ēγ^αμ), a vector coupling',
      range: { min: 1e-6, max: 1 },
    },
  },
  (mass, sum, difference) => {
    const squares = (sum * sum + difference * difference) / 2;
    const product = (sum * sum - difference * difference) / 4;
    return (mass / (12 * Math.PI)) * (1 - squares / 2 - (sum * sum * difference * difference) / 2 + 3 * product);
  },
);
