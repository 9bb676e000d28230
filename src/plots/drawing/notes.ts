import { type Box, fontSize } from './drawing.ts';
import type { LegendCorner } from './legend.ts';
import { labelAt, textWidth } from './rich-text.ts';

const lineHeight = 22;

/** Room in canvas units that lines of text inside a frame take. */
export function notesSize(notes: readonly string[]): { width: number; height: number } {
  if (notes.length === 0) return { width: 0, height: 0 };
  return {
    width: 28 + Math.max(...notes.map((note) => textWidth(note, fontSize.note))),
    height: 14 + notes.length * lineHeight,
  };
}

/** Lines of text inside a frame, in the upper corner that the legend leaves free, or `shift` below the legend. */
export function notesMarkup(notes: readonly string[], legendAt: LegendCorner, frame: Box, shift: number): string {
  const below = legendAt === 'top-left' && shift > 0 ? shift : 0;
  const atRight = legendAt === 'top-left' && below === 0;
  const top = (legendAt === 'top-right' && shift > 0 ? shift : below) + frame.y + 26;
  const x = atRight ? frame.x + frame.width - 20 : frame.x + 20;
  return notes
    .map((note, i) =>
      labelAt(x, top + i * lineHeight, note, {
        size: fontSize.note,
        anchor: atRight ? 'end' : 'start',
        halo: true,
      }),
    )
    .join('');
}
