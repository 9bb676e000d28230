import type { Decay, DecayNode } from '../physics/decay-strings/decay.ts';
import type { MomentumColumns } from '../physics/vectors/momentum-columns.ts';
import type { DecayBlock, PointColumns } from './decay-block.ts';

/** A particle of the decay tree, from the decaying parent down to the final state. */
export interface EventParticle {
  /** Its name, with a number where the tree holds more of the kind: 'pi+_1', 'pi+_2'. */
  readonly label: string;
  readonly name: string;
  /** PDG Monte Carlo number; 0 for a particle outside of the scheme. */
  readonly pdgId: number;
  readonly mass: number;
  /** Position of its mother among the particles; −1 for the parent, which comes first. */
  readonly mother: number;
  /** True for the parent and for what flies before it decays: its decay point is its own. */
  readonly flies: boolean;
  /** Positions of its products; empty in the final state. */
  readonly daughters: readonly number[];
  /** Positions in the final state of everything that comes from it; one entry for a final-state particle. */
  readonly finalState: readonly number[];
}

/** The particles of a decay, depth first in the order of its text, each after its mother. */
export interface EventTree {
  readonly decay: string;
  readonly particles: readonly EventParticle[];
}

/** The tree of a decay whose text is `text`; `flights`: the products of each particle below the parent that flies. */
export function eventTree(
  text: string,
  decay: Decay,
  flights: readonly { readonly products: readonly number[] }[] = [],
): EventTree {
  const flat: { node: DecayNode; mother: number; daughters: number[]; finalState: number[] }[] = [];
  let leaf = 0;
  const visit = (node: DecayNode, mother: number): number => {
    const index = flat.length;
    const entry = { node, mother, daughters: [] as number[], finalState: [] as number[] };
    flat.push(entry);
    if (node.products.length === 0) entry.finalState.push(leaf++);
    for (const product of node.products) {
      const daughter = visit(product, index);
      entry.daughters.push(daughter);
      entry.finalState.push(...flat[daughter].finalState);
    }
    return index;
  };
  visit(decay.root, -1);
  const names = flat.map(({ node }) => node.particle.name);
  const particles = flat.map(({ node, mother, daughters, finalState }, index): EventParticle => {
    const { name, pdgId, mass } = node.particle;
    const number = names.slice(0, index + 1).filter((other) => other === name).length;
    const several = names.filter((other) => other === name).length > 1;
    const flies = mother < 0 || flights.some(({ products }) => products.join() === finalState.join());
    return { label: several ? `${name}_${number}` : name, name, pdgId, mass, mother, flies, daughters, finalState };
  });
  return { decay: text, particles };
}

/** A weight of every event besides the block's own, such as the lower end of a band. */
export interface NamedWeight {
  readonly name: string;
  readonly values: Float64Array;
}

/** Events on their way to a file: a block whose products are the tree's final state, and further weights. */
export interface DecayEvents {
  readonly block: DecayBlock;
  readonly weights: readonly NamedWeight[];
}

/**
 * Four-momenta of all particles of the tree in its order: the block's own columns for the parent and the final state,
 * those of `room` (one set per particle) filled with sums of products for what decays in between.
 */
export function treeMomenta(
  tree: EventTree,
  block: DecayBlock,
  room: readonly MomentumColumns[],
): readonly MomentumColumns[] {
  const { count } = block;
  return tree.particles.map(({ mother, daughters, finalState }, k) => {
    if (mother < 0) return block.parent;
    if (daughters.length === 0) return block.products[finalState[0]].momentum;
    const sum = room[k];
    for (const component of ['energy', 'px', 'py', 'pz'] as const) {
      const out = sum[component];
      out.fill(0, 0, count);
      for (const product of finalState) {
        const own = block.products[product].momentum[component];
        for (let i = 0; i < count; i++) out[i] += own[i];
      }
    }
    return sum;
  });
}

/**
 * Where the particle at `index` decays: the origin of its first product that is not itself a decay, which is where the
 * others of a prompt chain start too. For particles that decay.
 */
export function decayPoints(tree: EventTree, block: DecayBlock, index: number): PointColumns {
  const { mother, daughters } = tree.particles[index];
  if (mother < 0) return block.vertex;
  const stable = daughters.find((daughter) => tree.particles[daughter].daughters.length === 0);
  if (stable === undefined) return decayPoints(tree, block, daughters[0]);
  return block.products[tree.particles[stable].finalState[0]].origin;
}
