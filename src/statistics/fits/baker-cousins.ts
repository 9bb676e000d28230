import { halfDeviance } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';

/**
 * One bin of the Poisson likelihood-ratio χ²: 2[μ − n + n ln(n/μ)] ≥ 0, zero at n = μ.
 * n = 0 gives 2μ; μ = 0 gives 0 for n = 0 and +Infinity for n > 0, as does a negative or undefined μ; n need not be whole (Asimov data).
 * Source: Baker and Cousins, Nucl. Instrum. Meth. 221 (1984) 437.
 */
export function bakerCousinsBin(observed: number, expected: number): number {
  return expected >= 0 ? 2 * halfDeviance(observed, expected) : Number.POSITIVE_INFINITY;
}

/**
 * Sum over bins of the Poisson likelihood-ratio χ² of the counts n against the expectations μ. It is −2 ln L up to
 * a constant that makes it a goodness-of-fit statistic, approximately χ² distributed when the μ are not small.
 * Throws InvalidInput for columns of different length, a negative or not finite count, or a negative expectation.
 * Source: Baker and Cousins, Nucl. Instrum. Meth. 221 (1984) 437, eq. for λ_p.
 */
export function bakerCousins(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  requireCounts(observed);
  if (expected.length !== observed.length) {
    throw new InvalidInput('expected', `${expected.length} bins do not match ${observed.length} observed ones`);
  }
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    if (!(expected[i] >= 0)) throw new InvalidInput(`expected[${i}]`, `${expected[i]} is not a number ≥ 0`);
    sum += bakerCousinsBin(observed[i], expected[i]);
  }
  return sum;
}

/** Throws InvalidInput unless every count is finite and not negative. */
export function requireCounts(counts: ArrayLike<number>, where = 'observed'): void {
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i] >= 0) || !Number.isFinite(counts[i])) {
      throw new InvalidInput(`${where}[${i}]`, `${counts[i]} is not a finite number ≥ 0`);
    }
  }
}
