export { drawFigure, type FigureDescription, figureKinds } from './draw-figure.ts';
export type { HistogramFigure } from './histogram.ts';
