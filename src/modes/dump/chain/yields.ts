import { exp, log } from '../../../math/elementary.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import { contains, type OutsideValidity } from '../../../physics/production/validity.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { LifetimeGrid } from './depth-histogram.ts';
import { keptProduction } from './kept-production.ts';
import { MassSimulation, type MassYield } from './mass-yield.ts';
import { type DumpSetup, dumpSetup, visibleStates } from './setup.ts';

/** Decays per mass below which the error of a yield means nothing. */
export const LEAST_DECAYS = 100;

/** A mechanism that holds, with particles per proton for unit coupling and weight. */
export interface MadeParticles {
  readonly id: string;
  readonly couplingPower: 0 | 2;
  readonly total: number;
}

/** Everything simulated at one mass: what is made, and what each search would accept, by final state. */
export interface DumpMassPoint {
  readonly mass: number;
  /** Why the model has no answer at this mass; then nothing else is filled. */
  readonly outside?: OutsideValidity;
  /** By search: mechanisms that hold at its dump, with particles per proton for unit coupling and weight. */
  readonly mechanisms: readonly (readonly MadeParticles[])[];
  readonly closed: readonly OutsideValidity[];
  /** By search, in the order asked for: one entry per final state that it sees. */
  readonly searches: readonly (readonly MassYield[])[];
}

/** How the masses that were not simulated came about, and how well that is known. */
export interface MassInterpolation {
  readonly masses: number;
  readonly simulated: number;
  /**
   * Events at simulated masses from their neighbours alone over those simulated, minus 1: root of the mean square and the
   * largest. Simulated masses lie twice as far from each other then, and the statistics of both are in it.
   */
  readonly leavingOneOut: { readonly rms: number; readonly largest: number };
}

/** Yields of one model in several searches on a grid of masses. Couplings, POT and widths come in later. */
export interface DumpYields {
  readonly model: HiddenModel;
  readonly setups: readonly DumpSetup[];
  readonly lifetimes: readonly LifetimeGrid[];
  readonly points: readonly DumpMassPoint[];
  readonly events: number;
  readonly seed: number;
  /** Where not every mass was simulated: how many were, and how well the others are known. */
  readonly interpolation?: MassInterpolation;
}

/** The same yields for one of the searches alone, as if no other had been simulated with it. */
export function searchAlone(yields: DumpYields, search: number): DumpYields {
  if (yields.setups.length === 1) return yields;
  const only = <T>(list: readonly T[]): T[] => [list[search]];
  return {
    ...yields,
    setups: only(yields.setups),
    lifetimes: only(yields.lifetimes),
    points: yields.points.map((point) => ({
      ...point,
      mechanisms: only(point.mechanisms),
      searches: only(point.searches),
    })),
  };
}

/** Whether a model has widths at a mass. */
export const hasAnswer = (model: HiddenModel, mass: number): boolean =>
  contains(model.masses, mass) && decayTable(model, mass, 1).valid;

/** A mass at which a model has no answer, with the reason. */
export function outsidePoint(model: HiddenModel, searches: number, mass: number): DumpMassPoint {
  const none = Array.from({ length: searches }, () => []);
  const table = contains(model.masses, mass) ? decayTable(model, mass, 1) : undefined;
  const outside: OutsideValidity =
    table?.valid === false
      ? table
      : {
          valid: false,
          mechanism: model.id,
          quantity: 'mass',
          value: mass,
          allowed: model.masses,
          reason: 'its widths are not known there',
        };
  return { mass, mechanisms: none, closed: [], searches: none, outside };
}

/** Simulates masses one by one; keeps its working space between them. */
export class DumpYieldSimulation {
  readonly model: HiddenModel;
  readonly setups: readonly DumpSetup[];
  private readonly simulations: readonly MassSimulation[];

  constructor(model: HiddenModel, setups: readonly DumpSetup[]) {
    if (setups.length === 0) throw new InvalidInput('searches', 'found none, needs at least one');
    this.model = model;
    this.setups = setups;
    this.simulations = setups.map((setup) => new MassSimulation(setup));
  }

  get lifetimes(): LifetimeGrid[] {
    return this.simulations.map(({ transform }) => transform.grid);
  }

  /** `events` decays for every search and final state at one mass. */
  at(mass: number, events: number, seed: number): DumpMassPoint {
    const { model } = this;
    if (!hasAnswer(model, mass)) return outsidePoint(model, this.setups.length, mass);
    const table = decayTable(model, mass, 1);
    const final = table.valid ? Object.keys(table.branching) : [];
    const made = this.simulations.map(({ grid }, i) => keptProduction(model, mass, this.setups[i].target, grid));
    const searches = this.simulations.map((simulation, i) =>
      visibleStates(this.setups[i], final).map(({ state, third }) =>
        simulation.run(mass, state, third, events, seed, made[i]),
      ),
    );
    return {
      mass,
      mechanisms: made.map(({ mechanisms }) =>
        mechanisms.map(({ id, couplingPower, total }) => ({ id, couplingPower, total })),
      ),
      closed: made[0].outside,
      searches,
    };
  }
}

/**
 * Yields of a model in some searches at the given masses (GeV, ascending), `events` decays per mass and final state.
 * The same seed gives the same bits however the masses are split.
 */
export function simulateDumpYields(
  model: HiddenModel,
  searches: readonly DumpSearchDocument[],
  masses: readonly number[],
  { events = 20_000, seed = 1, setups = searches.map((search) => dumpSetup(search)) } = {},
): DumpYields {
  for (let i = 0; i < masses.length; i++) {
    if (!(masses[i] > 0 && masses[i] < Number.POSITIVE_INFINITY))
      throw new InvalidInput(`masses[${i}]`, `found ${masses[i]}, allowed is a mass above 0`);
    if (i > 0 && !(masses[i] > masses[i - 1]))
      throw new InvalidInput(`masses[${i}]`, `found ${masses[i]} after ${masses[i - 1]}, masses must ascend`);
  }
  if (!(Number.isInteger(events) && events > 0))
    throw new InvalidInput('events', `found ${events}, allowed is a whole number above 0`);
  const simulation = new DumpYieldSimulation(model, setups);
  return {
    model,
    setups,
    lifetimes: simulation.lifetimes,
    points: masses.map((mass) => simulation.at(mass, events, seed)),
    events,
    seed,
  };
}

/** Most masses of one scan. */
export const MOST_MASSES = 10_000;

/** `count` masses from a to b in equal ratios; one when both are the same. InvalidInput for more than MOST_MASSES. */
export function massGrid(from: number, to: number, count: number): number[] {
  if (count === 1 && from > 0 && to === from) return [from];
  if (count > MOST_MASSES) throw new InvalidInput('mass', `${count} masses found, allowed are ${MOST_MASSES} at most`);
  if (!(from > 0 && to > from && count >= 2))
    throw new InvalidInput(
      'mass',
      `${from} to ${to} in ${count} found, allowed is 0 < from < to and two masses or more`,
    );
  const ratio = log(to / from) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : from * exp(ratio * i)));
}
