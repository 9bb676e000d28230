import { exp, log } from '../../../math/elementary.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import { erf } from '../../../math/special/index.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel, ProductionSet } from '../../../physics/hidden/hidden-model.ts';
import { allocateMomenta } from '../../../physics/vectors/momentum-columns.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import type { LifetimeGrid } from './depth-histogram.ts';
import type { DumpSetup } from './setup.ts';
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
  const { model } = yields;
  const name = production ?? model.defaultProduction;
  const set = model.productions[name];
  if (set === undefined) throw unknownName('production', 'production set', name, Object.keys(model.productions));
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

/** Widths for unit coupling, worked out once for a point. */
function widthsAt(model: HiddenModel, point: DumpMassPoint): ReturnType<typeof decayTable> {
  const known = widths.get(point);
  if (known?.model === model) return known.table;
  const table = decayTable(model, point.mass, 1);
  widths.set(point, { model, table });
  return table;
}
const widths = new WeakMap<
  DumpMassPoint,
  { readonly model: HiddenModel; readonly table: ReturnType<typeof decayTable> }
>();

/** Expected events of one search at one mass as a function of the coupling. */
export class MassCurve {
  readonly mass: number;
  /** Width for unit coupling, GeV. */
  readonly width: number;
  private readonly lifetimes: LifetimeGrid;
  /** Weights × branching, and the yields by lifetime, for yields ∝ coupling² and ∝ coupling⁰. */
  private readonly squared: YieldSum;
  private readonly constant: YieldSum;
  private readonly scale: number;
  private readonly logY1: number;
  /** ln(cτ/m) when the lifetime does not depend on the coupling. */
  private readonly fixedY: number | null;

  constructor(yields: DumpYields, search: number, point: DumpMassPoint, options: RescaleOptions) {
    const table = widthsAt(yields.model, point);
    if (!table.valid) throw new InvalidInput(yields.model.id, table.reason);
    const setup = yields.setups[search];
    this.mass = point.mass;
    this.lifetimes = yields.lifetimes[search];
    this.width = table.width * (options.widthScale ?? 1);
    const states = point.searches[search];
    const seen = states.reduce((sum, { state }) => sum + table.branching[state], 0);
    const fractions = options.branching === undefined || seen === 0 ? 1 : options.branching / seen;
    this.scale = fractions * (options.protons ?? setup.experiment.beam.protons.value) * constantEfficiency(setup);
    const weights = productionWeights(yields, point, search, options.production);
    this.squared = new YieldSum(this.lifetimes.count);
    this.constant = new YieldSum(this.lifetimes.count);
    for (const found of states) {
      const branching = table.branching[found.state];
      for (let k = 0; k < weights.length; k++) {
        if (weights[k] === 0) continue;
        const sum = point.mechanisms[search][k].couplingPower === 2 ? this.squared : this.constant;
        sum.add(weights[k] * branching, found.selected, k);
      }
    }
    this.logY1 = log(table.ctau / (options.widthScale ?? 1) / point.mass);
    this.fixedY = options.lifetime === undefined ? null : log(options.lifetime / point.mass);
  }

  /** Expected events for ln coupling. */
  at(logCoupling: number): number {
    const y = this.fixedY ?? this.logY1 - 2 * logCoupling;
    const a = this.squared.at(this.lifetimes, y);
    const b = this.constant.at(this.lifetimes, y);
    return this.scale * ((a > -700 ? exp(a + 2 * logCoupling) : 0) + (b > -700 ? exp(b) : 0));
  }

  /** Expected events per unit of branching fraction and per particle, for a lifetime instead of a coupling: ln(cτ/m). */
  get yieldAtLifetime(): (logY: number) => number {
    return (logY) => {
      const a = this.squared.at(this.lifetimes, logY);
      return a > -700 ? this.scale * exp(a) : 0;
    };
  }
}

/** ln of a sum of yields by lifetime; each lifetime is added up when it is first asked for. */
class YieldSum {
  private readonly count: number;
  private readonly weights: number[] = [];
  private readonly yields: Float64Array[] = [];
  private readonly begins: number[] = [];
  private readonly logs: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.logs = new Float64Array(count).fill(Number.NaN);
  }

  /** Adds `weight` times the yields of mechanism `k`. */
  add(weight: number, yields: Float64Array, k: number): void {
    this.weights.push(weight);
    this.yields.push(yields);
    this.begins.push(k * this.count);
  }

  /** Interpolated at ln y, as `interpolate`. */
  at(grid: LifetimeGrid, logY: number): number {
    if (this.weights.length === 0) return Number.NEGATIVE_INFINITY;
    const i = Math.floor((logY - grid.logMin) / grid.step);
    if (i >= 0) for (let j = Math.max(0, Math.min(i, this.count) - 1); j < i + 3 && j < this.count; j++) this.ready(j);
    return interpolate(this.logs, grid, logY);
  }

  private ready(j: number): void {
    const { weights, yields, begins, logs } = this;
    if (!Number.isNaN(logs[j])) return;
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k] * yields[k][begins[k] + j];
    logs[j] = sum > 0 ? log(sum) : Number.NEGATIVE_INFINITY;
  }
}

const MOST_CURVES = 32;
const curves = new WeakMap<DumpMassPoint, Map<string, { readonly setup: DumpSetup; readonly curve: MassCurve }>>();

/** The curve of a search at a point, made once for equal options. */
export function massCurve(
  yields: DumpYields,
  search: number,
  point: DumpMassPoint,
  options: RescaleOptions,
): MassCurve {
  const setup = yields.setups[search];
  const known = curves.get(point) ?? new Map<string, { readonly setup: DumpSetup; readonly curve: MassCurve }>();
  curves.set(point, known);
  const { production = yields.model.defaultProduction, protons, widthScale, lifetime, branching } = options;
  const key = `${search} ${production} ${protons} ${widthScale} ${lifetime} ${branching} ${yields.model.id}`;
  const found = known.get(key);
  if (found?.setup === setup) return found.curve;
  const curve = new MassCurve(yields, search, point, options);
  if (known.size >= MOST_CURVES) known.clear();
  known.set(key, { setup, curve });
  return curve;
}

/** ln of a yield at ln y, by cubic interpolation; beyond the grid ∝ 1/y for long lifetimes, nothing for short ones. */
export function interpolate(values: Float64Array, { logMin, step, count }: LifetimeGrid, logY: number): number {
  const u = (logY - logMin) / step;
  if (!(u >= 0)) return Number.NEGATIVE_INFINITY;
  if (u >= count - 1) return values[count - 1] - (u - (count - 1)) * step;
  const i = Math.floor(u);
  const f = u - i;
  const b = values[i];
  const c = values[i + 1];
  if (b === Number.NEGATIVE_INFINITY || c === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const a = i > 0 && values[i - 1] > Number.NEGATIVE_INFINITY ? values[i - 1] : 2 * b - c;
  const d = i + 2 < count ? values[i + 2] : 2 * c - b;
  return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
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
