import type { DumpExperiment } from '../../experiments/dump-experiment.ts';
import { type Projection, projectedFact, projectedMeasured, timesText } from '../../search/asking/projection.ts';
import type { DumpBackground, DumpCount, DumpSearchDocument } from '../../search/dump-search.ts';

/** How a search behind a dump is projected, in sentences. */
export const dumpProjection = (exposure: number, { beam }: DumpExperiment): Projection => ({
  exposure,
  rules: [
    `A projection to ${Number((exposure * beam.protons.value).toPrecision(4))
      .toExponential()
      .replace(
        'e+',
        'e',
      )} protons on target, ${timesText(exposure)} of the data: signal and every background are multiplied by ${Number(exposure.toPrecision(4))}.`,
    'Relative errors stay: those of the protons, and those of the cited backgrounds, whose statistical part is not published apart. The count is the median of the background.',
    'Nothing is observed, limits and contours are expected ones, and nothing is compared with what was published.',
  ],
});

function countAt(count: DumpCount, exposure: number): DumpCount {
  if ('up' in count) return { ...projectedFact(count, exposure), up: count.up * exposure, down: count.down * exposure };
  return 'error' in count ? projectedMeasured(count, exposure, 'relative') : projectedFact(count, exposure);
}

/** A search at `exposure` times the exposure of its data; those that it is combined with are scaled as well. */
export function projectedDumpSearch(search: DumpSearchDocument, exposure: number): DumpSearchDocument {
  const { backgrounds, published } = search;
  const at = (background: DumpBackground): DumpBackground => ({
    ...background,
    regions: Object.fromEntries(
      Object.entries(background.regions).map(([region, count]) => [region, countAt(count, exposure)]),
    ),
  });
  const { combinedWith } = published;
  return {
    ...search,
    backgrounds: Object.fromEntries(Object.entries(backgrounds).map(([name, one]) => [name, at(one)])),
    published: {
      ...published,
      ...(combinedWith === undefined
        ? {}
        : {
            combinedWith: combinedWith.map((other) =>
              other.experiment === search.experiment ? projectedDumpSearch(other, exposure) : other,
            ),
          }),
    },
  };
}

/** An experiment with `exposure` times the protons, which has not run with them. */
export const projectedExperiment = (experiment: DumpExperiment, exposure: number): DumpExperiment => ({
  ...experiment,
  projected: true,
  beam: { ...experiment.beam, protons: projectedFact(experiment.beam.protons, exposure) },
});
