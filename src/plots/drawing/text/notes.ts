import type { Box, Drawing } from '../drawing.ts';
import type { LetterSizes } from '../figure-look.ts';
import type { LegendCorner } from '../legend.ts';
import { wrapLabel } from './fit-label.ts';
import { labelAt, textWidth } from './rich-text.ts';

const lineHeight = (letters: LetterSizes): number => Math.round(1.38 * letters.note);

/** Notes as lines no wider than `room`. */
export function noteLines(notes: readonly string[], letters: LetterSizes, room: number): string[] {
  return notes.flatMap((note) => wrapLabel(note, letters.note, room));
}

/** Room in canvas units that lines of text inside a frame take. */
export function notesSize(lines: readonly string[], letters: LetterSizes): { width: number; height: number } {
  if (lines.length === 0) return { width: 0, height: 0 };
  return {
    width: 28 + Math.max(...lines.map((line) => textWidth(line, letters.note))),
    height: 14 + lines.length * lineHeight(letters),
  };
}

/** Lines of text inside a frame, in the upper corner that the legend leaves free, or `shift` below the legend. */
export function notesMarkup(
  lines: readonly string[],
  legendAt: LegendCorner,
  frame: Box,
  shift: number,
  drawing: Drawing,
): string {
  const below = legendAt === 'top-left' && shift > 0 ? shift : 0;
  const atRight = legendAt === 'top-left' && below === 0;
  const top = (legendAt === 'top-right' && shift > 0 ? shift : below) + frame.y + 26;
  const x = atRight ? frame.x + frame.width - 20 : frame.x + 20;
  return linesMarkup(lines, x, top, drawing, atRight ? 'end' : 'start');
}

/** Lines of text with the first base line at (x, y). */
export function linesMarkup(
  lines: readonly string[],
  x: number,
  y: number,
  drawing: Drawing,
  anchor: 'start' | 'end' = 'start',
): string {
  const { letters } = drawing;
  return lines
    .map((line, i) => labelAt(x, y + i * lineHeight(letters), line, { size: letters.note, anchor, halo: true }))
    .join('');
}
