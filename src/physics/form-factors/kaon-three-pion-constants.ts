import { type Fact, fact } from '../../units/index.ts';

/** K → 3π amplitude parameters that enter K → πγγ at O(p⁶). */
export interface KaonThreePionConstants {
  readonly alpha1: number;
  readonly alpha3: number;
  readonly beta1: number;
  readonly beta3: number;
  readonly gamma3: number;
  readonly zeta1: number;
  readonly xi1: number;
}

const units = (set: KaonThreePionConstants): KaonThreePionConstants =>
  Object.freeze({
    alpha1: set.alpha1 * 1e-8,
    alpha3: set.alpha3 * 1e-8,
    beta1: set.beta1 * 1e-8,
    beta3: set.beta3 * 1e-8,
    gamma3: set.gamma3 * 1e-8,
    zeta1: set.zeta1 * 1e-8,
    xi1: set.xi1 * 1e-8,
  });

/** Sets by name; ĉ means something only together with one of them. */
export const KAON_THREE_PION_CONSTANTS = {
  'dambrosio-knecht-neshatpour': fact(
    units({ alpha1: 92.8, alpha3: -7.45, beta1: -26.46, beta3: -2.5, gamma3: 2.78, zeta1: -0.11, xi1: -1.2 }),
    'unverified',
    "G. D'Ambrosio, M. Knecht, S. Neshatpour, arXiv:2209.02143 (taken by NA62, arXiv:2311.01837)",
  ),
  'bijnens-dhonte-persson': fact(
    units({ alpha1: 93.16, alpha3: -6.72, beta1: -27.06, beta3: -2.22, gamma3: 2.95, zeta1: -0.4, xi1: -1.83 }),
    'recalled',
    'J. Bijnens, P. Dhonte, F. Persson, Nucl. Phys. B 648 (2003) 317, hep-ph/0205341',
  ),
  'na62-2019': fact(
    units({ alpha1: 92.11, alpha3: -6.97, beta1: -26.76, beta3: -2.17, gamma3: 2.98, zeta1: -0.51, xi1: -1.66 }),
    'code',
    'NA62 simulation of 2019',
  ),
} as const satisfies Record<string, Fact<KaonThreePionConstants>>;

/** Name of a set of K → 3π constants. */
export type KaonThreePionSet = keyof typeof KAON_THREE_PION_CONSTANTS;
