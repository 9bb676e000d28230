import type { Particle } from '../particles/particle.ts';

/** A particle of a decay and what it decays to; no products: it is part of the final state. */
export interface DecayNode {
  readonly particle: Particle;
  readonly products: readonly DecayNode[];
}

/** Final minus initial, counted over the final state. */
export interface QuantumNumberChanges {
  readonly charge: number;
  readonly lepton: number;
  readonly electron: number;
  readonly muon: number;
  readonly tau: number;
  /** Leptons of unstated flavour ('nu', 'nubar') in the decay: the three numbers above are open by that many. */
  readonly unstated: number;
}

/** A parsed and checked decay. */
export interface Decay {
  readonly root: DecayNode;
  /** Final-state particles in depth-first order, as written. */
  readonly finalState: readonly Particle[];
  /** The same decay with its products in standard order: equal strings mean equal decays. */
  readonly canonical: string;
  readonly changes: QuantumNumberChanges;
  /** Groups of positions among the top decay's products that hold identical particles, two or more each. */
  readonly identical: readonly (readonly number[])[];
}

/** Final-state particles below a node, depth first, in the order of the text. */
export function finalStateOf(node: DecayNode): Particle[] {
  if (node.products.length === 0) return [node.particle];
  return node.products.flatMap(finalStateOf);
}
