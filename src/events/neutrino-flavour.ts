import { InvalidInput } from '../schema/index.ts';
import type { EventTree } from './decay-events.ts';

/** PDG numbers of charged leptons, each one less than that of its neutrino. */
const chargedLeptons: readonly number[] = [11, 13, 15];
const generic = /^nu(bar)?(_\d+)?$/;

/**
 * The tree with the PDG number of every neutrino that is named 'nu' or 'nubar' alone taken from the charged lepton made
 * with it: 14 beside a μ⁺. Pairs of opposite charge and one flavour cancel. Throws InvalidInput where no single charged
 * lepton is left, with the names that say the flavour.
 */
export function withNeutrinoFlavours(tree: EventTree): EventTree {
  const { particles } = tree;
  const flavourOf = (mother: number): number | undefined => {
    const net = chargedLeptons.map((flavour) => {
      let sum = 0;
      for (const particle of particles)
        if (particle.mother === mother && Math.abs(particle.pdgId) === flavour) sum += Math.sign(particle.pdgId);
      return sum;
    });
    const left = net.flatMap((sum, k) => (sum === 0 ? [] : [{ sum, flavour: chargedLeptons[k] }]));
    return left.length === 1 && Math.abs(left[0].sum) === 1 ? left[0].flavour : undefined;
  };
  return {
    ...tree,
    particles: particles.map((one) => {
      if (!generic.test(one.label)) return one;
      const flavour = flavourOf(one.mother);
      if (flavour === undefined)
        throw new InvalidInput(
          `decay '${tree.decay}'`,
          "no single charged lepton says the flavour of 'nu'; write nu_e, nu_mu or nu_tau (nu_ebar, nu_mubar, nu_taubar).",
        );
      return { ...one, pdgId: Math.sign(one.pdgId) * (flavour + 1) };
    }),
  };
}
