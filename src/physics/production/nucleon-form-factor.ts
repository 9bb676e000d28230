import { unknownName } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';

interface VectorMesonSeries {
  readonly masses: readonly number[];
  readonly widths: readonly number[];
  readonly couplings: readonly number[];
}

/** Poles of the proton's Dirac form factor F₁; couplings of each series sum to ½ and Σ f m² vanishes. */
export const vectorMesonPoles: Fact<{ readonly rho: VectorMesonSeries; readonly omega: VectorMesonSeries }> = fact(
  {
    rho: { masses: [0.77, 1.25, 1.45], widths: [0.15, 0.3, 0.5], couplings: [0.6165, 0.2232, -0.3397] },
    omega: { masses: [0.77, 1.25, 1.45], widths: [0.0085, 0.3, 0.5], couplings: [1.0118, -0.8817, 0.3699] },
  },
  'code',
  'Faessler, Krivoruchenko, Martemyanov, Phys. Rev. C 82 (2010) 038201, arXiv:0910.5589, as in BdNMC',
);

/** Form factors of the vertex p → p A′. */
export const formFactors = ['none', 'dipole', 'vmd'] as const;
export type FormFactor = (typeof formFactors)[number];

/**
 * |F(m²)|² of proton bremsstrahlung of a vector of mass m (GeV).
 * none: 1. dipole: 1 below m² = 0.71 GeV², (m²/0.71)^(−4) above (code: FairShip), a penalty without resonances.
 * vmd: |F₁|² from ρ- and ω-like poles of `vectorMesonPoles`, 1 at m = 0, 400 near the ρ and ω.
 * Throws InvalidInput for another name.
 */
export function formFactorSquared(choice: FormFactor, mass: number): number {
  const q2 = mass * mass;
  if (choice === 'none') return 1;
  if (choice === 'dipole') {
    if (q2 < 0.71) return 1;
    const r = 0.71 / q2;
    return r * r * r * r;
  }
  if (choice !== 'vmd') throw unknownName('formFactor', 'form factor', choice, formFactors);
  let re = 0;
  let im = 0;
  for (const { masses, widths, couplings } of Object.values(vectorMesonPoles.value))
    for (let i = 0; i < masses.length; i++) {
      const m2 = masses[i] * masses[i];
      const a = m2 - q2;
      const b = masses[i] * widths[i];
      const scale = (couplings[i] * m2) / (a * a + b * b);
      re += scale * a;
      im += scale * b;
    }
  return re * re + im * im;
}
