import { InvalidInput } from '../schema/index.ts';
import { requireNumbers } from './drawing/checked-input.ts';
import { Drawing, fontSize } from './drawing/drawing.ts';
import type { FigureText } from './drawing/figure-text.ts';
import { hatchFill } from './drawing/hatching.ts';
import { horizontalBar, markerAt } from './drawing/markers.ts';
import { bandColours, okabeIto } from './drawing/palette.ts';
import { openPanel, type Panel } from './drawing/panel.ts';
import { labelAt, textWidth } from './drawing/rich-text.ts';
import { rowLayout, rowsHeight } from './drawing/row-layout.ts';
import { element, segment } from './drawing/svg-text.ts';

/**
 * A nuisance parameter after a fit: its pull (fitted − nominal)/prior error, its fitted error in prior errors, and what
 * a shift by its fitted error up and down does to the parameter of interest. A free parameter has no pull (null).
 */
export interface NuisanceRow {
  name: string;
  pull: number | null;
  error: number | null;
  impact?: { up: number; down: number };
}

/** Pulls of nuisance parameters beside their impacts on one parameter, largest impact first. */
export interface PullsFigure extends FigureText {
  kind: 'pulls';
  /** The parameter of interest, for the axis of the impacts. */
  parameter: string;
  unit?: string;
  rows: readonly NuisanceRow[];
}

const upColour = okabeIto.blue;
const downColour = okabeIto.orange;

/** The SVG of pulls and impacts. Throws InvalidInput without rows, for a non-finite number or a negative error. */
export function drawPulls(figure: PullsFigure): string {
  requireNumbers(figure);
  check(figure);
  const reach = (row: NuisanceRow): number =>
    row.impact === undefined ? -1 : Math.max(Math.abs(row.impact.up), Math.abs(row.impact.down));
  const rows = figure.rows.toSorted((a, b) => reach(b) - reach(a));
  const impacts = rows.some((row) => row.impact !== undefined);
  const drawing = new Drawing(figure, 'pulls', 820, rowsHeight(rows.length, 30, 150));
  const layout = rowLayout(drawing, rows, { top: 26, bottom: 58, right: 16 }, 270);
  const { frame } = layout;
  const yDomain = [rows.length, 0] as const;
  const widest = Math.max(0, ...rows.map((row) => (row.pull === null ? 0 : Math.abs(row.pull) + (row.error ?? 0))));
  const end = Math.max(2.4, 1.1 * widest);
  const pulls = openPanel(drawing, {
    box: impacts ? { ...frame, width: frame.width * 0.47 } : frame,
    xAxis: { label: '(fitted − nominal) / prior error' },
    yAxis: { label: '' },
    xDomain: [-end, end],
    yDomain,
    yTicks: 'none',
    name: 'pulls',
  });
  drawPullPanel(pulls, rows, layout.middle);
  pulls.close();
  if (impacts) {
    const most = Math.max(...rows.map(reach));
    const panel = openPanel(drawing, {
      box: { ...frame, x: frame.x + frame.width * 0.53, width: frame.width * 0.47 },
      xAxis: { label: `impact on ${figure.parameter}`, ...(figure.unit === undefined ? {} : { unit: figure.unit }) },
      yAxis: { label: '' },
      xDomain: most > 0 ? [-1.15 * most, 1.15 * most] : [-1, 1],
      yDomain,
      yTicks: 'none',
      name: 'impacts',
    });
    drawImpacts(drawing, panel, rows, layout.middle, layout.rowHeight * 0.6);
    panel.close();
    drawing.add(key(drawing, panel.box.x + 4, frame.y - 10));
  }
  layout.names();
  drawing.heading({ ...frame, x: drawing.inside.x, y: frame.y - 24, width: drawing.inside.width });
  return drawing.close();
}

function drawPullPanel(panel: Panel, rows: readonly NuisanceRow[], middle: (i: number) => number): void {
  const { box } = panel;
  for (const [width, fill] of [
    [2, bandColours.twoSigma],
    [1, bandColours.oneSigma],
  ] as const) {
    const left = panel.x.at(-width);
    const band = { x: left, y: box.y, width: panel.x.at(width) - left, height: box.height };
    panel.add(element('rect', { ...band, fill, 'fill-opacity': '0.55' }));
  }
  const zero = panel.x.at(0);
  panel.add(segment([zero, box.y], [zero, box.y + box.height], { stroke: '#444', 'stroke-dasharray': '4 4' }));
  rows.forEach((row, i) => {
    const y = middle(i);
    if (row.pull === null) {
      panel.add(labelAt(zero, y + 5, 'free', { size: 14, anchor: 'middle', italic: true, halo: true }));
      return;
    }
    const error = row.error ?? 0;
    panel.add(
      horizontalBar(y, panel.x.at(row.pull - error), panel.x.at(row.pull + error), '#000', 4),
      markerAt('circle', panel.x.at(row.pull), y, 5, '#000'),
    );
  });
}

function drawImpacts(
  drawing: Drawing,
  panel: Panel,
  rows: readonly NuisanceRow[],
  middle: (i: number) => number,
  height: number,
): void {
  const zero = panel.x.at(0);
  rows.forEach((row, i) => {
    if (row.impact === undefined) return;
    // Where both shifts push the same way the bars share the row, so that neither hides the other.
    const same = row.impact.up * row.impact.down > 0;
    for (const way of ['up', 'down'] as const) {
      const tip = panel.x.at(row.impact[way]);
      const bar = {
        x: Math.min(zero, tip),
        y: middle(i) - height / 2 + (same && way === 'down' ? height / 2 : 0),
        width: Math.abs(tip - zero),
        height: same ? height / 2 : height,
        stroke: '#000',
        'stroke-width': 0.8,
      };
      panel.add(element('rect', { ...bar, fill: way === 'up' ? upColour : downColour }));
      if (way === 'down') panel.add(element('rect', { ...bar, fill: hatchFill(drawing, '#7a5200') }));
    }
  });
  panel.add(segment([zero, panel.box.y], [zero, panel.box.y + panel.box.height]));
}

function key(drawing: Drawing, x: number, y: number): string {
  const size = fontSize.legend - 1;
  const words = ['+1σ', '−1σ'];
  const box = { y: y - 12, width: 22, height: 13, stroke: '#000', 'stroke-width': 0.8 };
  const next = x + 30 + textWidth(words[0], size) + 12;
  return (
    element('rect', { x, ...box, fill: upColour }) +
    labelAt(x + 28, y, words[0], { size }) +
    element('rect', { x: next, ...box, fill: downColour }) +
    element('rect', { x: next, ...box, fill: hatchFill(drawing, '#7a5200') }) +
    labelAt(next + 28, y, words[1], { size })
  );
}

function check(figure: PullsFigure): void {
  if (figure.rows.length === 0) throw new InvalidInput('rows', 'pulls need at least one nuisance parameter');
  figure.rows.forEach((row, i) => {
    if (row.error !== null && row.error < 0) {
      throw new InvalidInput(`rows[${i}].error`, `${row.error} is negative; an error is zero or more`);
    }
  });
}
