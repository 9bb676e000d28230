import { MASS } from '../production/masses.ts';
import { kaellen } from '../vectors/kaellen.ts';
import { totalWidths } from './decay-table.ts';
import { defineHiddenModel, type HiddenModel } from './hidden-model.ts';

/** Γ(X → e⁻μ⁺) in GeV for coupling 1, from m and the sum and difference of √r = m_ℓ/m. */
type PairWidth = (mass: number, sum: number, difference: number) => number;

/** A particle that couples to muon and electron together and to nothing else: it goes to e⁻μ⁺ and e⁺μ⁻ in equal shares. */
export function flavourViolatingModel(
  told: Pick<HiddenModel, 'id' | 'title' | 'symbol' | 'references' | 'coupling'>,
  pairWidth: PairWidth,
): HiddenModel {
  const threshold = MASS.muon + MASS.electron;
  return defineHiddenModel({
    ...told,
    masses: { min: threshold, max: 0.49 },
    widths(mass) {
      const [muon, electron] = [MASS.muon / mass, MASS.electron / mass];
      const open = mass > threshold ? Math.sqrt(Math.max(0, kaellen(1, muon * muon, electron * electron))) : 0;
      const each = open * pairWidth(mass, muon + electron, muon - electron);
      return totalWidths({ 'e- mu+': each, 'e+ mu-': each });
    },
    mechanisms: [],
    productions: { none: { title: 'in no dump', weights: () => ({}) } },
    defaultProduction: 'none',
    assumptions: [
      'Couples to charged leptons alone, not to neutrinos; made in kaon decays, by no mechanism in a dump.',
      'Muonium to antimuonium and the magnetic moments bound such a coupling too; they are no part of this.',
    ],
  });
}
