import { type HeavyQuarkSchemeName, schemeFactor } from '../../production/heavy-quarks.ts';
import { neutralLeptonMechanisms } from '../../production/neutral-lepton-mechanisms.ts';
import { totalWidths } from '../decay-table.ts';
import type { HiddenModel, ProductionSet } from '../hidden-model.ts';
import { type LeptonFlavour, leptonMass } from './flavour.ts';
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
  const lepton = leptonMass[flavour];
  const mechanisms = neutralLeptonMechanisms(flavour, lepton);
  const greek = { e: 'e', mu: 'μ', tau: 'τ' }[flavour];
  const scaled =
    (scheme: HeavyQuarkSchemeName): ProductionSet['weights'] =>
    (_, { massNumber }) =>
      Object.fromEntries(
        mechanisms.map(({ id }) => [id, schemeFactor(scheme, id.startsWith('B') ? 'beauty' : 'charm', massNumber)]),
      );
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
    widths(mass) {
      const factor = kind === 'majorana' ? 2 : 1;
      const dirac = neutralLeptonWidths(mass, flavour);
      return totalWidths(Object.fromEntries(Object.entries(dirac).map(([state, width]) => [state, factor * width])));
    },
    mechanisms,
    productions: {
      'heavy-quarks': { title: 'charm and beauty as measured, no cascade', weights: scaled('measured') },
      'heavy-quarks-cascade': { title: 'charm and beauty with cascade factors', weights: scaled('cascade') },
    },
    defaultProduction: 'heavy-quarks',
    assumptions: [
      'Decays of light mesons in the dump are left out: they interact first.',
      'Semileptonic decays to vector mesons (D → K*, B → D*) are left out; they add about half again.',
      `Final states with charge are counted for both signs together${kind === 'majorana' ? ', as both are open to a Majorana particle' : ''}.`,
      'Hadrons above 1 GeV: sums over quarks where they exceed the mesons of their current and flavour, with the strong correction of e⁺e⁻; that of τ decays is 6 % larger.',
    ],
  };
}
