import { exp, log } from '../../../math/elementary.ts';
import { constantEfficiency } from '../chain/expected-events.ts';
import { MassCurve } from '../chain/mass-curve.ts';
import type { DumpYields } from '../chain/yields.ts';
import { allowedSignal } from './count-limits.ts';
import { eventsAtMass } from './counts-at-mass.ts';

/** Events that each production set expects on the published edges at one mass: at an edge of ours it would be `allowed`. */
export interface PublishedEdgeYields {
  readonly mass: number;
  /** Events that the counts allow at this mass. */
  readonly allowed: number;
  /** By production set, at the lower and at the upper published edge. */
  readonly events: Readonly<Record<string, readonly [lower: number, upper: number | null]>>;
  /**
   * What the efficiency beyond all that is simulated would have to be for our lower edge to be the published one, by
   * production set: a diagnosis, used nowhere. Null where nothing is expected.
   */
  readonly neededEfficiency: Readonly<Record<string, number | null>>;
}

/** The needed efficiencies of one production set over some masses. */
export interface NeededEfficiency {
  readonly mean: number;
  /** Root mean square of ln(needed/mean). */
  readonly rms: number;
  readonly masses: number;
}

/** Geometric mean and spread of what the lower edges of one set need between two masses; null with fewer than two. */
export function neededEfficiency(
  edges: readonly PublishedEdgeYields[],
  production: string,
  [from, to]: readonly [number, number],
): NeededEfficiency | null {
  const logs = edges.flatMap(({ mass, neededEfficiency: needed }) => {
    const value = needed[production] ?? null;
    return mass >= from && mass <= to && value !== null ? [log(value)] : [];
  });
  if (logs.length < 2) return null;
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const rms = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / logs.length);
  return { mean: exp(mean), rms, masses: logs.length };
}

/** What the first search of some yields expects on its published contour, at the masses that both have. */
export function publishedEdgeYields(yields: DumpYields): PublishedEdgeYields[] {
  const { model, setups, points } = yields;
  const [{ search, experiment }] = setups;
  const allowedFor = allowedSignal(search, experiment.beam.protonsError.value);
  return (search.published.contour?.value ?? []).flatMap(([mass, lower, upper]) => {
    const point = points.find((candidate) => Math.abs(candidate.mass / mass - 1) < 1e-6);
    if (point === undefined || point.outside !== undefined || point.searches[0].length === 0) return [];
    const allowed = allowedFor(eventsAtMass(search, point, 0));
    const events = Object.keys(model.productions).map((production) => {
      const curve = new MassCurve(yields, 0, point, { production });
      return [production, [curve.at(log(lower)), upper === null ? null : curve.at(log(upper))]] as const;
    });
    const kept = constantEfficiency(setups[0]);
    const needed = events.map(([production, [at]]) => [production, at > 0 ? (kept * allowed) / at : null] as const);
    return [{ mass, allowed, events: Object.fromEntries(events), neededEfficiency: Object.fromEntries(needed) }];
  });
}
