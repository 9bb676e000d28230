import type { DumpExperiment } from '../../../experiments/dump-experiment.ts';
import { hiddenModel } from '../../../interpretation/named-model.ts';
import { type OwnModelDocument, ownModel } from '../../../interpretation/own-model.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { BeautyDecay } from '../../../physics/production/beauty-decays.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { BlockEngine, BlockPlan } from '../../../tasks/block-engine.ts';
import { beautyProbe } from '../exclusion/model-independent.ts';
import { lifetimeGrid } from './depth-histogram.ts';
import { closedMechanisms } from './mass-interpolation.ts';
import { depthAxisOf, type MassYield } from './mass-yield.ts';
import { type DumpSetup, dumpSetup, visibleStates } from './setup.ts';
import { type DumpMassPoint, DumpYieldSimulation, type DumpYields, type MadeParticles } from './yields.ts';

/** A simulation of dump yields as plain JSON, one sample of one block per mass. */
export interface DumpPlan extends BlockPlan {
  readonly kind: 'dump';
  readonly model: string;
  /** In place of a model: a particle of any lifetime from one decay of beauty, with one final state. */
  readonly probe?: BeautyProbeChoice;
  /** In place of a registered model: one of the user's own. */
  readonly own?: OwnModelDocument;
  readonly searches: readonly DumpSearchDocument[];
  /** The experiment, where it is not the registered one. */
  readonly experiment?: DumpExperiment;
  readonly masses: readonly number[];
  readonly decays: number;
  readonly seed: number;
}

/** Which decay makes a particle without a model, and what it decays to. */
export interface BeautyProbeChoice {
  readonly decay: BeautyDecay;
  readonly state: string;
}

/** The plan for `decays` decays per mass and final state; `digest` is whatever stands for the documents. */
export function dumpPlan(
  model: ModelChoice,
  searches: readonly DumpSearchDocument[],
  masses: readonly number[],
  { decays = 20_000, seed = 1, digest = '' } = {},
): DumpPlan {
  const choice = choiceOf(model);
  modelOfPlan(choice);
  for (const search of searches) dumpSetup(search);
  return {
    kind: 'dump',
    digest: digest || JSON.stringify([model, searches, masses, decays, seed]),
    samples: masses.map((mass) => ({ name: `${mass} GeV`, events: decays, blocks: 1 })),
    ...choice,
    searches,
    masses,
    decays,
    seed,
  };
}

/** The same plan for other masses. */
export const planOfMasses = (plan: DumpPlan, masses: readonly number[]): DumpPlan => ({
  ...plan,
  digest: `${plan.digest} ${JSON.stringify(masses)}`,
  samples: masses.map((mass) => ({ name: `${mass} GeV`, events: plan.decays, blocks: 1 })),
  masses,
});

function choiceOf(model: ModelChoice): Pick<DumpPlan, 'model' | 'probe' | 'own'> {
  if (typeof model === 'string') return { model };
  if ('decay' in model) return { model: beautyProbe(model.decay, model.state).id, probe: model };
  return { model: model.id, own: model };
}

/** Opens the engine of a plan: block 0 of sample i is mass i, as the numbers of `encodeMassPoint`. */
export function openDumpEngine(plan: DumpPlan): BlockEngine {
  const simulation = simulationOf(plan);
  return {
    simulateBlock: (sample) =>
      encodeMassPoint(simulation.model, simulation.at(plan.masses[sample], plan.decays, plan.seed)),
  };
}

/** A registered model by id, one of the user's own, or a particle of any lifetime from a decay of beauty. */
export type ModelChoice = string | OwnModelDocument | BeautyProbeChoice;

/** The model that a plan simulates. */
export function modelOfPlan({ model, probe, own }: Pick<DumpPlan, 'model' | 'probe' | 'own'>): HiddenModel {
  if (own !== undefined) return ownModel(own);
  return probe === undefined ? hiddenModel(model) : beautyProbe(probe.decay, probe.state);
}

const simulationOf = (plan: DumpPlan) => new DumpYieldSimulation(modelOfPlan(plan), setupsOf(plan));

/** What was changed is the experiment of the first search; those of others are as registered. */
const setupsOf = (plan: DumpPlan): DumpSetup[] =>
  plan.searches.map((search) =>
    dumpSetup(search, search.experiment === plan.experiment?.id ? plan.experiment : undefined),
  );

/** A mass point as numbers: per search its mechanisms (index, total), then its final states with their yields. */
export function encodeMassPoint(model: HiddenModel, point: DumpMassPoint): Float64Array {
  const parts: ArrayLike<number>[] = [];
  for (const [i, states] of point.searches.entries()) {
    parts.push([
      point.mechanisms[i].length,
      ...point.mechanisms[i].flatMap(({ id, total }) => [model.mechanisms.findIndex((m) => m.id === id), total]),
      states.length,
    ]);
    for (const { accepted, selected, resolution, events } of states) {
      const { mass, originZ, originDistance, inRegion } = resolution;
      parts.push([events, mass, originZ, originDistance, inRegion, accepted.length], accepted, selected);
    }
  }
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The yields of a plan from its results, one array per mass, as `runBlocks` returns them. */
export function yieldsOfPlan(plan: DumpPlan, results: readonly Float64Array[]): DumpYields {
  const model = modelOfPlan(plan);
  const setups = setupsOf(plan);
  return {
    model,
    setups,
    lifetimes: setups.map((setup) => lifetimeGrid(depthAxisOf(setup))),
    events: plan.decays,
    seed: plan.seed,
    points: plan.masses.map((mass, i) => decodeMassPoint(model, setups, mass, results[i])),
  };
}

function decodeMassPoint(
  model: HiddenModel,
  setups: readonly DumpSetup[],
  mass: number,
  data: Float64Array,
): DumpMassPoint {
  let at = 0;
  const next = () => data[at++];
  const all: MadeParticles[][] = [];
  const table = decayTable(model, mass, 1);
  const states = table.valid ? Object.keys(table.branching) : [];
  const searches = setups.map((setup) => {
    const mechanisms: MadeParticles[] = [];
    for (let left = next(); left > 0; left--) {
      const { id, couplingPower } = model.mechanisms[next()];
      mechanisms.push({ id, couplingPower, total: next() });
    }
    all.push(mechanisms);
    const visible = visibleStates(setup, states);
    const found: MassYield[] = [];
    for (let left = next(); left > 0; left--) {
      const events = next();
      const resolution = { mass: next(), originZ: next(), originDistance: next(), inRegion: next() };
      const length = next();
      const accepted = data.subarray(at, at + length);
      const selected = data.subarray(at + length, at + 2 * length);
      at += 2 * length;
      found.push({
        mass,
        state: visible[found.length].state,
        mechanisms: mechanisms.map(({ id }) => id),
        accepted,
        selected,
        resolution,
        events,
      });
    }
    return found;
  });
  return {
    mass,
    mechanisms: all,
    closed: table.valid ? closedMechanisms(model, all[0], mass, setups[0]) : [],
    searches,
    ...(table.valid ? {} : { outside: table }),
  };
}
