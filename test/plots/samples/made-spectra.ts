import { exp } from '../../../src/math/elementary.ts';

/** `n` + 1 equally spaced edges. */
export function evenEdges(from: number, to: number, n: number): number[] {
  return Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);
}

/** `n` values from `from` to `to`, both included. */
export function evenValues(from: number, to: number, n: number): number[] {
  return evenEdges(from, to, n - 1);
}

/** `area` shared over bins in the shape of a Gaussian (its height at the bin centre times the width). */
export function gaussianCounts(edges: readonly number[], area: number, mean: number, sigma: number): number[] {
  return edges.slice(1).map((edge, i) => {
    const u = ((edge + edges[i]) / 2 - mean) / sigma;
    return (area * (edge - edges[i]) * exp(-0.5 * u * u)) / (sigma * 2.5066282746);
  });
}

/** A falling exponential: `first` in the first bin, smaller by e over every `length`. */
export function fallingCounts(edges: readonly number[], first: number, length: number): number[] {
  return edges.slice(1).map((_, i) => first * exp(-(edges[i] - edges[0]) / length));
}

/** Whole counts scattered about an expectation in a fixed pattern (not random: a picture needs no more). */
export function scatteredCounts(expected: readonly number[]): number[] {
  return expected.map((mean, i) => Math.max(0, Math.round(mean + Math.sqrt(mean) * ((((i * 7919) % 17) - 8) / 6))));
}
