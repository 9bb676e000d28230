import { type FlavourViolation, kaonToFlavourViolation } from '../../physics/decays/kaon-to-flavour-violation.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../../physics/hidden/hidden-model.ts';
import type { KaonReading } from './kaon-reading.ts';

/** K⁺ → e⁺νX by a virtual muon, X → μ⁻e⁺: what a scan of the search for μ⁻νe⁺e⁺ says of a coupling of muon and electron. */
export function flavourViolationReading(
  model: HiddenModel,
  kind: FlavourViolation,
  scan: string,
  acceptance: string,
): KaonReading {
  return {
    model: model.id,
    search: 'kaon-munuee-onshell',
    scan,
    prepare: (section) => section,
    predict(mass, coupling) {
      const table = decayTable(model, mass, coupling);
      if (!table.valid) return null;
      // Half of the decays go to e⁻μ⁺.
      const share = table.branching['e+ mu-'] ?? 0;
      return { product: kaonToFlavourViolation(kind, mass) * coupling * coupling * share, ctau: table.ctau };
    },
    decaysAsModel: true,
    assumptions: [
      acceptance,
      'Decays at once: below a coupling of 10⁻⁵ it would fly centimetres, far below what is excluded.',
      'The publication calls the result not sufficient to constrain such couplings: other searches exclude more.',
    ],
    references: ['arXiv:2211.04818'],
  };
}
