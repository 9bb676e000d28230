/** A fraction within 0…1 and the ends of its interval. */
export interface EfficiencyInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of an efficiency at `sigmas` standard deviations by Wilson's score (J. Am. Stat. Assoc. 22 (1927) 209), which
 * stays within 0…1 and has a width where none or all pass. `trials` may be an effective number, (Σw)²/Σw². A fraction
 * outside 0…1 by rounding is brought back; without trials the interval is all of 0…1.
 */
export function efficiencyInterval(fraction: number, trials: number, sigmas = 1): EfficiencyInterval {
  const value = Math.min(1, Math.max(0, fraction));
  if (!(trials > 0)) return { value, low: 0, high: 1 };
  const square = (sigmas * sigmas) / trials;
  const centre = (value + square / 2) / (1 + square);
  const half = Math.sqrt(square * value * (1 - value) + (square * square) / 4) / (1 + square);
  return { value, low: Math.min(value, Math.max(0, centre - half)), high: Math.max(value, Math.min(1, centre + half)) };
}
