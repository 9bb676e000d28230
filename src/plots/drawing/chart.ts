import { dataDomain } from './domain.ts';
import { type Box, Drawing } from './drawing.ts';
import { type FigureLook, lettersOf, narrowWidth } from './figure-look.ts';
import { type LegendCorner, type LegendEntry, legendBelow, legendMarkup, legendRows, legendSize } from './legend.ts';
import { openPanel, type Panel, xAxisRoom, yAxisRoom } from './panel.ts';
import type { Scale } from './scale.ts';
import type { AxisText, FigureText } from './text/figure-text.ts';
import { linesMarkup, noteLines, notesMarkup, notesSize } from './text/notes.ts';

/** A figure with one panel (and perhaps a smaller one below), a legend and notes: what most kinds of plot are. */
export interface Chart {
  drawing: Drawing;
  panel: Panel;
  /** The lower panel, where one was asked for. */
  lower?: Panel;
  /** The finished SVG document. */
  close(): string;
}

/** What a chart is asked for; `data` are the values that an axis without a range of its own must show. */
export interface ChartRequest {
  kind: string;
  text: FigureText;
  look?: FigureLook | undefined;
  x: { axis: AxisText; data: Iterable<number>; padding?: number };
  y: { axis: AxisText; data: Iterable<number>; padding?: number; headroom?: boolean; fromZero?: boolean };
  legend?: readonly LegendEntry[];
  legendAt?: LegendCorner | undefined;
  /** Axis, range and share of the height of a panel below. */
  below?: { axis: AxisText; range: readonly [number, number]; share?: number } | undefined;
  tickColour?: string;
  rightRoom?: number;
  width?: number;
  height?: number;
}

/** A longer legend stands below the frame, where it takes no height from the content. */
const mostInside = 6;

/** Lays out drawing, panels, legend and notes. Content goes in with `panel.add`; `close` gives the document. */
export function openChart(request: ChartRequest): Chart {
  const entries = request.legend ?? [];
  const narrow = request.look?.layout === 'narrow';
  const corner = narrow ? 'below' : (request.legendAt ?? (entries.length > mostInside ? 'below' : 'top-right'));
  const letters = lettersOf(request.look ?? {});
  const beside = corner === 'right' && entries.length > 0;
  const legend = legendSize(entries, letters);
  const width = narrow ? narrowWidth : (request.width ?? 720) + (beside ? Math.round(legend.width) : 0);
  const outer = (request.text.width !== undefined && !narrow ? request.text.width : width) - 16;
  const under =
    corner === 'below' ? legendRows(entries, outer - 12, letters).height + (entries.length > 0 ? 10 : 0) : 0;
  const noted = noteLines(request.text.notes ?? [], letters, narrow ? outer - 12 : 0.75 * outer);
  const notes = notesSize(noted, letters);
  const notesUnder = narrow && noted.length > 0 ? notes.height : 0;
  const bottomRoom = xAxisRoom(request.x.axis, outer - 100, letters);
  const below = request.below;
  const share = below === undefined ? 0 : (below.share ?? 0.27);
  const drawing = new Drawing(request.text, request.kind, request.look, {
    width,
    ...(narrow
      ? { content: (share > 0 ? 360 : 300) + bottomRoom + under + notesUnder }
      : { height: (request.height ?? 540) + under }),
  });
  const inside = drawing.inside;
  const full: Box = { ...inside, height: inside.height - bottomRoom - under - notesUnder };
  const mainHeight = full.height * (1 - share) - (share > 0 ? 8 : 0);

  const xDomain = dataDomain(request.x.axis, request.x.data, { padding: request.x.padding ?? 0 });
  const topLegend = corner === 'top-left' || corner === 'top-right' ? legend.height : 0;
  const inNotes = narrow ? { width: 0, height: 0 } : notes;
  const sideBySide = (topLegend === 0 ? 0 : legend.width) + inNotes.width < full.width - 120;
  const stacked = sideBySide ? Math.max(topLegend, inNotes.height) : topLegend + inNotes.height;
  const headroom = request.y.headroom === true && stacked > 0 ? Math.min(0.6, (stacked + 16) / mainHeight) : 0;
  const yDomain = dataDomain(request.y.axis, request.y.data, {
    padding: request.y.padding ?? 0.05,
    headroom,
    fromZero: request.y.fromZero === true,
  });

  let left = yAxisRoom(request.y.axis, yDomain, mainHeight, letters);
  if (below !== undefined) left = Math.max(left, yAxisRoom(below.axis, below.range, full.height * share, letters));
  const right = beside ? legend.width + 22 : (request.rightRoom ?? (narrow ? 12 : 22));
  const frame: Box = { x: full.x + left, y: full.y, width: full.width - left - right, height: mainHeight };
  const panel = openPanel(drawing, {
    box: frame,
    xAxis: request.x.axis,
    yAxis: request.y.axis,
    xDomain,
    yDomain,
    bareBottom: share > 0,
    ...(request.tickColour === undefined ? {} : { tickColour: request.tickColour }),
  });
  const span = ({ kind, domain: [from, to] }: Scale) => ({ scale: kind, from, to });
  request.look?.onFrame?.({
    left: frame.x / drawing.width,
    right: (frame.x + frame.width) / drawing.width,
    top: frame.y / drawing.height,
    bottom: (frame.y + frame.height) / drawing.height,
    x: span(panel.x),
    y: span(panel.y),
  });
  const reserved = reservedBoxes(corner, frame, legend, narrow ? undefined : inNotes, sideBySide);
  const chart: Chart = {
    drawing,
    panel,
    close: () => {
      for (const taken of reserved) panel.reserve(taken);
      panel.close();
      chart.lower?.close();
      drawing.heading(frame);
      const foot = inside.y + inside.height - under - notesUnder;
      drawing.add(
        corner === 'below'
          ? legendBelow(entries, inside.x + 6, foot + 4, outer - 12, drawing)
          : legendMarkup(entries, corner, frame, drawing),
        narrow
          ? linesMarkup(noted, inside.x + 6, foot + under + letters.note + 2, drawing)
          : notesMarkup(noted, corner, frame, sideBySide ? 0 : legend.height, drawing),
      );
      return drawing.close();
    },
  };
  if (below !== undefined) {
    const top = frame.y + frame.height + 8;
    chart.lower = openPanel(drawing, {
      box: { x: frame.x, y: top, width: frame.width, height: full.y + full.height - top },
      xAxis: request.x.axis,
      yAxis: below.axis,
      xDomain,
      yDomain: below.range,
      name: 'lower',
    });
  }
  return chart;
}

/** What legend and notes take inside the frame, so that names keep clear of it. */
function reservedBoxes(
  corner: LegendCorner,
  frame: Box,
  legend: { width: number; height: number },
  notes: { width: number; height: number } | undefined,
  sideBySide: boolean,
): Box[] {
  const found: Box[] = [];
  if (legend.height > 0 && corner !== 'right' && corner !== 'below') {
    found.push({
      x: corner.endsWith('left') ? frame.x + 13 : frame.x + frame.width - 13 - legend.width,
      y: corner.startsWith('top') ? frame.y + 13 : frame.y + frame.height - 13 - legend.height,
      ...legend,
    });
  }
  if (notes !== undefined && notes.height > 0) {
    const right = corner === 'top-left' && sideBySide;
    const y = frame.y + 8 + (!sideBySide && corner.startsWith('top') ? legend.height : 0);
    found.push({ x: right ? frame.x + frame.width - notes.width : frame.x + 8, y, ...notes });
  }
  return found;
}
