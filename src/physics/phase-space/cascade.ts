import { exp, log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { unitVector } from '../vectors/direction.ts';
import { boost } from '../vectors/four-vector.ts';
import { breakupMomentum } from '../vectors/kaellen.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { checkMasses, type PhaseSpaceGenerator } from './generator.ts';

const TWO_PI = 6.283185307179586;
const FOUR_PI = 12.566370614359172;

/**
 * How the invariant mass of a pair is drawn: uniform in m, in m², in ln m² (for a photon pole 1/m²), or in ln E of the
 * pair's sibling in their parent's rest frame (for soft emission of the sibling).
 */
export type MassSampling = 'mass' | 'mass-squared' | 'log-mass-squared' | 'log-sibling-energy';

/**
 * A product (by its position) or a pair of sub-trees with its invariant mass drawn as `sampling` says. 'log-sibling-energy'
 * wants the sibling first in its pair; `softest` (GeV) cuts phase space to sibling energies above, and must be given
 * for a massless sibling. `lightest` (GeV) cuts phase space to pair masses above.
 */
export type CascadeTree =
  | number
  | {
      readonly pair: readonly [CascadeTree, CascadeTree];
      readonly sampling: MassSampling;
      readonly softest?: number;
      readonly lightest?: number;
    };

interface Split {
  /** Product position, or −1 − index of the split it is. */
  readonly first: number;
  readonly second: number;
  readonly sampling: MassSampling;
  readonly threshold: number;
  readonly softest: number;
}

/** Phase space by successive two-body splits along a given tree, with the density of the points known anywhere. */
export interface Cascade extends PhaseSpaceGenerator {
  /**
   * dΦ_n per unit of the uniforms at event `i` of `products`: the weight this cascade gives such a point, whatever
   * generated it. Needed to mix several cascades: weight = 1 / Σ_c α_c / weight_c.
   */
  weightAt(products: readonly MomentumColumns[], i: number): number;
  place(draws: readonly Float64Array[], count: number, products: readonly MomentumColumns[]): void;
}

/**
 * A cascade for [M, m1, … mn] in GeV along `pair` (the two sub-trees of the whole). Uniforms: for each split in
 * depth-first order the mass of each of its sub-pairs, cosθ, φ; 3n − 4 in all. The mean weight is Φ_n. Chain rule:
 * dΦ_n = ds/(2π) dΦ_j dΦ_(n−j+1). Throws InvalidInput when the decay is closed, when the tree does not hold every
 * product once, or when ln m² is to be drawn for a pair of massless products.
 */
export function createCascade(masses: readonly number[], pair: readonly [CascadeTree, CascadeTree]): Cascade {
  checkMasses(masses);
  const M = masses[0];
  const m = Float64Array.from(masses.slice(1));
  const splits: Split[] = [];
  const leaves: number[] = [];
  const minimum = (node: CascadeTree): number =>
    typeof node === 'number' ? m[node] : Math.max(minimum(node.pair[0]) + minimum(node.pair[1]), node.lightest ?? 0);
  const flatten = (node: CascadeTree): number => {
    if (typeof node === 'number') {
      leaves.push(node);
      return node;
    }
    const index = splits.length;
    const threshold = minimum(node);
    if (node.sampling === 'log-mass-squared' && !(threshold > 0))
      throw new InvalidInput('phase space', 'ln m² cannot be drawn for a pair of massless products');
    const { sampling, softest = 0 } = node;
    splits.push({ first: 0, second: 0, sampling, threshold, softest });
    const first = flatten(node.pair[0]);
    const second = flatten(node.pair[1]);
    splits[index] = { first, second, sampling, threshold, softest };
    return -1 - index;
  };
  flatten({ pair, sampling: 'mass' });
  if (leaves.length !== m.length || new Set(leaves).size !== m.length || leaves.some((leaf) => !(leaf < m.length)))
    throw new InvalidInput('phase space', 'a cascade holds every product once');

  const mass = new Float64Array(splits.length);
  const momentum = splits.map(() => new Float64Array(4));
  const direction = new Float64Array(3);
  const product = new Float64Array(4);
  mass[0] = M;
  momentum[0][0] = M;
  const massOf = (reference: number) => (reference < 0 ? mass[-1 - reference] : m[reference]);
  const thresholdOf = (reference: number) => (reference < 0 ? splits[-1 - reference].threshold : m[reference]);

  /** 2·parent·(least energy of the sibling), in GeV². */
  const leastEnergy = (softest: number, parent: number, sibling: number): number =>
    2 * parent * Math.max(softest, sibling);
  /** ds/(2π) per unit of the uniform for the pair of split `index`, its sibling of mass (or threshold) `sibling`. */
  const jacobian = (index: number, parent: number, sibling: number): number => {
    const { sampling, threshold, softest } = splits[index];
    const upper = parent - sibling;
    if (sampling === 'mass') return (2 * mass[index] * (upper - threshold)) / TWO_PI;
    if (sampling === 'mass-squared') return ((upper - threshold) * (upper + threshold)) / TWO_PI;
    if (sampling === 'log-mass-squared') return (2 * mass[index] * mass[index] * log(upper / threshold)) / TWO_PI;
    const sum = parent * parent + sibling * sibling;
    const least = leastEnergy(softest, parent, sibling);
    const energy = sum - mass[index] * mass[index];
    const most = sum - threshold * threshold;
    return energy >= least * (1 - 1e-9) && most > least ? (energy * log(most / least)) / TWO_PI : 0;
  };
  const draw = (index: number, parent: number, sibling: number, u: number): void => {
    const { sampling, threshold, softest } = splits[index];
    const upper = parent - sibling;
    if (sampling === 'mass') mass[index] = threshold + u * (upper - threshold);
    else if (sampling === 'mass-squared')
      mass[index] = Math.sqrt(threshold * threshold + u * (upper - threshold) * (upper + threshold));
    else if (sampling === 'log-mass-squared') mass[index] = threshold * exp(u * log(upper / threshold));
    else {
      const sum = parent * parent + sibling * sibling;
      const least = leastEnergy(softest, parent, sibling);
      const most = Math.max(sum - threshold * threshold, least);
      const squared = sum - least * exp(u * log(most / least));
      mass[index] = Math.sqrt(Math.max(squared, threshold * threshold));
    }
  };
  /** Weight from the pair masses alone. */
  const weightOfMasses = (): number => {
    let weight = 1;
    for (let k = 0; k < splits.length; k++) {
      const { first, second } = splits[k];
      const parent = mass[k];
      if (first < 0) weight *= jacobian(-1 - first, parent, thresholdOf(second));
      if (second < 0) weight *= jacobian(-1 - second, parent, massOf(first));
      weight *= breakupMomentum(parent, massOf(first), massOf(second)) / (FOUR_PI * parent);
    }
    return weight;
  };

  const run = (
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array | undefined,
  ): void => {
    for (let i = 0; i < count; i++) {
      let next = 0;
      for (let k = 0; k < splits.length; k++) {
        const { first, second } = splits[k];
        const parent = mass[k];
        if (first < 0) draw(-1 - first, parent, thresholdOf(second), draws[next++][i]);
        if (second < 0) draw(-1 - second, parent, massOf(first), draws[next++][i]);
        const p = breakupMomentum(parent, massOf(first), massOf(second));
        unitVector(draws[next][i], draws[next + 1][i], direction);
        next += 2;
        for (let side = 0; side < 2; side++) {
          const reference = side === 0 ? first : second;
          const own = massOf(reference);
          const signedP = side === 0 ? p : -p;
          const target = reference < 0 ? momentum[-1 - reference] : product;
          target[0] = Math.sqrt(p * p + own * own);
          target[1] = signedP * direction[0];
          target[2] = signedP * direction[1];
          target[3] = signedP * direction[2];
          if (k > 0) boost(target, momentum[k], parent, target);
          if (reference < 0) continue;
          const out = products[reference];
          out.energy[i] = target[0];
          out.px[i] = target[1];
          out.py[i] = target[2];
          out.pz[i] = target[3];
        }
      }
      if (weight !== undefined) weight[i] = weightOfMasses();
    }
  };

  const members = splits.map((): number[] => []);
  const collect = (reference: number, into: number[]): void => {
    if (reference >= 0) into.push(reference);
    else for (const child of [splits[-1 - reference].first, splits[-1 - reference].second]) collect(child, into);
  };
  for (let k = 0; k < splits.length; k++) collect(-1 - k, members[k]);
  const weightAt = (products: readonly MomentumColumns[], i: number): number => {
    for (let k = 1; k < splits.length; k++) {
      let energy = 0;
      let px = 0;
      let py = 0;
      let pz = 0;
      const group = members[k];
      for (let j = 0; j < group.length; j++) {
        const q = products[group[j]];
        energy += q.energy[i];
        px += q.px[i];
        py += q.py[i];
        pz += q.pz[i];
      }
      const squared = energy * energy - px * px - py * py - pz * pz;
      const { threshold } = splits[k];
      mass[k] = Math.sqrt(Math.max(squared, threshold * threshold));
    }
    return weightOfMasses();
  };
  return {
    masses: [...masses],
    uniformsPerEvent: 3 * m.length - 4,
    generate: run,
    place: (draws, count, products) => run(draws, count, products, undefined),
    weightAt,
  };
}
