import type { DecayNode } from '../../../physics/decay-strings/decay.ts';

/** Photons of a spinless particle: their places in the final state, and its mass (GeV). */
export interface PhotonPair {
  readonly photons: readonly [number, number];
  readonly mass: number;
}

/** The pairs of photons that a decay's π⁰ decay to, alone. */
export function photonPairsOf(root: DecayNode): PhotonPair[] {
  const pairs: PhotonPair[] = [];
  let place = 0;
  const visit = ({ particle: { name, mass }, products }: DecayNode): void => {
    if (products.length === 0) {
      place++;
      return;
    }
    const first = place;
    products.forEach(visit);
    const photons = products.every((product) => product.particle.name === 'gamma' && product.products.length === 0);
    if (name === 'pi0' && products.length === 2 && photons) pairs.push({ photons: [first, first + 1], mass });
  };
  visit(root);
  return pairs;
}
