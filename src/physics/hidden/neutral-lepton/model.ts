import { type HeavyQuarkSchemeName, schemeFactor } from '../../production/heavy-quarks.ts';
import { neutralLeptonMechanisms } from '../../production/neutral-lepton/mechanisms.ts';
import type { LeptonFlavour } from '../../weak-decays/flavour.ts';
import { totalWidths } from '../decay-table.ts';
import type { HiddenModel, ProductionSet } from '../hidden-model.ts';
import { perMass } from '../per-mass.ts';
import { neutralLeptonWidths } from './widths.ts';

/** Whether the heavy neutral lepton is its own antiparticle: a Majorana one decays twice as fast, made as often. */
export type NeutralLeptonKind = 'majorana' | 'dirac';

/** A heavy neutral lepton that mixes with one flavour. `export default neutralLepton('mu', …)` makes it a model. */
export function neutralLepton(
  flavour: LeptonFlavour,
  id: string,
  benchmark: string,
  kind: NeutralLeptonKind = 'majorana',
): HiddenModel {
  const mechanisms = neutralLeptonMechanisms(flavour);
  const greek = { e: 'e', mu: 'μ', tau: 'τ' }[flavour];
  const scaled =
    (scheme: HeavyQuarkSchemeName, leftOut: readonly string[]): ProductionSet['weights'] =>
    (_, { massNumber }) =>
      Object.fromEntries(
        mechanisms
          .filter(({ id: name }) => !leftOut.some((start) => name.startsWith(start)))
          .map(({ id: name }) => [name, schemeFactor(scheme, name.startsWith('B') ? 'beauty' : 'charm', massNumber)]),
      );
  const withoutCharmedB = ['B_c'];
  return {
    id,
    title: `Heavy neutral lepton mixing with ν_${greek} (${kind === 'majorana' ? 'Majorana' : 'Dirac'})`,
    benchmark,
    symbol: 'N',
    references: ['arXiv:1901.09966', 'arXiv:1805.08567'],
    coupling: {
      symbol: `|U_${greek}|`,
      unit: '1',
      definition: `mixing amplitude with ν_${greek}; |U| itself, not its square`,
      range: { min: 1e-6, max: 1 },
    },
    masses: { min: 0.01, max: 5 },
    widths: perMass((mass) => {
      const factor = kind === 'majorana' ? 2 : 1;
      const dirac = neutralLeptonWidths(mass, flavour);
      return totalWidths(Object.fromEntries(Object.entries(dirac).map(([state, width]) => [state, factor * width])));
    }),
    mechanisms,
    productions: {
      'heavy-quarks': {
        title: 'charm and beauty as measured, no cascade',
        weights: scaled('measured', withoutCharmedB),
      },
      'heavy-quarks-cascade': {
        title: 'charm and beauty with cascade factors',
        weights: scaled('cascade', withoutCharmedB),
      },
      'heavy-quarks+B_c': {
        title: 'as the first, and as many B_c mesons per beauty quark as at the LHC',
        weights: scaled('measured', []),
      },
    },
    defaultProduction: 'heavy-quarks',
    assumptions: [
      'Decays of light mesons in the dump are left out: they interact first.',
      'Heavy mesons decay to the lowest pseudoscalar and vector mesons; excited ones and baryons are left out. B_c mesons are in a set of their own: their number at 400 GeV is not known, and as many as at the LHC would double the yield at 3.5 GeV.',
      `Final states with charge are counted for both signs together${kind === 'majorana' ? ', as both are open to a Majorana particle' : ''}.`,
      'Hadrons above 1 GeV: sums over quarks where they exceed the mesons of their current and flavour, with the strong correction of e⁺e⁻; that of τ decays is 6 % larger.',
    ],
  };
}
