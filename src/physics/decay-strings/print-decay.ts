import type { Particle } from '../particles/particle.ts';
import type { DecayNode } from './decay.ts';

/** Hadrons first, then charged leptons, then neutrinos and photons, then particles outside of the PDG scheme. */
function rank(p: Particle): number {
  const id = Math.abs(p.pdgId);
  if (id === 0) return 4;
  if (id > 100) return 0;
  if (id === 22) return 3;
  return p.charge === 0 ? 2 : 1;
}

function compare(a: DecayNode, b: DecayNode, names: readonly [string, string]): number {
  const order =
    rank(a.particle) - rank(b.particle) ||
    Math.abs(b.particle.pdgId) - Math.abs(a.particle.pdgId) ||
    b.particle.charge - a.particle.charge;
  if (order !== 0) return order;
  return names[0] < names[1] ? -1 : names[0] > names[1] ? 1 : 0;
}

function write(node: DecayNode, sorted: boolean, top: boolean): string {
  if (node.products.length === 0) return node.particle.name;
  const parts = node.products.map((product) => ({ product, text: write(product, sorted, false) }));
  if (sorted) parts.sort((a, b) => compare(a.product, b.product, [a.text, b.text]));
  const text = `${node.particle.name} -> ${parts.map((part) => part.text).join(' ')}`;
  return top ? text : `(${text})`;
}

/** The decay as text, products as they were written, one blank between names. */
export function printDecay(node: DecayNode): string {
  return write(node, false, true);
}

/**
 * The decay as text with its products in standard order (hadrons, charged leptons, neutrinos, photons, others; heavier
 * PDG numbers and positive charges first): two strings are the same decay exactly when their canonical texts agree.
 */
export function canonicalDecay(node: DecayNode): string {
  return write(node, true, true);
}
