import { log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { eventsByMechanism, type MechanismEvents } from '../chain/events-by-mechanism.ts';
import { type ExpectedEvents, expectedEvents } from '../chain/expected-events.ts';
import { MassCurve } from '../chain/mass-curve.ts';
import type { DumpYields } from '../chain/yields.ts';
import { exclusionAssumptions } from './exclusion-assumptions.ts';
import { type ContourOptions, experimentGroups, isProjection } from './exclusion-field.ts';

/** What the searches of one experiment say of a point. */
export interface PointOfExperiment {
  readonly experiment: string;
  readonly searches: readonly string[];
  /** Events counted (of a projection: the median of the background) and background, search by search. */
  readonly counts: readonly number[];
  readonly background: readonly number[];
  /** Errors of the backgrounds, and signal events expected, search by search. */
  readonly backgroundErrors: readonly number[];
  readonly signals: readonly number[];
  /** Relative error of the signal, common to the searches: that of the protons. */
  readonly signalError: number;
  /** Signal events expected, all searches together, and the largest number that is not excluded. */
  readonly expected: number;
  readonly allowed: number;
  readonly cls: number;
  readonly excluded: boolean;
}

/** One point of mass and coupling: excluded or not, and every factor of the expected events. */
export interface PointExclusion {
  readonly mass: number;
  readonly coupling: number;
  readonly kind: 'exclusion' | 'projection';
  readonly production: string;
  readonly level: number;
  readonly excluded: boolean;
  /** The smallest of the experiments'. */
  readonly cls: number;
  readonly experiments: readonly PointOfExperiment[];
  /** By search and final state; the product of the factors is `total`. */
  readonly factors: readonly (ExpectedEvents & {
    readonly search: string;
    /** The same events by what made the particles, the largest first. */
    readonly mechanisms: readonly MechanismEvents[];
  })[];
  readonly assumptions: readonly string[];
}

/**
 * Whether a simulated mass with a coupling is excluded. InvalidInput for a mass that was not simulated or where the model
 * has no answer, and for a coupling that is not above 0.
 */
export function excludePoint(
  yields: DumpYields,
  mass: number,
  coupling: number,
  options: ContourOptions = {},
): PointExclusion {
  const { model, setups } = yields;
  const point = yields.points.find((candidate) => candidate.mass === mass);
  if (point === undefined) throw new InvalidInput('mass', `${mass} GeV was not simulated`);
  if (point.outside !== undefined) throw new InvalidInput('mass', `${mass} GeV: ${point.outside.reason}`);
  if (!(coupling > 0 && coupling < Number.POSITIVE_INFINITY))
    throw new InvalidInput('coupling', `found ${coupling}, allowed is a number above 0`);
  const production = options.production ?? model.defaultProduction;
  const level = setups[0].search.limit.level;
  const experiments = experimentGroups(yields, options).map((group): PointOfExperiment => {
    const events = group.members.map((search) => new MassCurve(yields, search, point, options).at(log(coupling)));
    const expected = events.reduce((sum, one) => sum + one, 0);
    const share = expected > 0 ? events[0] / expected : 1;
    const limits = group.limits(point);
    const cls = limits.cls(expected, share);
    return {
      experiment: group.experiment,
      searches: group.members.map((search) => setups[search].search.id),
      counts: group.counts(point),
      background: group.backgrounds,
      backgroundErrors: group.backgroundErrors,
      signals: events,
      signalError: setups[group.members[0]].experiment.beam.protonsError.value,
      expected,
      allowed: limits.at(share),
      cls,
      excluded: cls < 1 - level,
    };
  });
  return {
    mass,
    coupling,
    kind: isProjection(yields, options.protons) ? 'projection' : 'exclusion',
    production,
    level,
    excluded: experiments.some(({ excluded }) => excluded),
    cls: Math.min(...experiments.map(({ cls }) => cls)),
    experiments,
    factors: setups.flatMap(({ search }, i) =>
      expectedEvents(yields, i, mass, coupling, options).map((events) => ({
        search: search.id,
        ...events,
        mechanisms: eventsByMechanism(yields, i, mass, coupling, events.state, options),
      })),
    ),
    assumptions: exclusionAssumptions(yields, { ...options, production }, []),
  };
}
