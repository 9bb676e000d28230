import type { FigureDescription } from '../../plots/index.ts';

/** A figure of a report: its data, from which every front end draws it, and the name of its SVG file. */
export interface RunFigure {
  readonly name: string;
  readonly caption: string;
  readonly figure: FigureDescription;
  readonly wide: boolean;
}
