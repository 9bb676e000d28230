import { unknownName } from '../schema/index.ts';
import { drawHistogram, type HistogramFigure } from './histogram.ts';

/** Every kind of figure as plain data that survives JSON: a run stores these, and any front end draws them. */
export type FigureDescription = HistogramFigure;

const drawers: { [K in FigureDescription['kind']]: (figure: Extract<FigureDescription, { kind: K }>) => string } = {
  histogram: drawHistogram,
};

/** The kinds of figure there are. */
export const figureKinds = Object.keys(drawers) as readonly FigureDescription['kind'][];

/**
 * The SVG document of a figure: one self-contained text, the same for the same description in every engine. Throws
 * InvalidInput for an unknown kind or data that do not fit together.
 */
export function drawFigure(figure: FigureDescription): string {
  const draw = drawers[figure.kind] as ((figure: FigureDescription) => string) | undefined;
  if (draw === undefined) throw unknownName('kind', 'kind of figure', String(figure.kind), figureKinds);
  return draw(figure);
}
