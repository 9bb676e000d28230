import { InvalidInput } from '../../schema/index.ts';
import { type Decay, type DecayNode, parseDecay, printDecay } from '../decay-strings/index.ts';
import { particles, withParticles } from '../particles/index.ts';
import { boostColumns } from '../vectors/column-kinematics.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import { chooseModel } from './choose-model.ts';
import type { CompiledDecay, Flight, StepNormalisation } from './compiled-decay.ts';
import type { DecayModel, Reweighting } from './decay-model.ts';
import { meanWeight } from './mean-weight.ts';

/** A particle that the table does not know: mass in GeV and cτ in metres ('prompt': 0). */
export interface HiddenState {
  readonly mass: number;
  readonly lifetime: 'prompt' | number;
}

/** What to make of a decay string. */
export interface CompileOptions {
  readonly hidden?: Readonly<Record<string, HiddenState>>;
  /** Ids of models to prefer, such as 'kaon-pion-two-photon-p4'; 'flat' for uniform phase space everywhere. */
  readonly models?: readonly string[];
}

/** Shorter flights (cτ, metres) count as prompt: a π⁰ flies 25 nm. */
const SHORTEST_FLIGHT = 1e-6;

interface Step {
  readonly model: DecayModel;
  readonly scale: number;
  readonly firstDraw: number;
  readonly draws: Float64Array[];
  /** Position of the decaying particle among the slots; −1 for the parent of all. */
  readonly parent: number;
  readonly parentMass: number;
  /** Slots of the products, in the model's order. */
  readonly slots: readonly number[];
  readonly products: MomentumColumns[];
}

/** The particle table with the hidden particles of a decay. Throws InvalidInput for a bad one. */
export function decayTable(text: string, hidden: Readonly<Record<string, HiddenState>>) {
  const where = `decay '${text}'`;
  const words = new Set(text.replace(/->|→/g, ' ').split(/[\s()]+/));
  for (const [name, { mass, lifetime }] of Object.entries(hidden)) {
    if (particles.has(name)) throw new InvalidInput(where, `the hidden particle '${name}' has the name of a known one`);
    if (!words.has(name)) throw new InvalidInput(where, `the hidden particle '${name}' does not occur in it`);
    if (!(lifetime === 'prompt' || lifetime >= 0))
      throw new InvalidInput(where, `the lifetime of '${name}' is 'prompt' or cτ ≥ 0 in metres, found ${lifetime}`);
    if (!(mass >= 0)) throw new InvalidInput(where, `the mass of '${name}' must be ≥ 0 in GeV, found ${mass}`);
  }
  return withParticles(
    particles,
    Object.entries(hidden).map(([name, { mass, lifetime }]) => ({
      name,
      mass,
      ctau: lifetime === 'prompt' ? 0 : lifetime,
    })),
  );
}

/**
 * Ids of the models that `compileDecay` takes for a decay, outermost first, depth first, without integrating them. Throws
 * InvalidInput as it does for a bad decay, hidden particle or model name.
 */
export function decayModelIdsOf(text: string, { hidden = {}, models = [] }: CompileOptions = {}): string[] {
  const isHidden = (name: string) => name in hidden;
  const idsOf = (node: DecayNode): string[] => {
    const { model, leaves } = chooseModel(node, models, isHidden);
    return [model.id, ...leaves.flatMap((product) => (product.products.length > 0 ? idsOf(product) : []))];
  };
  return idsOf(parseDecay(text, decayTable(text, hidden)).root);
}

/** Decaying particles below the top that fly, outermost first. */
function flightsOf(decay: Decay): Flight[] {
  const flights: Flight[] = [];
  let next = 0;
  const visit = (node: DecayNode, within: number): number[] => {
    if (node.products.length === 0) return [next++];
    const { name, mass, ctau } = node.particle;
    const flies = node !== decay.root && ctau > SHORTEST_FLIGHT;
    const index = flies ? flights.push({ name, mass, lifetime: ctau, products: [], within }) - 1 : within;
    const products = node.products.flatMap((product) => visit(product, index));
    if (flies) flights[index] = { name, mass, lifetime: ctau, products, within };
    return products;
  };
  visit(decay.root, -1);
  return flights;
}

/** Reweightings of the top step's model over the final state; none when one of its products decays further. */
function reweightingsOf(step: Step, finalStates: number): readonly Reweighting[] {
  if (step.slots.some((slot) => slot >= finalStates)) return [];
  const ordered: MomentumColumns[] = [];
  return (step.model.reweightings ?? []).map((reweighting) => ({
    ...reweighting,
    evaluate(products, count, columns) {
      for (let k = 0; k < step.slots.length; k++) ordered[k] = products[step.slots[k]];
      reweighting.evaluate(ordered, count, columns);
    },
  }));
}

/**
 * Makes a decay text such as 'K+ -> pi+ (pi0 -> e+ e- gamma)' into a generator. Every step gets its amplitude (see
 * `chooseModel`), is generated at rest and boosted up the tree. Weights are the product of the steps' weights, each
 * divided by its model's mean, so that their mean is 1 within `normalisation.relativeError`: branching fractions enter
 * from outside. Steps are independent: no spin correlation except inside a model that spans several. A product that
 * is not decayed in the text stays. Throws InvalidInput for a bad decay, hidden particle or model name.
 */
export function compileDecay(text: string, { hidden = {}, models = [] }: CompileOptions = {}): CompiledDecay {
  const decay = parseDecay(text, decayTable(text, hidden));
  const isHidden = (name: string) => name in hidden;
  const steps: Step[] = [];
  const normalisation: StepNormalisation[] = [];
  const slotOf = new Map<DecayNode, number>();
  const finalStates = decay.finalState.length;
  let leaf = 0;
  const number = (node: DecayNode): void => {
    if (node.products.length === 0) slotOf.set(node, leaf++);
    else for (const product of node.products) number(product);
  };
  number(decay.root);
  let slots = finalStates;
  let uniforms = 0;
  const plan = (node: DecayNode): void => {
    const { model, leaves } = chooseModel(node, models, isHidden);
    const mean = meanWeight(model, leaves.length);
    if (!(mean.value > 0 && mean.value < Number.POSITIVE_INFINITY))
      throw new InvalidInput(`decay '${text}'`, `the model '${model.id}' gives no weight to ${printDecay(node)}`);
    for (const product of leaves) if (product.products.length > 0) slotOf.set(product, slots++);
    steps.push({
      model,
      scale: 1 / mean.value,
      firstDraw: uniforms,
      draws: [],
      parent: slotOf.get(node) ?? -1,
      parentMass: node.particle.mass,
      slots: leaves.map((product) => slotOf.get(product)!),
      products: [],
    });
    normalisation.push({
      decay: printDecay(node),
      model: model.id,
      ...(model.region === undefined ? {} : { region: model.region }),
      meanWeight: mean.value,
      relativeError: mean.error / mean.value,
      isWidth: model.normalisation === 'width',
    });
    uniforms += model.uniformsPerEvent;
    for (const product of leaves) if (product.products.length > 0) plan(product);
  };
  plan(decay.root);

  let capacity = 0;
  let stepWeight = new Float64Array(0);
  let intermediates: MomentumColumns[] = [];
  return {
    decay,
    modelIds: steps.map((step) => step.model.id),
    references: [...new Set(steps.flatMap((step) => step.model.references))],
    finalState: decay.finalState.map(({ name, mass, charge, pdgId }) => ({ name, mass, charge, pdgId })),
    parentMass: decay.root.particle.mass,
    uniformsPerEvent: uniforms,
    normalisation: {
      steps: normalisation,
      relativeError: Math.sqrt(normalisation.reduce((sum, step) => sum + step.relativeError * step.relativeError, 0)),
    },
    flights: flightsOf(decay),
    reweightings: reweightingsOf(steps[0], finalStates),
    greatestWeight: () =>
      steps.reduce((product, { model, scale }, s) => {
        const greatest = model.greatestWeight?.();
        if (greatest !== undefined) return product * scale * greatest;
        const { decay: step } = normalisation[s];
        throw new InvalidInput(`decay '${text}'`, `no bound is known for the weights of ${step} (model '${model.id}')`);
      }, 1),
    ...(steps.length === 1 && steps[0].model.unweighted !== undefined ? { unweighted: steps[0].model.unweighted } : {}),
    generate: run,
    place: (draws, count, products) => run(draws, count, products, undefined),
  };

  function run(
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array | undefined,
  ): void {
    if (draws.length < uniforms) throw new RangeError(`needs ${uniforms} columns of draws, found ${draws.length}`);
    if (products.length < finalStates)
      throw new RangeError(`needs ${finalStates} sets of columns for products, found ${products.length}`);
    if (count > capacity) {
      capacity = count;
      stepWeight = new Float64Array(count);
      intermediates = Array.from({ length: slots - finalStates }, () => allocateMomenta(count));
    }
    for (let s = 0; s < steps.length; s++) {
      const step = steps[s];
      const { model } = step;
      for (let k = 0; k < model.uniformsPerEvent; k++) step.draws[k] = draws[step.firstDraw + k];
      for (let k = 0; k < step.slots.length; k++) {
        const slot = step.slots[k];
        step.products[k] = slot < finalStates ? products[slot] : intermediates[slot - finalStates];
      }
      if (weight === undefined && model.place !== undefined) model.place(step.draws, count, step.products);
      else model.generate(step.draws, count, step.products, s === 0 && weight !== undefined ? weight : stepWeight);
      if (weight !== undefined) {
        if (s === 0) for (let i = 0; i < count; i++) weight[i] *= step.scale;
        else for (let i = 0; i < count; i++) weight[i] *= stepWeight[i] * step.scale;
      }
      if (s === 0) continue;
      const parent = intermediates[step.parent - finalStates];
      for (let k = 0; k < step.slots.length; k++) boostColumns(step.products[k], parent, step.parentMass, count);
    }
  }
}
