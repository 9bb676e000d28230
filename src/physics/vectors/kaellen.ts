/** λ(a, b, c) = a² + b² + c² − 2ab − 2bc − 2ca (arguments are squared masses). */
export function kaellen(a: number, b: number, c: number): number {
  const d = a - b - c;
  return d * d - 4 * b * c;
}

/**
 * Momentum of either product of M → m1 + m2 in the rest frame of M, in the units of the masses; 0 when the decay is
 * closed. Factorised, so that it keeps its digits next to the threshold.
 */
export function breakupMomentum(M: number, m1: number, m2: number): number {
  const product = (M - m1 - m2) * (M + m1 + m2) * (M - m1 + m2) * (M + m1 - m2);
  return M > m1 + m2 && product > 0 ? Math.sqrt(product) / (2 * M) : 0;
}
