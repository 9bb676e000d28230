import { exp, log } from '../../../math/elementary.ts';
import type { DumpRunDocument } from '../run-document.ts';

const percent = (ratio: number): string =>
  `${Math.round(100 * Math.abs(ratio - 1))} % ${ratio < 1 ? 'below' : 'above'}`;

/** Geometric mean of what is there; null of nothing. */
function typical(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null && value > 0);
  return known.length === 0 ? null : exp(known.reduce((sum, value) => sum + log(value), 0) / known.length);
}

/** What drives the differences from the published contour, in sentences with the numbers of this run; none without one. */
export function differenceParagraphs({ comparisons, publishedEdges, exclusion }: DumpRunDocument): string[] {
  if (comparisons.length === 0 || publishedEdges.length === 0 || exclusion === null) return [];
  const own = exclusion.contours[0].production;
  const sentences = comparisons.map(
    ({ production, points, rms, predictedEfficiency, fittingEfficiency, fittingRms }) => {
      const lower = typical(points.map(({ lowerRatio }) => lowerRatio));
      const upper = typical(points.map(({ upperRatio }) => upperRatio));
      const missing = points.filter(({ lowerRatio }) => lowerRatio === null).length;
      return [
        `\`${production}\`${production === own ? ' (our choice)' : ''}:`,
        lower === null
          ? 'excludes nothing at the published masses;'
          : `the lower edge lies ${percent(lower)} the published one on average,`,
        upper === null ? '' : `the upper edge ${percent(upper)};`,
        missing > 0 ? `${missing} of ${points.length} masses have no edge;` : '',
        `spread ${rms.toFixed(2)} in ln(coupling) at the predicted efficiency ${predictedEfficiency.toFixed(2)};`,
        `an efficiency of ${fittingEfficiency.toFixed(2)} would bring it to ${fittingRms.toFixed(2)}.`,
      ]
        .filter((part) => part !== '')
        .join(' ');
    },
  );
  const spread = publishedEdges.map(({ mass, allowed, events }) => {
    const counts = Object.values(events).map(([lower]) => lower);
    return { mass, allowed, least: Math.min(...counts), most: Math.max(...counts) };
  });
  const widest = spread.reduce((a, b) => (b.most / b.least > a.most / a.least ? b : a));
  const narrowest = spread.reduce((a, b) => (b.most / b.least < a.most / a.least ? b : a));
  return [
    ...sentences,
    `What drives it: on the published lower edge the production sets differ among themselves by a factor ${(narrowest.most / narrowest.least).toFixed(1)} at ${narrowest.mass} GeV and ${(widest.most / widest.least).toFixed(1)} at ${widest.mass} GeV, where they expect ${widest.least.toPrecision(2)} to ${widest.most.toPrecision(2)} events and ${widest.allowed.toPrecision(3)} are allowed. The lower edge moves with the fourth root of the yield, so that the production model, which is not published, is larger than all else; the efficiency enters in the same way and cannot be told apart from it by these edges. The upper edge is set by the hardest particles and hardly feels either; where it differs, the selection of soft or narrow pairs does.`,
    'The efficiency that would fit is printed to show how far it is from the predicted one. It is used nowhere.',
  ];
}
