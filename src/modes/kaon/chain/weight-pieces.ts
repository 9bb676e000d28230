import { type CompiledDecay, compileDecay, type MomentumColumns, type Reweighting } from '../../../physics/index.ts';
import { unknownName } from '../../../schema/index.ts';
import type { DecaySample } from '../../../search/decay-sample.ts';
import type { WeightPieces } from '../../../stages/selection/tally.ts';
import type { SamplePlan } from '../run-plan.ts';

/** The decay of a sample, ready to be generated. Throws InvalidInput for a bad decay, hidden particle or amplitude. */
export function compiledDecayOf({ decay, hidden, models }: DecaySample): CompiledDecay {
  return compileDecay(decay, {
    ...(hidden === undefined ? {} : { hidden }),
    ...(models === undefined ? {} : { models }),
  });
}

/** A reweighting of a decay's amplitude by name. Throws InvalidInput with the nearest name. */
export function reweightingOf({ reweightings }: CompiledDecay, name: string, where: string): Reweighting {
  const found = reweightings.find((reweighting) => reweighting.name === name);
  if (found === undefined) {
    throw unknownName(
      where,
      'reweighting',
      name,
      reweightings.map((reweighting) => reweighting.name),
    );
  }
  return found;
}

/** Pieces of the weights of a batch for each template of a sample; templates of one reweighting share their columns. */
export function weightPieces(
  sample: SamplePlan,
  decay: CompiledDecay,
  momenta: readonly MomentumColumns[],
  capacity: number,
): { readonly pieces: WeightPieces; fill(count: number): void } {
  const sets = new Map<string, { reweighting: Reweighting; columns: Float64Array[] }>();
  const pieces = Object.values(sample.templates ?? {}).map(({ reweighting: name }) => {
    const known = sets.get(name);
    if (known !== undefined) return known.columns;
    const reweighting = reweightingOf(decay, name, `${sample.name}.templates`);
    const columns = reweighting.monomials.map(() => new Float64Array(capacity));
    sets.set(name, { reweighting, columns });
    return columns;
  });
  const all = [...sets.values()];
  return {
    pieces,
    fill(count) {
      for (const { reweighting, columns } of all) reweighting.evaluate(momenta, count, columns);
    },
  };
}
