import { type BranchingRatio, generatedRangeFactor } from '../../physics/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { DecaySample } from '../decay-sample.ts';
import type { SearchDocument } from '../kaon-search.ts';

/** The branching ratio of everything that the sample generates, when the listed one holds in a region. */
function ofGenerated<S extends DecaySample & { readonly branchingRatio: BranchingRatio }>(sample: S, where: string): S {
  const { regions, ...listed } = sample.branchingRatio;
  if (regions === undefined) return sample;
  try {
    const { hidden, models } = sample;
    const { value, error } = generatedRangeFactor(sample.decay, regions, {
      ...(hidden === undefined ? {} : { hidden }),
      ...(models === undefined ? {} : { models }),
    });
    if (value === 1) return sample;
    const relative = Math.sqrt(
      (listed.error / listed.value) * (listed.error / listed.value) + (error / value) * (error / value),
    );
    const note = `listed: ${listed.value} for ${Object.values(regions).join(', ')}; here for all that is generated`;
    const total = listed.value * value;
    return { ...sample, branchingRatio: { ...listed, value: total, error: total * relative, note } };
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(`${where}.branchingRatio`, error.message);
    throw error;
  }
}

/**
 * The search with every branching ratio that holds in a region of phase space turned into that of what its sample
 * generates: events are counted as flux × branching ratio × Σw selected / Σw generated. Throws InvalidInput when no
 * amplitude knows the region.
 */
export function withGeneratedRanges(search: SearchDocument): SearchDocument {
  const { normalisation } = search;
  return {
    ...search,
    normalisation:
      'branchingRatio' in normalisation ? ofGenerated(normalisation, `${search.id}.normalisation`) : normalisation,
    backgrounds: Object.fromEntries(
      Object.entries(search.backgrounds).map(([name, sample]) => [
        name,
        ofGenerated(sample, `${search.id}.backgrounds.${name}`),
      ]),
    ),
  };
}
