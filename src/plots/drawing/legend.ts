import type { Box, Drawing } from './drawing.ts';
import type { LetterSizes } from './figure-look.ts';
import { hatchFill } from './marks/hatching.ts';
import { type MarkerShape, markerAt } from './marks/markers.ts';
import { cutLabel } from './text/fit-label.ts';
import { labelAt, textWidth } from './text/rich-text.ts';
import { element, segment } from './text/svg-text.ts';

/** Where a legend may stand: in a corner of the frame, outside to its right, or in rows below the axis. */
export const legendCorners = ['top-right', 'top-left', 'bottom-right', 'bottom-left', 'right', 'below'] as const;
/** Name of a place of a legend. */
export type LegendCorner = (typeof legendCorners)[number];

/** One thing that a legend explains: a fill, a line, points, a band with its line, or a hatched area. */
export interface LegendEntry {
  name: string;
  fill?: string | undefined;
  opacity?: number | undefined;
  stroke?: string | undefined;
  dash?: string | undefined;
  /** Width of the line; 2.4 where absent. */
  width?: number | undefined;
  marker?: MarkerShape | undefined;
  /** Colour of the marker; of the line, or black, where absent. */
  markerColour?: string | undefined;
  /** With a vertical error bar through the marker. */
  errorBar?: boolean;
  hatch?: string | undefined;
  /** Hatches the lower half of the sample: the side of a contour that is excluded. */
  hatchedSide?: string | undefined;
}

const sample = 32;
const margin = 12;
const gap = 8;

const rowOf = (letters: LetterSizes): number => Math.round(1.44 * letters.legend);

/** Room in canvas units that the entries take under each other, with margins. */
export function legendSize(
  entries: readonly LegendEntry[],
  letters: LetterSizes,
  room = Number.POSITIVE_INFINITY,
): { width: number; height: number } {
  if (entries.length === 0) return { width: 0, height: 0 };
  const widest = Math.max(...entries.map((entry) => textWidth(entry.name, letters.legend)));
  return {
    width: Math.min(room, 2 * margin + sample + gap + widest),
    height: 2 * margin + rowOf(letters) * entries.length - 8,
  };
}

/** The legend of a frame, in the corner asked for, on the colour of the ground; names wider than the frame are cut. */
export function legendMarkup(
  entries: readonly LegendEntry[],
  corner: Exclude<LegendCorner, 'below'>,
  frame: Box,
  drawing: Drawing,
): string {
  if (entries.length === 0) return '';
  const { letters } = drawing;
  const inset = 13;
  const size = legendSize(entries, letters, frame.width - 2 * inset);
  const x =
    corner === 'right'
      ? frame.x + frame.width + 4
      : corner.endsWith('left')
        ? frame.x + inset
        : frame.x + frame.width - inset - size.width;
  const y =
    corner === 'right'
      ? frame.y - 6
      : corner.startsWith('top')
        ? frame.y + inset
        : frame.y + frame.height - inset - size.height;
  const room = size.width - 2 * margin - sample - gap;
  const lines = entries.map((entry, i) =>
    entryMarkup(entry, x + margin, y + margin + 8 + i * rowOf(letters), room, drawing),
  );
  const ground = element('rect', { x, y, ...size, fill: '#fff', 'fill-opacity': '0.82' });
  return element('g', {}, ground, ...lines);
}

/** Where the entries of a legend below a frame stand: in rows from left to right. `height` is what they take. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  letters: LetterSizes,
): { places: { x: number; y: number; room: number }[]; height: number } {
  const needed = entries.map(({ name }) => Math.min(width, sample + gap + textWidth(name, letters.legend)));
  const between = 18;
  const widthsOf = (columns: number): number[] =>
    Array.from({ length: columns }, (_, c) => Math.max(...needed.filter((_, i) => i % columns === c)));
  const total = (widths: readonly number[]): number => widths.reduce((sum, own) => sum + own + between, -between);
  let columns = Math.min(entries.length, 5);
  while (columns > 1 && total(widthsOf(columns)) > width) columns -= 1;
  const widths = columns > 0 ? widthsOf(columns) : [];
  const spare = columns > 0 ? Math.max(0, (width - total(widths)) / columns) : 0;
  const starts = widths.map((_, c) => widths.slice(0, c).reduce((sum, own) => sum + own + between + spare, 0));
  const places = entries.map((_, i) => ({
    x: starts[i % columns],
    y: (Math.floor(i / columns) + 0.5) * rowOf(letters),
    room: Math.min(width, widths[i % columns]) - sample - gap,
  }));
  return { places, height: columns === 0 ? 0 : Math.ceil(entries.length / columns) * rowOf(letters) };
}

/** The legend in rows from (x, y) on, `width` wide. */
export function legendBelow(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
  width: number,
  drawing: Drawing,
): string {
  const { places } = legendRows(entries, width, drawing.letters);
  return entries
    .map((entry, i) => entryMarkup(entry, x + places[i].x, y + places[i].y, places[i].room, drawing))
    .join('');
}

function entryMarkup(entry: LegendEntry, x: number, middle: number, room: number, drawing: Drawing): string {
  const size = drawing.letters.legend;
  const name = cutLabel(entry.name, size, room);
  return (
    sampleMarkup(entry, x, middle, drawing) +
    labelAt(x + sample + gap, middle + 0.34 * size, name, {
      size,
      ...(name === entry.name ? {} : { title: entry.name }),
    })
  );
}

function sampleMarkup(entry: LegendEntry, x: number, middle: number, drawing: Drawing): string {
  const box = { x, y: middle - 7, width: sample, height: 14 };
  let found = '';
  if (entry.fill !== undefined) {
    const outlined = entry.stroke === undefined && entry.marker === undefined;
    found += element('rect', {
      ...box,
      fill: entry.fill,
      'fill-opacity': entry.opacity === undefined ? undefined : String(entry.opacity),
      stroke: outlined ? '#000' : undefined,
      'stroke-width': outlined ? 0.8 : undefined,
    });
  }
  if (entry.hatch !== undefined) {
    found += element('rect', {
      ...box,
      fill: hatchFill(drawing, entry.hatch),
      stroke: entry.hatch,
      'stroke-width': 0.8,
    });
  }
  if (entry.hatchedSide !== undefined) {
    found += element('rect', { x, y: middle, width: sample, height: 8, fill: hatchFill(drawing, entry.hatchedSide) });
  }
  if (entry.stroke !== undefined) {
    const line = { stroke: entry.stroke, 'stroke-width': entry.width ?? 2.4, 'stroke-dasharray': entry.dash };
    found += segment([x, middle], [x + sample, middle], line);
  }
  if (entry.marker !== undefined) {
    const colour = entry.markerColour ?? entry.stroke ?? '#000';
    if (entry.errorBar === true)
      found += segment([x + sample / 2, middle - 9], [x + sample / 2, middle + 9], { stroke: colour });
    found += markerAt(entry.marker, x + sample / 2, middle, 5, colour);
  }
  return found;
}
