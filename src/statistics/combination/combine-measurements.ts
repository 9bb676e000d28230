import { chiSquareSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { cholesky, choleskyInverse } from '../minimise/cholesky.ts';

/** A measurement with errors of its own and errors that it shares, by name, with others (fully correlated). */
export interface CombinedMeasurement {
  readonly name: string;
  readonly value: number;
  /** Error that no other measurement shares. */
  readonly error: number;
  /** Sizes of shared errors, with the sign of their effect. */
  readonly shared?: Readonly<Record<string, number>>;
}

/** The best linear unbiased combination of measurements. */
export interface CombinedValue {
  readonly value: number;
  readonly error: number;
  /** Weight of each measurement; they add up to 1 and may be negative for strong correlations. */
  readonly weights: readonly { readonly name: string; readonly weight: number }[];
  readonly chi2: number;
  readonly degreesOfFreedom: number;
  /** null for a single measurement. */
  readonly pValue: number | null;
}

/**
 * The best linear unbiased average of correlated measurements. Throws InvalidInput for no measurements, errors that
 * are not positive, or errors so correlated that the covariance cannot be inverted.
 * Source: Lyons, Gibaut and Clifford, Nucl. Instrum. Meth. A 270 (1988) 110.
 */
export function combineMeasurements(measurements: readonly CombinedMeasurement[]): CombinedValue {
  const n = measurements.length;
  if (n === 0) throw new InvalidInput('measurements', 'found none, needs at least one');
  const shared = [...new Set(measurements.flatMap((entry) => Object.keys(entry.shared ?? {})))];
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const { name, value, error } = measurements[i];
    if (!Number.isFinite(value) || !(error > 0) || !Number.isFinite(error)) {
      throw new InvalidInput(`measurements.${name}`, `${value} ± ${error} is not a measurement with an error > 0`);
    }
    covariance[i * (n + 1)] = error * error;
  }
  for (const source of shared) {
    const sizes = measurements.map((entry) => entry.shared?.[source] ?? 0);
    const bad = sizes.findIndex((size) => !Number.isFinite(size));
    if (bad >= 0) throw new InvalidInput(`measurements.${measurements[bad].name}.shared.${source}`, 'is not a number');
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) covariance[i * n + j] += sizes[i] * sizes[j];
  }
  const factor = Float64Array.from(covariance);
  if (cholesky(factor, n, 1e-13) >= 0) throw new InvalidInput('measurements', 'the errors are completely correlated');
  const inverse = new Float64Array(n * n);
  choleskyInverse(factor, n, inverse);
  const rows = measurements.map((_, i) => inverse.subarray(i * n, (i + 1) * n).reduce((sum, x) => sum + x, 0));
  const total = rows.reduce((sum, x) => sum + x, 0);
  const value = measurements.reduce((sum, entry, i) => sum + (rows[i] / total) * entry.value, 0);
  let chi2 = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      chi2 += (measurements[i].value - value) * inverse[i * n + j] * (measurements[j].value - value);
    }
  }
  chi2 = Math.max(0, chi2);
  return {
    value,
    error: 1 / Math.sqrt(total),
    weights: measurements.map(({ name }, i) => ({ name, weight: rows[i] / total })),
    chi2,
    degreesOfFreedom: n - 1,
    pValue: n > 1 ? chiSquareSurvival(chi2, n - 1) : null,
  };
}
