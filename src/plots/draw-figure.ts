import { unknownName } from '../schema/index.ts';
import type { FigureLook } from './drawing/figure-look.ts';
import { figures } from './kinds/index.ts';

type Kinds = typeof figures;

/** The data of one kind of figure, by its name. */
export type FigureOf<K extends keyof Kinds> = Parameters<Kinds[K]['draw']>[0];

/** Every kind of figure as plain data that survives JSON: a run stores these, and any front end draws them. */
export type FigureDescription = { [K in keyof Kinds]: FigureOf<K> }[keyof Kinds];

/** The kinds of figure there are. */
export const figureKinds = Object.keys(figures) as readonly FigureDescription['kind'][];

/**
 * The SVG document of a figure: one self-contained text, the same for the same description and look in every engine.
 * Throws InvalidInput for an unknown kind or data that do not fit together.
 */
export function drawFigure(figure: FigureDescription, look?: FigureLook): string {
  const kind = figures[figure.kind] as { draw(figure: FigureDescription, look?: FigureLook): string } | undefined;
  if (kind === undefined) throw unknownName('kind', 'kind of figure', String(figure.kind), figureKinds);
  return kind.draw(figure, look);
}
