import { type Box, type Drawing, fontSize } from './drawing.ts';
import { hatchFill } from './hatching.ts';
import { type MarkerShape, markerAt } from './markers.ts';
import { labelAt, textWidth } from './rich-text.ts';
import { element, segment } from './svg-text.ts';

/** Where a legend stands: in a corner of the frame, or outside to its right. */
export type LegendCorner = 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left' | 'right';

/** One thing that a legend explains: a fill, a line, points, a band with its line, or a hatched area. */
export interface LegendEntry {
  name: string;
  fill?: string | undefined;
  opacity?: number | undefined;
  stroke?: string | undefined;
  dash?: string | undefined;
  marker?: MarkerShape | undefined;
  /** Colour of the marker; of the line, or black, where absent. */
  markerColour?: string | undefined;
  /** With a vertical error bar through the marker. */
  errorBar?: boolean;
  hatch?: string | undefined;
}

const row = 23;
const sample = 32;
const margin = 12;

/** Room in canvas units that the entries take, with margins. */
export function legendSize(entries: readonly LegendEntry[]): { width: number; height: number } {
  if (entries.length === 0) return { width: 0, height: 0 };
  const widest = Math.max(...entries.map((entry) => textWidth(entry.name, fontSize.legend)));
  return { width: 2 * margin + sample + 8 + widest, height: 2 * margin + row * entries.length - 8 };
}

/** The legend of a frame, in the corner asked for, on a white ground. */
export function legendMarkup(
  entries: readonly LegendEntry[],
  corner: LegendCorner,
  frame: Box,
  drawing: Drawing,
): string {
  if (entries.length === 0) return '';
  const size = legendSize(entries);
  const inset = 13;
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
  const lines = entries.map((entry, i) => {
    const middle = y + margin + 8 + i * row;
    return (
      sampleMarkup(entry, x + margin, middle, drawing) +
      labelAt(x + margin + sample + 8, middle + 5.5, entry.name, { size: fontSize.legend })
    );
  });
  const ground = element('rect', {
    x,
    y,
    width: size.width,
    height: size.height,
    fill: '#fff',
    'fill-opacity': '0.82',
  });
  return element('g', {}, ground, ...lines);
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
  if (entry.stroke !== undefined) {
    const line = { stroke: entry.stroke, 'stroke-width': 2.4, 'stroke-dasharray': entry.dash };
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
