import { unknownName } from '../../schema/index.ts';
import type { Measured } from '../../units/index.ts';

/** A measured or predicted branching fraction; `region` says where in phase space it holds when not everywhere. */
export interface BranchingFraction extends Measured {
  readonly decay: string;
  readonly region?: string;
}

const RPP = 'Particle Data Group, Phys. Rev. D 110 (2024) 030001';
const pdg = (decay: string, value: number, error: number, region?: string): BranchingFraction => ({
  decay,
  value,
  error,
  source: RPP,
  tag: 'recalled',
  ...(region === undefined ? {} : { region }),
});

/** Branching fractions used as external inputs. Upper limits are not listed. */
export const branchingFractions: readonly BranchingFraction[] = [
  pdg('K+ -> mu+ nu', 0.6356, 0.0011),
  pdg('K+ -> e+ nu', 1.582e-5, 7e-8),
  pdg('K+ -> pi+ pi0', 0.2067, 0.0008),
  pdg('K+ -> pi+ pi+ pi-', 0.05583, 0.00024),
  pdg('K+ -> pi+ pi0 pi0', 0.0176, 0.00023),
  pdg('K+ -> pi0 e+ nu', 0.0507, 0.0004),
  pdg('K+ -> pi0 mu+ nu', 0.03352, 0.00033),
  pdg('K+ -> pi+ pi- e+ nu', 4.247e-5, 2.4e-7),
  pdg('K+ -> pi0 pi0 e+ nu', 2.55e-5, 4e-7),
  pdg('K+ -> pi+ pi- mu+ nu', 1.4e-5, 9e-6),
  pdg('K+ -> mu+ nu gamma', 6.2e-3, 8e-4, 'inner bremsstrahlung, E(gamma) > 10 MeV'),
  pdg('K+ -> pi+ e+ e-', 3.0e-7, 9e-9),
  {
    decay: 'K+ -> pi+ mu+ mu-',
    value: 9.15e-8,
    error: 8e-10,
    source: 'NA62, JHEP 11 (2022) 011, arXiv:2209.05076',
    tag: 'published',
  },
  {
    decay: 'K+ -> pi+ gamma gamma',
    value: 9.61e-7,
    error: 1.7e-8,
    source: 'NA62, arXiv:2311.01837',
    tag: 'published',
  },
  pdg('K+ -> pi+ e+ e- gamma', 1.19e-8, 1.3e-9),
  pdg('K+ -> mu+ nu e+ e-', 7.06e-8, 3.1e-9, 'm(ee) > 145 MeV'),
  pdg('K+ -> e+ nu e+ e-', 2.48e-8, 2e-9, 'm(ee) > 150 MeV'),
  pdg('K+ -> e+ nu mu+ mu-', 1.7e-8, 5e-9),
  pdg('K+ -> pi+ pi0 e+ e-', 4.24e-6, 1.4e-7),
  pdg('K+ -> pi+ pi0 gamma', 2.75e-4, 1.5e-5, 'inner bremsstrahlung, T(pi+) in 55-90 MeV'),
  pdg('K+ -> pi+ pi+ pi- gamma', 7.1e-6, 5e-7, 'E(gamma) > 30 MeV'),
  pdg('pi0 -> gamma gamma', 0.98823, 0.00034),
  pdg('pi0 -> e+ e- gamma', 0.01174, 0.00035),
  pdg('pi0 -> e+ e- e+ e-', 3.34e-5, 1.6e-6),
  pdg('pi0 -> e+ e-', 6.5e-8, 3e-9),
  pdg('pi+ -> mu+ nu', 0.999877, 4e-7),
  pdg('pi+ -> e+ nu', 1.23e-4, 4e-7),
  pdg('pi+ -> mu+ nu gamma', 2.0e-4, 2.5e-5),
  pdg('mu+ -> e+ nu nubar', 1, 0),
];

const key = (decay: string): string => {
  const [parent, products = ''] = decay.split('->').map((part) => part.trim());
  return `${parent} -> ${products.split(/\s+/).sort().join(' ')}`;
};
const byDecay = new Map(branchingFractions.map((entry) => [key(entry.decay), entry]));

/**
 * The branching fraction of a simple (not nested) decay; the order of the products does not matter. Throws
 * InvalidInput with the nearest listed decay when there is none.
 */
export function branchingFraction(decay: string): BranchingFraction {
  const found = byDecay.get(key(decay));
  if (found !== undefined) return found;
  const known = branchingFractions.map((entry) => entry.decay);
  throw unknownName('branching fraction', 'decay', decay, known);
}
