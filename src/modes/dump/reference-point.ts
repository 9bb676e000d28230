import { log } from '../../math/elementary.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import { InvalidInput } from '../../schema/index.ts';
import { expectedEvents } from './chain/expected-events.ts';
import { MassCurve } from './chain/mass-curve.ts';
import type { DumpMassPoint, DumpYields } from './chain/yields.ts';
import { lifetimeSteps } from './exclusion/model-independent.ts';
import type { ReferencePoint } from './run-document.ts';

const LIFETIMES = lifetimeSteps(1e-3, 1e4, 71);

/**
 * The point of a scan that is shown in full: the middle of the published contour in mass, half way between its edges; for
 * a particle without a model the middle of the simulated masses at its best lifetime.
 */
export function referencePoint(yields: DumpYields): ReferencePoint {
  const { model, setups, points } = yields;
  const production = model.defaultProduction;
  const seen = points.filter(({ outside, searches }) => outside === undefined && searches[0].length > 0);
  if (seen.length === 0) throw new InvalidInput(setups[0].search.id, `sees no decay of ${model.id}`);
  const contour = setups[0].search.published.contour?.value ?? [];
  const edges = contour[Math.floor(contour.length / 2)];
  const upper = edges?.[2] ?? null;
  if (edges !== undefined && upper !== null && setups[0].search.published.model === model.id) {
    const point = nearest(seen, edges[0]);
    const coupling = Math.sqrt(edges[1] * upper);
    const [events] = expectedEvents(yields, 0, point.mass, coupling, { production });
    const { resolution } = point.searches[0][0];
    return { mass: point.mass, coupling, ctau: events.ctau, production, events, resolution };
  }
  const range = setups[0].search.modelIndependent?.improved.value;
  const wanted = range === undefined ? seen[Math.floor(seen.length / 2)].mass : (range[0] + range[1]) / 2;
  const point = nearest(seen, wanted);
  const curve = new MassCurve(yields, 0, point, { production }).yieldAtLifetime;
  let ctau = LIFETIMES[0];
  for (const one of LIFETIMES) if (curve(log(one / point.mass)) > curve(log(ctau / point.mass))) ctau = one;
  const table = decayTable(model, point.mass, 1);
  const widthScale = table.valid ? table.ctau / ctau : 1;
  const [events] = expectedEvents(yields, 0, point.mass, 1, { production, widthScale });
  return { mass: point.mass, coupling: null, ctau, production, events, resolution: point.searches[0][0].resolution };
}

const nearest = (points: readonly DumpMassPoint[], mass: number): DumpMassPoint =>
  points.reduce((best, point) => (Math.abs(point.mass - mass) < Math.abs(best.mass - mass) ? point : best));
