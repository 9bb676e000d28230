import { exp, log } from '../../../math/elementary.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { constantEfficiency, decayYield, logsOf, productionWeights, type RescaleOptions } from './expected-events.ts';
import { interpolate } from './yield-by-lifetime.ts';
import type { DumpYields } from './yields.ts';

/** What one mechanism adds to the expected events of a search in one final state. */
export interface MechanismEvents {
  readonly mechanism: string;
  /** Particles per proton. */
  readonly production: number;
  /** Share of them that reaches the decay volume and decays there. */
  readonly decayProbability: number;
  /** Of those, the share with all products in acceptance, and of these the share that is selected. */
  readonly acceptance: number;
  readonly selection: number;
  readonly events: number;
}

/** Most particles that are thrown for a decay probability. */
const SAMPLES = 4000;

/**
 * The expected events of one search at a simulated mass, coupling and final state, mechanism by mechanism, the largest
 * first; their sum is the `total` of `expectedEvents`. InvalidInput for a mass that was not simulated.
 */
export function eventsByMechanism(
  yields: DumpYields,
  search: number,
  mass: number,
  coupling: number,
  state: string,
  options: RescaleOptions = {},
): MechanismEvents[] {
  const point = yields.points.find((candidate) => candidate.mass === mass);
  const found = point?.searches[search].find((one) => one.state === state);
  if (point === undefined || found === undefined) throw new InvalidInput('mass', `${mass} GeV was not simulated`);
  const table = decayTable(yields.model, mass, coupling);
  if (!table.valid) throw new InvalidInput(yields.model.id, table.reason);
  const setup = yields.setups[search];
  const lifetimes = yields.lifetimes[search];
  const ctau = options.lifetime ?? table.ctau / (options.widthScale ?? 1);
  const logY = log(ctau / mass);
  const seen = point.searches[search].reduce((sum, one) => sum + table.branching[one.state], 0);
  const fraction =
    options.branching === undefined ? table.branching[state] : (table.branching[state] / seen) * options.branching;
  const protons = options.protons ?? setup.experiment.beam.protons.value;
  const kept = protons * fraction * constantEfficiency(setup);
  const weights = productionWeights(yields, point, search, options.production);
  return point.mechanisms[search]
    .flatMap(({ id, couplingPower, total }, k): MechanismEvents[] => {
      if (weights[k] === 0) return [];
      const w = weights[k] * (couplingPower === 2 ? coupling * coupling : 1);
      const decaying = w * decayYield(yields, setup, mass, id, ctau, SAMPLES);
      const at = (values: Float64Array) => w * exp(interpolate(logsOf(values, k, lifetimes.count), lifetimes, logY));
      const accepted = at(found.accepted);
      const selected = at(found.selected);
      const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
      return [
        {
          mechanism: id,
          production: w * total,
          decayProbability: share(decaying, w * total),
          acceptance: share(accepted, decaying),
          selection: share(selected, accepted),
          events: kept * selected,
        },
      ];
    })
    .sort((one, other) => other.events - one.events);
}
