import type { GenericSchema } from 'valibot';
import type { FigureLook } from './drawing/figure-look.ts';
import type { FigureText } from './drawing/text/figure-text.ts';

/**
 * One kind of figure: the word in its `kind`, what it shows in one sentence, the shape of its data, and the drawing.
 * A file in `kinds/` that exports one by default is all that a new kind needs.
 */
export interface FigureKind<F extends FigureText & { kind: string }> {
  readonly kind: F['kind'];
  readonly shows: string;
  /** Shape of the data when they come from a file; unknown keys are refused. */
  readonly schema: GenericSchema<unknown, F>;
  /** The SVG document. Throws InvalidInput for data that do not fit together. */
  draw(figure: F, look?: FigureLook): string;
}

/** A kind of figure, as it is; gives the compiler its type. */
export function defineFigureKind<F extends FigureText & { kind: string }>(kind: FigureKind<F>): FigureKind<F> {
  return kind;
}
