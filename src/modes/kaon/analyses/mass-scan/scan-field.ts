import { type ExclusionField, FLOOR } from '../../../../interpretation/coupling-plane.ts';
import type { KaonReading } from '../../../../interpretation/kaon-readings/kaon-reading.ts';
import { exp, log } from '../../../../math/elementary.ts';
import { relativeAcceptance } from './lifetimes.ts';
import type { MassScanResult, ScannedHypothesis } from './result.ts';

/** Which limit of a scan: with the events seen (or the published count of none), or expected at −2 … 2 standard deviations. */
export type ScanLimit = 'observed' | -2 | -1 | 0 | 1 | 2;

const limitOf = ({ observed, atPublishedCount, expected }: ScannedHypothesis, which: ScanLimit): number | null =>
  which === 'observed' ? (observed ?? atPublishedCount) : (expected?.[which + 2] ?? null);

/** Whether a scan has observed limits: an open box, or a published count of none. */
export const hasObserved = ({ hypotheses }: MassScanResult): boolean =>
  hypotheses.length > 0 && hypotheses.every((hypothesis) => limitOf(hypothesis, 'observed') !== null);

/** Name of the scanned mass that is the model's. */
export const scannedAlong = ({ along }: KaonReading, { masses }: MassScanResult): string => along ?? masses[0];

/**
 * Product of branching fractions that a model predicts, as if all decays were accepted like prompt ones: the limit of the
 * scan is for those. Null where the model has no answer.
 */
export function acceptedProduct(
  reading: KaonReading,
  { lifetimes }: MassScanResult,
  mass: number,
  coupling: number,
): number | null {
  const predicted = reading.predict(mass, coupling);
  if (predicted === null) return null;
  const accepted =
    lifetimes === null || predicted.ctau === 0 ? 1 : Math.max(0, relativeAcceptance(lifetimes, mass, predicted.ctau));
  return predicted.product * accepted;
}

/**
 * ln(predicted branching fraction, with its acceptance at the lifetime of each coupling, over the limit) at the masses of
 * a scan and the given couplings: positive where a point is excluded. FLOOR where there is no limit or no prediction.
 */
export function scanField(
  reading: KaonReading,
  result: MassScanResult,
  logCoupling: Float64Array,
  which: ScanLimit,
): ExclusionField {
  const axis = scannedAlong(reading, result);
  const hypotheses = [...result.hypotheses].sort((a, b) => a.masses[axis] - b.masses[axis]);
  const masses = withGaps(hypotheses.map((hypothesis) => hypothesis.masses[axis]));
  const logMass = Float64Array.from(masses, (mass) => log(mass));
  const n = logCoupling.length;
  const values = new Float64Array(masses.length * n).fill(FLOOR);
  masses.forEach((mass, i) => {
    const hypothesis = hypotheses.find((one) => one.masses[axis] === mass);
    const limit = hypothesis === undefined ? null : limitOf(hypothesis, which);
    if (limit === null) return;
    for (let j = 0; j < n; j++) {
      const product = acceptedProduct(reading, result, mass, exp(logCoupling[j]));
      if (product !== null && product > 0) values[i * n + j] = Math.max(FLOOR, log(product / limit));
    }
  });
  return { logMass, logCoupling, values };
}

/** Ascending masses with one next to either end of every stretch that was not searched, so that nothing is drawn across. */
function withGaps(masses: readonly number[]): number[] {
  const steps = masses.slice(1).map((mass, i) => mass - masses[i]);
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return masses.flatMap((mass, i) =>
    i > 0 && steps[i - 1] > 1.6 * usual ? [masses[i - 1] * (1 + 1e-6), mass * (1 - 1e-6), mass] : [mass],
  );
}
