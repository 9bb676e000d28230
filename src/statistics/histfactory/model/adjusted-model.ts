import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { asimovData } from '../fit/model-fit.ts';
import { Likelihood } from './likelihood.ts';
import type { HistFactoryModel, ModelData } from './model.ts';

/** Parameters held at a value, and others that start from one; by name. */
export interface ModelAdjustments {
  readonly fix?: Readonly<Record<string, number>>;
  readonly start?: Readonly<Record<string, number>>;
}

/**
 * The model with parameters fixed or started elsewhere. @throws InvalidInput for an unknown name or a start out of bounds.
 */
export function adjustedModel(model: HistFactoryModel, { fix = {}, start = {} }: ModelAdjustments): HistFactoryModel {
  const names = model.parameters.map(({ name }) => name);
  for (const name of [...Object.keys(fix), ...Object.keys(start)])
    if (!names.includes(name)) throw unknownName('parameter', 'parameter', name, names);
  return {
    ...model,
    parameters: model.parameters.map((parameter) => {
      const { name, lower, upper } = parameter;
      if (Object.hasOwn(fix, name)) return { ...parameter, fixed: true, init: fix[name] };
      if (!Object.hasOwn(start, name)) return parameter;
      if (!(start[name] >= lower && start[name] <= upper))
        throw new InvalidInput(name, `found ${start[name]}, its bounds are [${lower}, ${upper}].`);
      return { ...parameter, init: start[name] };
    }),
  };
}

/** What the model expects at its start values, as data: counts need not be whole. */
export function asimovOf(model: HistFactoryModel): ModelData {
  return asimovData(
    new Likelihood(model),
    Float64Array.from(model.parameters, ({ init }) => init),
  );
}

/** The model with these data in place of its own. */
export function withData(model: HistFactoryModel, { counts, aux }: ModelData): HistFactoryModel {
  return { ...model, observed: counts, parameters: model.parameters.map((p, k) => ({ ...p, aux: aux[k] })) };
}

/** The model with the counts of another one of the same channels. @throws InvalidInput where channels or bins differ. */
export function withCountsOf(model: HistFactoryModel, other: HistFactoryModel): HistFactoryModel {
  const observed = new Float64Array(model.bins);
  const names = other.channels.map(({ name }) => name);
  for (const { name, first, bins } of model.channels) {
    const match = other.channels.find((channel) => channel.name === name);
    if (match === undefined) throw unknownName('data', 'channel', name, names);
    if (match.bins !== bins) throw new InvalidInput('data', `'${name}' has ${match.bins} bins there and ${bins} here.`);
    observed.set(other.observed.subarray(match.first, match.first + bins), first);
  }
  return { ...model, observed };
}
