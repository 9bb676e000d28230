import { exp, log } from '../../../math/elementary.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import { erf } from '../../../math/special/index.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel, ProductionSet } from '../../../physics/hidden/hidden-model.ts';
import { allocateMomenta } from '../../../physics/vectors/momentum-columns.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import type { DumpSetup } from './setup.ts';
import { interpolate } from './yield-by-lifetime.ts';
import type { DumpMassPoint, DumpYields } from './yields.ts';

/** What may be changed after the simulation. */
export interface RescaleOptions {
  /** Production set of the model; its default when left out. */
  readonly production?: string | undefined;
  /** Protons on target; the experiment's when left out. */
  readonly protons?: number | undefined;
  /** Total width for unit coupling over the model's own, for what-if studies; 1 when left out. */
  readonly widthScale?: number | undefined;
  /** Proper lifetime cτ (m) in place of the model's, whatever the coupling. */
  readonly lifetime?: number | undefined;
  /** Branching fraction of all final states that a search sees together, in place of the model's. */
  readonly branching?: number | undefined;
}

/** Throws InvalidInput for a lifetime or a branching fraction that cannot be. */
export function checkRescaling({ lifetime, branching }: RescaleOptions): void {
  if (lifetime !== undefined && !(lifetime > 0 && lifetime < Number.POSITIVE_INFINITY))
    throw new InvalidInput('lifetime', `found ${lifetime} m, allowed is a number above 0`);
  if (branching !== undefined && !(branching > 0 && branching <= 1))
    throw new InvalidInput('branching', `found ${branching}, allowed is a fraction above 0 and at most 1`);
}

/** Share of a Gaussian within `halfWidth` standard deviations: what a mass window keeps. */
export function windowEfficiency(halfWidth: number): number {
  return erf(halfWidth / Math.SQRT2);
}

/** The production set of a model by name, its default when left out. InvalidInput for a name that it does not have. */
export function productionSet(
  { productions, defaultProduction }: HiddenModel,
  name = defaultProduction,
): ProductionSet {
  const set = productions[name];
  if (set === undefined) throw unknownName('production', 'production set', name, Object.keys(productions));
  return set;
}

/**
 * Weights of a production set on the mechanisms of a mass point at the dump of one search. InvalidInput for a name that
 * the model does not have.
 */
export function productionWeights(
  yields: DumpYields,
  point: DumpMassPoint,
  search: number,
  production?: string,
): Float64Array {
  const set = productionSet(yields.model, production);
  const { target } = yields.setups[search];
  const made = point.mechanisms[search];
  const known = weightsOf.get(made)?.get(set);
  if (known?.target === target) return known.weights;
  const byName = set.weights(point.mass, target);
  const weights = new Float64Array(made.length);
  for (let k = 0; k < made.length; k++) weights[k] = byName[made[k].id] ?? 0;
  const sets = weightsOf.get(made) ?? new Map<ProductionSet, WeightsAtTarget>();
  sets.set(set, { target, weights });
  weightsOf.set(made, sets);
  return weights;
}
/** Weights that were worked out, by the mechanisms of a point and the production set; callers do not change them. */
const weightsOf = new WeakMap<DumpMassPoint['mechanisms'][number], Map<ProductionSet, WeightsAtTarget>>();
interface WeightsAtTarget {
  readonly target: DumpSetup['target'];
  readonly weights: Float64Array;
}

/** Share of a signal in the mass window of a search; 1 where it has none. */
const inWindow = ({ massWindow }: DumpSetup['search']): number =>
  massWindow === undefined ? 1 : windowEfficiency(massWindow.value);

/** What a search keeps of the decays it sees, beyond the simulation. */
export function constantEfficiency({ efficiencies, search }: DumpSetup): number {
  const { trigger, tracks, identification, reconstruction, vetoes } = efficiencies;
  return trigger * tracks * identification * reconstruction * vetoes * inWindow(search);
}

/** The factors of the expected number of events; their product is `total`. */
export interface ExpectedEvents {
  readonly mass: number;
  readonly coupling: number;
  readonly state: string;
  readonly factors: {
    readonly protons: number;
    /** Hidden particles per proton. */
    readonly production: number;
    readonly branching: number;
    /** Probability to reach the decay volume and decay in it, averaged over all that are made. */
    readonly decayProbability: number;
    /** Of those, the share with both tracks in acceptance. */
    readonly acceptance: number;
    /** Of those, the share that passes two-track trigger geometry, vertex and signal region. */
    readonly selection: number;
    readonly trigger: number;
    readonly tracks: number;
    readonly identification: number;
    readonly reconstruction: number;
    readonly vetoes: number;
    readonly massWindow: number;
  };
  readonly total: number;
  /** cτ, m. */
  readonly ctau: number;
}

/**
 * Expected events of one search at a simulated mass and a coupling, factor by factor, for each final state it sees. The
 * decay probability is a sum over `samples` thrown particles per mechanism. InvalidInput for a mass not simulated.
 */
export function expectedEvents(
  yields: DumpYields,
  search: number,
  mass: number,
  coupling: number,
  options: RescaleOptions & { readonly samples?: number } = {},
): ExpectedEvents[] {
  const point = yields.points.find((candidate) => candidate.mass === mass);
  if (point === undefined) throw new InvalidInput('mass', `${mass} GeV was not simulated`);
  const table = decayTable(yields.model, mass, coupling);
  if (!table.valid) throw new InvalidInput(yields.model.id, table.reason);
  const setup = yields.setups[search];
  const lifetimes = yields.lifetimes[search];
  const { count } = lifetimes;
  const ctau = table.ctau / (options.widthScale ?? 1);
  const logY = log(ctau / mass);
  const weights = productionWeights(yields, point, search, options.production);
  const samples = options.samples ?? 4000;
  let production = 0;
  let decaying = 0;
  point.mechanisms[search].forEach(({ id, couplingPower, total }, k) => {
    if (weights[k] === 0) return;
    const w = weights[k] * (couplingPower === 2 ? coupling * coupling : 1);
    production += w * total;
    decaying += w * decayYield(yields, setup, mass, id, ctau, samples);
  });
  const { trigger, tracks, identification, reconstruction, vetoes } = setup.efficiencies;
  return point.searches[search].map((found) => {
    let accepted = 0;
    let selected = 0;
    for (let k = 0; k < weights.length; k++) {
      if (weights[k] === 0) continue;
      const w = weights[k] * (point.mechanisms[search][k].couplingPower === 2 ? coupling * coupling : 1);
      accepted += w * exp(interpolate(logsOf(found.accepted, k, count), lifetimes, logY));
      selected += w * exp(interpolate(logsOf(found.selected, k, count), lifetimes, logY));
    }
    const factors = {
      protons: options.protons ?? setup.experiment.beam.protons.value,
      production,
      branching: table.branching[found.state],
      decayProbability: production > 0 ? decaying / production : 0,
      acceptance: decaying > 0 ? accepted / decaying : 0,
      selection: accepted > 0 ? selected / accepted : 0,
      trigger,
      tracks,
      identification,
      reconstruction,
      vetoes,
      massWindow: inWindow(setup.search),
    };
    const total = Object.values(factors).reduce((product, factor) => product * factor, 1);
    return { mass, coupling, state: found.state, factors, total, ctau };
  });
}

/** ln of the yields of mechanism k at all lifetimes. */
export function logsOf(values: Float64Array, k: number, count: number): Float64Array {
  return values.slice(k * count, (k + 1) * count).map((x) => (x > 0 ? log(x) : Number.NEGATIVE_INFINITY));
}

/** Probability to decay between `from` and `to` for a mean decay length, all along z from `start` (m). */
export function decayProbability(length: number, start: number, from: number, to: number): number {
  return exp(-(from - start) / length) - exp(-(to - start) / length);
}

/** Particles per proton that decay in the decay volume, in whatever direction they fly (θ small), for unit coupling. */
export function decayYield(
  yields: DumpYields,
  setup: DumpSetup,
  mass: number,
  id: string,
  ctau: number,
  samples: number,
): number {
  const mechanism = yields.model.mechanisms.find((candidate) => candidate.id === id);
  const spectrum = mechanism?.spectrum(mass, setup.target);
  if (spectrum === undefined || !spectrum.valid) return 0;
  const columns = Array.from({ length: spectrum.uniforms }, () => new Float64Array(samples));
  fillUniforms(streamKey(yields.seed, `decay probability ${id}`), 0, samples, columns);
  const out = allocateMomenta(samples);
  const weight = new Float64Array(samples);
  spectrum.sample(columns, out, weight, 0, samples);
  const start = setup.source.frontFace + setup.source.interactionLength;
  const [from, to] = setup.decayVolume;
  let sum = 0;
  for (let i = 0; i < samples; i++) {
    if (!(out.pz[i] > 0)) continue;
    const length = (ctau * out.pz[i]) / mass;
    sum += weight[i] * decayProbability(length, start, from, to);
  }
  return sum / samples;
}
