import { type Measured, measured } from '../../units/index.ts';
import { type DecayNode, parseDecay } from '../decay-strings/index.ts';
import { branchingFraction } from './branching-fractions.ts';

function steps(node: DecayNode): string[] {
  if (node.products.length === 0) return [];
  const own = `${node.particle.name} -> ${node.products.map(({ particle }) => particle.name).join(' ')}`;
  return [own, ...node.products.flatMap(steps)];
}

/** A branching ratio; `regions` says, by step, in which part of phase space the fraction that went in holds. */
export interface BranchingRatio extends Measured {
  readonly regions?: Readonly<Record<string, string>>;
}

/**
 * Branching ratio of a decay with everything that its products decay to: the product of the listed fractions, relative
 * errors added in quadrature (equal steps linearly), times the number of `ways` in which identical particles can share
 * the steps. Fractions that hold in a region stay those of the region, which is said. Throws InvalidInput, with the
 * nearest one, for a step that is not listed.
 */
export function nestedBranchingFraction(decay: string, ways = 1): BranchingRatio {
  const texts = steps(parseDecay(decay).root);
  const fractions = texts.map(branchingFraction);
  const value = fractions.reduce((product, fraction) => product * fraction.value, ways);
  const byDecay = new Map<string, number>();
  for (const { decay: name, error, value: own } of fractions) byDecay.set(name, (byDecay.get(name) ?? 0) + error / own);
  const relative = Math.sqrt([...byDecay.values()].reduce((sum, part) => sum + part * part, 0));
  const sources = [...new Set(fractions.map(({ source }) => source))].join('; ');
  const regions = fractions.flatMap(({ region }, i) => (region === undefined ? [] : [[texts[i], region] as const]));
  return {
    ...measured(value, value * relative, fractions[0].tag, sources),
    ...(regions.length === 0 ? {} : { regions: Object.fromEntries(regions) }),
  };
}
