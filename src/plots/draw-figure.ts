import { unknownName } from '../schema/index.ts';
import { type BrazilFigure, drawBrazil } from './brazil.ts';
import { type CurvesFigure, drawCurves } from './curves.ts';
import { type CutFlowFigure, drawCutFlow } from './cut-flow.ts';
import { drawErrorBudget, type ErrorBudgetFigure } from './error-budget.ts';
import { drawExclusion, type ExclusionFigure } from './exclusion.ts';
import { drawForest, type ForestFigure } from './forest.ts';
import { drawHistogram, type HistogramFigure } from './histogram.ts';
import { drawLikelihoodContours, type LikelihoodContoursFigure } from './likelihood-contours.ts';
import { drawLikelihoodScan, type LikelihoodScanFigure } from './likelihood-scan.ts';
import { drawLimitSummary, type LimitSummaryFigure } from './limit-summary.ts';
import { drawMap, type MapFigure } from './map.ts';
import { drawPValueScan, type PValueScanFigure } from './p-value-scan.ts';
import { drawPlane, type PlaneFigure } from './plane.ts';
import { drawPulls, type PullsFigure } from './pulls.ts';

/** Every kind of figure as plain data that survives JSON: a run stores these, and any front end draws them. */
export type FigureDescription =
  | BrazilFigure
  | CurvesFigure
  | CutFlowFigure
  | ErrorBudgetFigure
  | ExclusionFigure
  | ForestFigure
  | HistogramFigure
  | LikelihoodContoursFigure
  | LikelihoodScanFigure
  | LimitSummaryFigure
  | MapFigure
  | PlaneFigure
  | PullsFigure
  | PValueScanFigure;

const drawers: { [K in FigureDescription['kind']]: (figure: Extract<FigureDescription, { kind: K }>) => string } = {
  brazil: drawBrazil,
  curves: drawCurves,
  'cut-flow': drawCutFlow,
  'error-budget': drawErrorBudget,
  exclusion: drawExclusion,
  forest: drawForest,
  histogram: drawHistogram,
  'likelihood-contours': drawLikelihoodContours,
  'likelihood-scan': drawLikelihoodScan,
  'limit-summary': drawLimitSummary,
  map: drawMap,
  'p-value-scan': drawPValueScan,
  plane: drawPlane,
  pulls: drawPulls,
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
