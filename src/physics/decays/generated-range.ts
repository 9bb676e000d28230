import { InvalidInput } from '../../schema/index.ts';
import { type DecayNode, parseDecay, printDecay } from '../decay-strings/index.ts';
import { type ChosenModel, chooseModel } from './choose-model.ts';
import { type CompileOptions, decayTable } from './compile-decay.ts';
import type { DecayModel } from './decay-model.ts';
import { integrationPoints, POINTS, SHIFTS } from './integration-points.ts';
import { type MeanWeight, meanOf } from './mean-weight.ts';

const known = new WeakMap<DecayModel, WeakMap<DecayModel, MeanWeight>>();

/** The fraction of what `generated` generates that lies in the region of `reference`, which the latter's |M|² tells. */
function shareInside(generated: ChosenModel, reference: ChosenModel): MeanWeight {
  const { region, squared } = reference.model;
  if (region === undefined || squared === undefined) return { value: 1, error: 0 };
  const order = reference.leaves.map((leaf) => generated.leaves.indexOf(leaf));
  if (order.includes(-1)) throw new RangeError(`${generated.model.id} and ${reference.model.id} have other products`);
  const kept = known.get(generated.model) ?? new WeakMap<DecayModel, MeanWeight>();
  known.set(generated.model, kept);
  const before = kept.get(reference.model);
  if (before !== undefined) return before;
  const shares = new Float64Array(SHIFTS);
  integrationPoints(generated.model, order.length, (momenta, weight, shift) => {
    const ordered = order.map((slot) => momenta[slot]);
    let inside = 0;
    let all = 0;
    for (let i = 0; i < POINTS; i++) {
      if (!(weight[i] > 0)) continue;
      all += weight[i];
      if (squared(ordered, i) > 0) inside += weight[i];
    }
    shares[shift] = inside / all;
  });
  const result = meanOf(shares);
  kept.set(reference.model, result);
  return result;
}

function stepFactor(node: DecayNode, region: string, generated: ChosenModel, reference: ChosenModel): MeanWeight {
  if (generated.model === reference.model && generated.model.region !== undefined) return { value: 1, error: 0 };
  const where = `branching fraction of ${printDecay(node)}`;
  if (reference.model.region === undefined || !region.includes(reference.model.region)) {
    throw new InvalidInput(where, `holds for ${region}, and no amplitude knows that region; give it for all decays`);
  }
  const back = shareInside(generated, reference);
  if (!(back.value > 0)) {
    throw new InvalidInput(where, `holds for ${region}, where '${generated.model.id}' generates nothing`);
  }
  const there = shareInside(reference, generated);
  return {
    value: there.value / back.value,
    error: (there.value / back.value) * (there.error / there.value + back.error / back.value),
  };
}

/**
 * The factor that takes the product of listed branching fractions of `text` to the branching ratio of the range of
 * phase space that `compileDecay` with the same options generates: 1 unless a listed fraction holds in a region (`regions`,
 * by step) and the amplitude generates another one. With G what is generated and R the region of the listed fraction,
 * it is P(G|R)/P(R|G), each for the amplitude that generates the condition. Throws InvalidInput when no amplitude knows
 * the region or nothing is generated in it.
 */
export function generatedRangeFactor(
  text: string,
  regions: Readonly<Record<string, string>>,
  { hidden = {}, models = [] }: CompileOptions = {},
): MeanWeight {
  const isHidden = (name: string): boolean => name in hidden;
  let value = 1;
  let relative = 0;
  const visit = (node: DecayNode): void => {
    if (node.products.length === 0) return;
    const step = `${node.particle.name} -> ${node.products.map(({ particle }) => particle.name).join(' ')}`;
    const region = Object.hasOwn(regions, step) ? regions[step] : undefined;
    if (region !== undefined) {
      const factor = stepFactor(node, region, chooseModel(node, models, isHidden), chooseModel(node, [], isHidden));
      value *= factor.value;
      relative += factor.error / factor.value;
    }
    node.products.forEach(visit);
  };
  visit(parseDecay(text, decayTable(text, hidden)).root);
  return { value, error: value * relative };
}
