import { InvalidInput } from '../../schema/index.ts';
import type { KaonReading } from './kaon-reading.ts';
import { kaonReadingFiles } from './registry.ts';

export type { KaonReading, PredictedDecay } from './kaon-reading.ts';

/** Every way in which a mass scan of a kaon search says something of a model. */
export const kaonReadings: readonly KaonReading[] = Object.values(kaonReadingFiles);

/** The reading of a search for a model. InvalidInput, with the pairs there are, where there is none. */
export function kaonReading(search: string, model: string): KaonReading {
  const found = kaonReadings.find((one) => one.search === search && one.model === model);
  if (found !== undefined) return found;
  const known = kaonReadings.map((one) => `${one.model} by ${one.search}`);
  throw new InvalidInput(
    'searches',
    `'${search}' is no search behind a dump and says nothing of '${model}'; of kaon searches there are ${known.join(', ')}.`,
  );
}
