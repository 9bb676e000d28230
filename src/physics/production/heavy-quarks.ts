import { pow } from '../../math/elementary.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';

/** Cross-sections behind the number of heavy-quark pairs per 400 GeV proton absorbed in a thick dump. */
export interface HeavyQuarkScheme {
  /** pp cross-section that a proton's interactions are counted with, mb. */
  readonly collision: number;
  /** pp → QQ̄ + X, mb. */
  readonly charm: number;
  readonly beauty: number;
  /** σ_QQ/σ_inel grows as A^power with the mass number of the dump. */
  readonly power: number;
  /** Factors for secondary interactions in the dump. */
  readonly charmCascade: number;
  readonly beautyCascade: number;
}

export const heavyQuarkSchemes = {
  /** χ_bb = 2.63e-7, χ_cc = 2.00e-3 in copper. */
  measured: fact<HeavyQuarkScheme>(
    { collision: 39.85, charm: 20.0e-3, beauty: 2.63e-6, power: 1 / 3, charmCascade: 1, beautyCascade: 1 },
    'code',
    'ALPINIST (arXiv:2201.05170): cross-sections from data, no cascade',
  ),
  /** χ_bb = 2.41e-7, χ_cc = 3.46e-3 in copper. */
  cascade: fact<HeavyQuarkScheme>(
    { collision: 40, charm: 18.0e-3, beauty: 1.7e-6, power: 0.29, charmCascade: 2.3, beautyCascade: 1.7 },
    'code',
    'SensCalc (arXiv:2305.13383) with the cascade factors of CERN-SHiP-NOTE-2015-009',
  ),
} as const satisfies Record<string, Fact<HeavyQuarkScheme>>;
export type HeavyQuarkSchemeName = keyof typeof heavyQuarkSchemes;

/**
 * Heavy-quark pairs per 400 GeV proton that is absorbed in a dump of mass number A: cascade · A^power · σ_QQ/σ_pp.
 * InvalidInput for an unknown scheme or A below 1.
 */
export function heavyQuarkPairs(scheme: HeavyQuarkSchemeName, quark: 'charm' | 'beauty', massNumber: number): number {
  const found = heavyQuarkSchemes[scheme]?.value;
  if (found === undefined)
    throw unknownName('heavyQuarks', 'heavy-quark scheme', scheme, Object.keys(heavyQuarkSchemes));
  if (!(massNumber >= 1)) throw new InvalidInput('heavyQuarks.massNumber', `found ${massNumber}, allowed is ≥ 1`);
  const cascade = quark === 'charm' ? found.charmCascade : found.beautyCascade;
  return (cascade * pow(massNumber, found.power) * found[quark]) / found.collision;
}

/** Shares of a b quark that end in each meson (both charges alike), and mesons per cc̄ pair (both charges together). */
export const fragmentation = {
  'B+-': fact(0.417, 'code', 'SHiP note, via ALPINIST; per b quark'),
  B0: fact(0.418, 'code', 'SHiP note, via ALPINIST; per b quark'),
  B_s0: fact(0.113, 'recalled', 'CERN-SHiP-NOTE-2015-009; per b quark'),
  'B_c+-': fact(2.6e-3, 'unverified', 'as at the LHC (arXiv:1805.08567, section 2); at 400 GeV possibly much less'),
  'D+-': fact(0.257 + 0.299, 'code', 'PYTHIA at 400 GeV, via ALPINIST; per pair'),
  D0: fact(0.482 + 0.571, 'code', 'PYTHIA at 400 GeV, via ALPINIST; per pair'),
  'D_s+-': fact(0.077 + 0.09, 'code', 'PYTHIA at 400 GeV, via ALPINIST; per pair'),
} as const satisfies Record<string, Fact>;

/** How much more (or less) of a quark a scheme makes than 'measured', in that dump. */
export function schemeFactor(scheme: HeavyQuarkSchemeName, quark: 'charm' | 'beauty', massNumber: number): number {
  return heavyQuarkPairs(scheme, quark, massNumber) / heavyQuarkPairs('measured', quark, massNumber);
}
