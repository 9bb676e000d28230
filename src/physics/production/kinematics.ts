/** Källén function λ(a, b, c) = a² + b² + c² − 2ab − 2bc − 2ca of squared masses; negative when a decay is closed. */
export function kallen(a: number, b: number, c: number): number {
  return a * a + b * b + c * c - 2 * (a * b + b * c + c * a);
}

/**
 * Momentum (GeV) of either product of M → m₁ m₂ in the rest frame of M. Exactly 0 at and below threshold, so that a
 * width proportional to it is closed there.
 */
export function decayMomentum(mass: number, first: number, second: number): number {
  if (mass <= first + second) return 0;
  const sum = first + second;
  const difference = first - second;
  return Math.sqrt((mass - sum) * (mass + sum) * (mass - difference) * (mass + difference)) / (2 * mass);
}

/** √(1 − 4m²/M²), the velocity of each of two equal products; 0 at and below threshold. */
export function pairVelocity(mass: number, product: number): number {
  const ratio = (2 * product) / mass;
  return ratio >= 1 ? 0 : Math.sqrt((1 - ratio) * (1 + ratio));
}
