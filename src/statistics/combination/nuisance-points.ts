import { normalQuantile } from '../../math/special/index.ts';
import { pointsInZ } from '../counting/averaging.ts';

/** Points of several independent unit Gaussians with weights of sum 1. */
export interface NuisancePoints {
  readonly z: readonly Float64Array[];
  readonly weights: Float64Array;
}

const LATTICE = 256;

/**
 * Points to average over `dimensions` unit Gaussians: Gauss–Legendre points for one and two, good to many digits; for
 * more an additive recurrence of low discrepancy (generalised golden ratio) of 256 points with their mirror images, so
 * that odd moments vanish, good to about half a per cent of a probability.
 */
export function nuisancePoints(dimensions: number): NuisancePoints {
  if (dimensions === 0) return { z: [new Float64Array(0)], weights: Float64Array.of(1) };
  if (dimensions <= 2) {
    const { values, weights } = pointsInZ((x) => x, -6.5, 6.5, [0], 6.5, dimensions === 1 ? 12 : 8);
    if (dimensions === 1) return { z: Array.from(values, (x) => Float64Array.of(x)), weights };
    const z: Float64Array[] = [];
    const product: number[] = [];
    for (let i = 0; i < values.length; i++) {
      for (let j = 0; j < values.length; j++) {
        z.push(Float64Array.of(values[i], values[j]));
        product.push(weights[i] * weights[j]);
      }
    }
    return { z, weights: Float64Array.from(product) };
  }
  // The root of x^(d + 1) = x + 1 above 1, by repeated roots.
  let ratio = 1.2;
  for (let step = 0; step < 200; step++) {
    let power = 1;
    for (let k = 0; k < dimensions; k++) power *= ratio;
    const slope = (dimensions + 1) * power - 1;
    ratio -= (power * ratio - ratio - 1) / slope;
  }
  const z: Float64Array[] = [];
  for (let i = 0; i < LATTICE; i++) {
    const point = new Float64Array(dimensions);
    let stride = 1;
    for (let k = 0; k < dimensions; k++) {
      stride /= ratio;
      const u = 0.5 + (i + 1) * stride;
      point[k] = normalQuantile(u - Math.floor(u));
    }
    z.push(
      point,
      point.map((x) => -x),
    );
  }
  return { z, weights: new Float64Array(2 * LATTICE).fill(0.5 / LATTICE) };
}
