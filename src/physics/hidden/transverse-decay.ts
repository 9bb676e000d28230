/** How the products of a vector of helicity ±1 spread about its direction of flight, by what they are. */
const shapes = {
  /** Two leptons: 1 + cos²θ + (4m²/M²) sin²θ. */
  fermions: (ratio: number) => (cosine2: number) => (1 + cosine2 + ratio * (1 - cosine2)) / (4 / 3 + (2 / 3) * ratio),
  /** Two spinless particles: sin²θ. */
  scalars: () => (cosine2: number) => 1.5 * (1 - cosine2),
  /** No statement: isotropic. */
  unknown: () => () => 1,
} as const satisfies Record<string, (ratio: number) => (cosine2: number) => number>;
export type ProductKind = keyof typeof shapes;

/**
 * Density of a decay product of a vector with helicity ±1 over that of an isotropic decay, as a function of cos²θ in the
 * rest frame, θ to the direction of flight: mean 1 over the sphere. `mass` and `product` in GeV.
 */
export function transverseDecay(kind: ProductKind, mass: number, product: number): (cosine2: number) => number {
  const ratio = (2 * product) / mass;
  return shapes[kind](ratio * ratio);
}
