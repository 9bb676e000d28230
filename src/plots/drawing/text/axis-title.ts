import type { Box } from '../drawing.ts';
import type { LetterSizes } from '../figure-look.ts';
import { type AxisText, axisTitle } from './figure-text.ts';
import { wrapLabel } from './fit-label.ts';
import { labelAt, plainText, textWidth } from './rich-text.ts';

const leading = 1.2;

/** A symbol of one or two letters, which would be misread when turned (ε as ω). */
function isSymbol(axis: AxisText): boolean {
  return Array.from(plainText(axis.label)).length <= 2 && axis.label !== '';
}

/** The title without its label: unit and power of ten in brackets, or nothing. */
function bracketOf(axis: AxisText, power: number): string {
  return axisTitle({ ...axis, label: '' }, power).trim();
}

function linesOf(axis: AxisText, power: number, room: number, letters: LetterSizes): string[] {
  return wrapLabel(axisTitle(axis, power), letters.title, room, { most: 2 });
}

/** Room left of the labels of a y axis that its title takes. */
export function axisTitleRoom(axis: AxisText, power: number, letters: LetterSizes, height: number): number {
  if (axis.label === '') return 10;
  if (isSymbol(axis)) return Math.max(1.5 * letters.title, textWidth(axis.label, letters.title) + 12);
  return (0.3 + leading * linesOf(axis, power, height, letters).length) * letters.title;
}

/** Height of the title of an x axis; the room is somewhat more than the frame is wide. */
export function xTitleHeight(axis: AxisText, width: number, letters: LetterSizes): number {
  return leading * letters.title * linesOf(axis, 5, width + 20, letters).length;
}

/** Titles of both axes. A symbol on the y axis stands upright, its unit turned below it. */
export function axisTitleMarkup(
  box: Box,
  request: { xAxis: AxisText; yAxis: AxisText; bareBottom?: boolean },
  powers: { x: number; y: number },
  widest: number,
  letters: LetterSizes,
): string {
  const size = letters.title;
  const found: string[] = [];
  if (request.bareBottom !== true && request.xAxis.label !== '') {
    const top = box.y + box.height + letters.tick + 5;
    linesOf(request.xAxis, powers.x, box.width + 20, letters).forEach((line, i) => {
      found.push(labelAt(box.x + box.width, top + (i + 1) * leading * size, line, { size, anchor: 'end' }));
    });
  }
  const { yAxis } = request;
  if (yAxis.label === '') return found.join('');
  const right = box.x - widest - 16;
  if (isSymbol(yAxis)) {
    found.push(labelAt(right, box.y + 0.8 * size, yAxis.label, { size, anchor: 'end' }));
    const unit = bracketOf(yAxis, powers.y);
    if (unit !== '') found.push(labelAt(right, box.y + 1.5 * size, unit, { size, anchor: 'end', turn: -90 }));
    return found.join('');
  }
  const lines = linesOf(yAxis, powers.y, box.height, letters);
  lines.forEach((line, i) => {
    const x = right - (lines.length - 1 - i) * leading * size - 2;
    found.push(labelAt(x, box.y, line, { size, anchor: 'end', turn: -90 }));
  });
  return found.join('');
}
