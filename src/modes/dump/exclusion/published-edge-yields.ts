import { log } from '../../../math/elementary.ts';
import { MassCurve } from '../chain/expected-events.ts';
import type { DumpYields } from '../chain/yields.ts';
import { allowedSignal } from './count-limits.ts';

/** Events that each production set expects on the published edges at one mass: at an edge of ours it would be `allowed`. */
export interface PublishedEdgeYields {
  readonly mass: number;
  /** Events that the counts allow at this mass. */
  readonly allowed: number;
  /** By production set, at the lower and at the upper published edge. */
  readonly events: Readonly<Record<string, readonly [lower: number, upper: number | null]>>;
}

/** What the first search of some yields expects on its published contour, at the masses that both have. */
export function publishedEdgeYields(yields: DumpYields): PublishedEdgeYields[] {
  const { model, setups, points } = yields;
  const [{ search, experiment }] = setups;
  const allowedFor = allowedSignal(search, experiment.beam.protonsError.value);
  return (search.published.contour?.value ?? []).flatMap(([mass, lower, upper]) => {
    const point = points.find((candidate) => Math.abs(candidate.mass / mass - 1) < 1e-6);
    if (point === undefined || point.outside !== undefined || point.searches[0].length === 0) return [];
    const window = search.massWindow.value * point.searches[0][0].resolution.mass;
    const observed = search.observed.events.filter((event) => Math.abs(event.mass.value - mass) < window).length;
    const allowed = allowedFor(observed);
    const events = Object.keys(model.productions).map((production) => {
      const curve = new MassCurve(yields, 0, point, { production });
      return [production, [curve.at(log(lower)), upper === null ? null : curve.at(log(upper))]] as const;
    });
    return [{ mass, allowed, events: Object.fromEntries(events) }];
  });
}
