import { type Projection, projectedFact, projectedMeasured, timesText } from '../../search/asking/projection.ts';
import type { Background, Normalisation, SearchDocument } from '../../search/kaon-search.ts';

/** How a search with kaons in flight is projected, in sentences. */
export const kaonProjection = (exposure: number): Projection => ({
  exposure,
  rules: [
    `A projection to ${timesText(exposure)} of the data: kaon decays, signal and every background are multiplied by ${Number(exposure.toPrecision(4))}, the single-event sensitivity is divided by it.`,
    'The statistical error of the normalisation count goes with 1/√exposure. Every other relative error stays: branching ratios, systematics, identification maps, cited backgrounds (whose statistical part is not published apart), the size of the simulation.',
    'Intensity, trigger and selection are those of the search. Nothing is observed, limits are expected ones, and nothing is compared with what was published.',
  ],
});

function normalisationAt(normalisation: Normalisation, exposure: number): Normalisation {
  return 'kaonDecays' in normalisation
    ? { ...normalisation, kaonDecays: projectedMeasured(normalisation.kaonDecays, exposure, 'relative') }
    : { ...normalisation, observed: projectedMeasured(normalisation.observed, exposure, 'counted') };
}

function backgroundAt({ published: _, ...background }: Background, exposure: number): Background {
  const { events } = background;
  return events === undefined ? background : { ...background, events: projectedMeasured(events, exposure, 'relative') };
}

const mapped = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]));

/**
 * A search at `exposure` times the exposure of its data: its counts scaled by the rules of `kaonProjection`, and without
 * what was published of it. A measurement from published counts alone is left out.
 */
export function projectedSearch(search: SearchDocument, exposure: number): SearchDocument {
  const { citedBackgrounds, pseudoSignal, published, analyses = {} } = search;
  const { earlierLimit } = published;
  return {
    ...search,
    normalisation: normalisationAt(search.normalisation, exposure),
    backgrounds: mapped(search.backgrounds, (background) => backgroundAt(background, exposure)),
    ...(citedBackgrounds === undefined
      ? {}
      : { citedBackgrounds: mapped(citedBackgrounds, (count) => projectedMeasured(count, exposure, 'relative')) }),
    ...(pseudoSignal === undefined ? {} : { pseudoSignal: projectedFact(pseudoSignal, exposure) }),
    analyses: Object.fromEntries(Object.entries(analyses).filter(([, { kind }]) => kind !== 'category measurement')),
    published: { rows: {}, ...(earlierLimit === undefined ? {} : { earlierLimit }) },
  };
}
