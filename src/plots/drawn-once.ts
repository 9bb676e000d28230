import { drawFigure, type FigureDescription } from './draw-figure.ts';

const drawings = new WeakMap<FigureDescription, { wide?: string; narrow?: string }>();

/**
 * The drawing of a figure, as `drawFigure`, made once for each layout and kept as long as the figure is: a file, a page and
 * a site show the same. For figures that nobody changes afterwards. Throws as `drawFigure`.
 */
export function drawnOnce(figure: FigureDescription, layout: 'wide' | 'narrow' = 'wide'): string {
  const known = drawings.get(figure) ?? {};
  drawings.set(figure, known);
  known[layout] ??= drawFigure(figure, { layout });
  return known[layout];
}
