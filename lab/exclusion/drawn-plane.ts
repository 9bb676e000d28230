import type { ExclusionFigure, FigureDescription, FigureFrame } from 'spillway/plots';
import { drawnPicture } from '../parts/drawn-picture.ts';
import type { Dress } from '../search/drawn-report.ts';
import type { PlaneState } from './state.ts';

/** Which contours are drawn. */
export type Lines = PlaneState['lines'];

/** A picture, and where its frame lies. */
export interface DrawnPlane {
  readonly svg: string;
  readonly frame: FigureFrame | undefined;
  /** The data of the picture, as `spillway plot` takes it. */
  readonly figure: string;
}

/** Names of contours that are left out. */
const HIDDEN: Readonly<Record<Lines, RegExp>> = { both: /^$/, observed: /expected/, expected: /observed|^new$/ };

/** The figure with some of its contours; all where nothing would be left. */
function shownLines(figure: ExclusionFigure, lines: Lines): ExclusionFigure {
  const left = <One extends { readonly name: string }>(all: readonly One[] = []): readonly One[] =>
    all.filter(({ name }) => !HIDDEN[lines].test(name));
  const some = { lines: left(figure.lines), bands: left(figure.bands) };
  return some.lines.length === 0 ? figure : { ...figure, ...some };
}

/** Draws a plane of mass and coupling. */
export function drawnPlane(figure: FigureDescription, lines: Lines, dress: Dress): DrawnPlane {
  const shown = figure.kind === 'exclusion' ? shownLines(figure, lines) : figure;
  return { ...drawnPicture(shown, dress), figure: JSON.stringify(shown, undefined, 2) };
}
