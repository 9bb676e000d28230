import { drawFigure, type FigureDescription, type FigureFrame } from 'spillway/plots';
import type { Dress } from '../search/drawn-report.ts';

/** A figure drawn for the page, and where its frame lies. */
export function drawnPicture(figure: FigureDescription, { dark, narrow }: Dress) {
  let frame: FigureFrame | undefined;
  const svg = drawFigure(figure, {
    style: dark ? 'dark' : 'paper',
    layout: narrow ? 'narrow' : 'wide',
    onFrame: (found) => {
      frame = found;
    },
  });
  return { svg, frame };
}
