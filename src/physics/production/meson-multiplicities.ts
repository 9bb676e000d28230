import { InvalidInput, unknownName } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';

/** What "per collision" means: cross-sections in mb of 400 GeV pp, so that yields on different bases can be compared. */
export type CollisionBasis = 'per pp collision of 40 mb' | 'per non-diffractive event' | 'per inelastic event';

export interface MultiplicityTable {
  readonly basis: CollisionBasis;
  /** Cross-section the multiplicity refers to, mb. */
  readonly crossSection: number;
  readonly mean: Readonly<Record<string, number>>;
}

/**
 * Mean numbers of mesons per 400 GeV pp collision. The bases differ: 4.15 π⁰ of 40 mb and 6.17 of 26.9 mb are the same
 * inclusive cross-section of 166 mb, that is 5.06 per inelastic collision of 32.8 mb.
 */
export const multiplicityTables = {
  'pythia-total': fact<MultiplicityTable>(
    {
      basis: 'per pp collision of 40 mb',
      crossSection: 40,
      mean: {
        pi0: 4.15,
        eta: 0.47,
        etaprime: 0.051,
        rho: 0.548,
        'rho+-': 1.029,
        omega: 0.548,
        phi: 0.022,
        kaon: 0.31,
      },
    },
    'code',
    'PYTHIA 8 SoftQCD:all as used by SensCalc (arXiv:2305.13383) and ALPINIST (arXiv:2201.05170)',
  ),
  'pythia-non-diffractive': fact<MultiplicityTable>(
    {
      basis: 'per non-diffractive event',
      crossSection: 26.92,
      mean: { pi0: 6.166, eta: 0.7012, etaprime: 0.07825, omega: 0.8295 },
    },
    'code',
    'FairShip dark-photon production rates; the cross-section follows from π⁰: 4.15 × 40 / 6.166 (computed)',
  ),
  'lebc-ehs': fact<MultiplicityTable>(
    {
      basis: 'per inelastic event',
      crossSection: 32.8,
      mean: { pi0: 3.87, eta: 0.3, rho: 0.385, 'rho+-': 0.9, omega: 0.39, phi: 0.019, kaon: 0.23 },
    },
    'recalled',
    'LEBC-EHS, Z. Phys. C 50 (1991) 405; η′ not measured',
  ),
} as const;

export type MultiplicitySet = keyof typeof multiplicityTables;
/** Inelastic pp cross-section at 400 GeV, mb. */
export const INELASTIC_CROSS_SECTION: Fact = fact(32.8, 'recalled', 'pp at 400 GeV/c: 40 mb total less 7 mb elastic');

/**
 * Mean number of a meson per proton that is absorbed in a thick dump, that is per *inelastic* collision: tables on
 * other bases are converted through their cross-section (4.15 π⁰ per 40 mb become 5.06). With `asPrinted` the number is
 * used unconverted, one collision of whatever kind per proton, as most public codes do. 0 for a meson the table does not
 * have when `missing` is 'zero'; InvalidInput otherwise.
 */
export function mesonsPerProton(set: MultiplicitySet, meson: string, asPrinted = false, missing?: 'zero'): number {
  const table = multiplicityTables[set]?.value;
  if (table === undefined)
    throw unknownName('multiplicities', 'multiplicity set', set, Object.keys(multiplicityTables));
  const mean = (table.mean as Record<string, number | undefined>)[meson];
  if (mean === undefined) {
    if (missing === 'zero') return 0;
    throw new InvalidInput(
      'multiplicities',
      `'${set}' has no '${meson}', it has ${Object.keys(table.mean).join(', ')}`,
    );
  }
  return asPrinted ? mean : (mean * table.crossSection) / INELASTIC_CROSS_SECTION.value;
}
