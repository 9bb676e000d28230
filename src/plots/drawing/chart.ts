import { dataDomain } from './domain.ts';
import { type Box, Drawing } from './drawing.ts';
import type { AxisText, FigureText } from './figure-text.ts';
import { type LegendCorner, type LegendEntry, legendMarkup, legendSize } from './legend.ts';
import { notesMarkup, notesSize } from './notes.ts';
import { openPanel, type Panel, yAxisRoom } from './panel.ts';

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

/** A longer legend stands beside the frame, where it takes no height from the content. */
const mostInside = 6;

/** Lays out drawing, panels, legend and notes. Content goes in with `panel.add`; `close` gives the document. */
export function openChart(request: ChartRequest): Chart {
  const entries = request.legend ?? [];
  const legend = legendSize(entries);
  const corner = request.legendAt ?? (entries.length > mostInside ? 'right' : 'top-right');
  const beside = corner === 'right' && entries.length > 0;
  const drawing = new Drawing(
    request.text,
    request.kind,
    (request.width ?? 720) + (beside ? Math.round(legend.width) : 0),
    request.height,
  );
  const notes = notesSize(request.text.notes ?? []);
  const inside = drawing.inside;
  const bottomRoom = 56;
  const full: Box = { x: inside.x, y: inside.y, width: inside.width, height: inside.height - bottomRoom };
  const share = request.below === undefined ? 0 : (request.below.share ?? 0.27);
  const mainHeight = full.height * (1 - share) - (share > 0 ? 8 : 0);

  const xDomain = dataDomain(request.x.axis, request.x.data, { padding: request.x.padding ?? 0 });
  const topLegend = corner === 'top-left' || corner === 'top-right' ? legend.height : 0;
  const sideBySide = legend.width + notes.width < full.width - 120;
  const stacked = sideBySide ? Math.max(topLegend, notes.height) : topLegend + notes.height;
  const headroom = request.y.headroom === true && stacked > 0 ? Math.min(0.6, (stacked + 16) / mainHeight) : 0;
  const yDomain = dataDomain(request.y.axis, request.y.data, {
    padding: request.y.padding ?? 0.05,
    headroom,
    fromZero: request.y.fromZero === true,
  });

  let left = yAxisRoom(request.y.axis, yDomain, mainHeight);
  if (request.below !== undefined) {
    left = Math.max(left, yAxisRoom(request.below.axis, request.below.range, full.height * share));
  }
  const right = beside ? legend.width + 22 : (request.rightRoom ?? 22);
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
  const chart: Chart = {
    drawing,
    panel,
    close: () => {
      panel.close();
      chart.lower?.close();
      drawing.heading(frame);
      drawing.add(legendMarkup(entries, corner, frame, drawing));
      drawing.add(notesMarkup(request.text.notes ?? [], corner, frame, sideBySide ? 0 : legend.height));
      return drawing.close();
    },
  };
  if (request.below !== undefined) {
    const top = frame.y + frame.height + 8;
    chart.lower = openPanel(drawing, {
      box: { x: frame.x, y: top, width: frame.width, height: full.y + full.height - top },
      xAxis: request.x.axis,
      yAxis: request.below.axis,
      xDomain,
      yDomain: request.below.range,
      name: 'lower',
    });
  }
  return chart;
}
