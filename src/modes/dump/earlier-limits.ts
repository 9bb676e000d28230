import type { DumpSearchDocument } from '../../search/dump-search.ts';
import { limitsForModel } from '../../search/limit-for-model.ts';
import type { PublishedLimit } from '../../search/published-limit.ts';

/** The limits on a model that are not what one of the searches published. */
export function earlierLimits(
  limits: readonly PublishedLimit[],
  model: string,
  searches: readonly DumpSearchDocument[],
): PublishedLimit[] {
  const own = new Set(searches.map(({ published }) => published.limit));
  return limitsForModel(limits, model).filter(({ id, y }) => y.quantity === 'coupling' && !own.has(id));
}
