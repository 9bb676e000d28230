import { log } from '../../../math/elementary.ts';
import { MASS } from '../../production/masses.ts';
import { CKM, SIN2_WEINBERG } from '../../production/standard-model.ts';
import { chargedCurrent, pairCurrent, weakWidth } from '../../weak-decays/weak-phase-space.ts';

/** Mass above which the sums over quarks are compared with the sums over mesons, GeV. */
export const QUARKS_FROM = 1;

/**
 * 1 + a + 1.64 a² + 6.37 a³ with a = α_s/π (one loop, three flavours, 0.325 at m_τ): the series of R in e⁺e⁻, as public
 * codes have it. The series of τ decays, 1 + a + 5.2 a² + 26.4 a³, is 6 % larger at m_τ.
 */
function strongCorrection(mass: number): number {
  const a0 = 0.325 / Math.PI;
  const a = a0 / (1 + a0 * (27 / 12) * 2 * log(mass / MASS.tau));
  return 1 + a + 1.6398 * a * a + 6.371 * a * a * a;
}

/** Widths (GeV, Dirac, U = 1) to quarks by current and flavour; the mass of the lightest meson stands for the quark's. */
export interface QuarkWidths {
  /** ℓ u d̄, ℓ u s̄, ℓ c s̄ with ℓ c d̄. */
  readonly charged: { readonly light: number; readonly strange: number; readonly charm: number };
  /** ν u ū with ν d d̄, ν s s̄, ν c c̄. */
  readonly neutral: { readonly light: number; readonly strange: number; readonly charm: number };
}

/** Three colours times the three-body widths to quarks times the strong correction, for masses above `QUARKS_FROM`. */
export function quarkWidths(mass: number, lepton: number): QuarkWidths {
  const scale = 3 * strongCorrection(mass) * weakWidth(mass);
  const l = lepton / mass;
  const half = (0.5 * MASS.chargedPion) / mass;
  const kaon = MASS.chargedKaon / mass;
  const charged = (V: number, b: number, c: number) => scale * V * V * chargedCurrent(l, b, c);
  const s2 = SIN2_WEINBERG;
  const up = (x: number) => scale * pairCurrent(x, 0.5 - (2 / 3) * s2, (-2 / 3) * s2);
  const down = (x: number) => scale * pairCurrent(x, -0.5 + s2 / 3, s2 / 3);
  return {
    charged: {
      light: charged(CKM.ud, half, half),
      strange: charged(CKM.us, kaon, 0),
      charm: charged(CKM.cs, MASS.strangeD / mass, 0) + charged(CKM.cd, MASS.chargedD / mass, 0),
    },
    neutral: { light: up(half) + down(half), strange: down(kaon), charm: up(MASS.neutralD / mass) },
  };
}
