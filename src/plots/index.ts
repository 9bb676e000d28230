export { type AxisChanges, type AxisName, changeAxes } from './change-axes.ts';
export { drawFigure, type FigureDescription, type FigureOf, figureKinds } from './draw-figure.ts';
export {
  type FigureFrame,
  type FigureLook,
  type FigureSpan,
  type FigureStyle,
  figureStyles,
} from './drawing/figure-look.ts';
export type { LegendCorner } from './drawing/legend.ts';
export type { DataPoints } from './drawing/marks/data-points.ts';
export type { MarkerShape } from './drawing/marks/markers.ts';
export type { MaskedRange } from './drawing/marks/masked-range.ts';
export type { PlaneRegion, RegionRole } from './drawing/marks/regions.ts';
export type { Rings } from './drawing/marks/rings.ts';
export type { AxisText, FigureText } from './drawing/text/figure-text.ts';
export { asGiven, significant, withError } from './drawing/text/number-text.ts';
export { type TextRun, textRuns } from './drawing/text/rich-text.ts';
export { figureFile, figureFormat, readFigure } from './figure-file.ts';
export { type BrazilFigure, drawBrazil } from './kinds/brazil.ts';
export { type CurvesFigure, drawCurves } from './kinds/curves.ts';
export { type CutFlowFigure, drawCutFlow, type EfficiencyInterval } from './kinds/cut-flow.ts';
export { drawErrorBudget, type ErrorBudgetFigure } from './kinds/error-budget.ts';
export { drawExclusion, type ExclusionFigure } from './kinds/exclusion.ts';
export { drawForest, type ForestFigure, type ForestRow, type RowRole } from './kinds/forest.ts';
export { drawHistogram, type HistogramFigure } from './kinds/histogram.ts';
export { drawLikelihoodContours, type LikelihoodContoursFigure } from './kinds/likelihood-contours.ts';
export { drawLikelihoodScan, type LikelihoodScanFigure } from './kinds/likelihood-scan.ts';
export { drawLimitSummary, type LimitSummaryFigure, type LimitSummaryRow } from './kinds/limit-summary.ts';
export { drawMap, type MapFigure } from './kinds/map.ts';
export { drawPValueScan, type PValueScanFigure } from './kinds/p-value-scan.ts';
export { drawPlane, type PlaneFigure } from './kinds/plane.ts';
export { drawPulls, type NuisanceRow, type PullsFigure } from './kinds/pulls.ts';
