import { curveAt, isExcluded, symbolValue } from '../search/limit-curve.ts';
import type { LimitKind, PublishedLimit } from '../search/published-limit.ts';

/** What earlier limits leave at one mass; null where none of them says anything. */
export interface EarlierLimits {
  /** Highest of the upper edges, and whose it is: couplings below are taken for excluded. */
  readonly below: { readonly coupling: number; readonly by: string } | null;
  /** Lowest of the upper limits, and whose it is: couplings above are excluded. */
  readonly above: { readonly coupling: number; readonly by: string } | null;
}

/**
 * The envelope of earlier limits on a coupling at a mass (GeV). A limit says something of a mass inside the range of its
 * curves alone: nothing is extrapolated.
 */
export function earlierLimitsAt(limits: readonly PublishedLimit[], mass: number): EarlierLimits {
  const extreme = (kind: LimitKind, better: (one: number, other: number) => boolean) => {
    let found: { coupling: number; by: string } | null = null;
    for (const { id, curves, y } of limits)
      for (const curve of curves) {
        const number = curve.kind === kind ? curveAt(curve, mass) : null;
        if (number === null) continue;
        const coupling = symbolValue(y, number);
        if (found === null || better(coupling, found.coupling)) found = { coupling, by: id };
      }
    return found;
  };
  return {
    below: extreme('upper edge', (one, other) => one > other),
    above: extreme('upper limit', (one, other) => one < other),
  };
}

/** Whether a closed region of one of the limits holds the point. */
export function insideEarlierRing(limits: readonly PublishedLimit[], mass: number, coupling: number): boolean {
  return limits.some(
    (limit) => limit.curves.some(({ kind }) => kind === 'ring') && isExcluded(limit, mass, coupling) === true,
  );
}
