import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { bandColours, okabeIto } from '../drawing/colours/palette.ts';
import { Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf } from '../drawing/figure-look.ts';
import { figureText, maybe, number, text } from '../drawing/figure-schema.ts';
import { type LegendEntry, legendBelow, legendRows } from '../drawing/legend.ts';
import { hatchFill } from '../drawing/marks/hatching.ts';
import { horizontalBar, markerAt } from '../drawing/marks/markers.ts';
import { openPanel, type Panel, xAxisRoom } from '../drawing/panel.ts';
import { planRows, type RowLayout, rowLayout } from '../drawing/row-layout.ts';
import type { FigureText } from '../drawing/text/figure-text.ts';
import { labelAt } from '../drawing/text/rich-text.ts';
import { element, segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

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
export function drawPulls(figure: PullsFigure, look?: FigureLook): string {
  requireNumbers(figure);
  check(figure);
  const reach = (row: NuisanceRow): number =>
    row.impact === undefined ? -1 : Math.max(Math.abs(row.impact.up), Math.abs(row.impact.down));
  const rows = figure.rows.toSorted((a, b) => reach(b) - reach(a));
  const impacts = rows.some((row) => row.impact !== undefined);
  const letters = lettersOf(look ?? {});
  const narrow = look?.layout === 'narrow';
  const pullAxis = { label: narrow ? 'pull' : '(fitted − nominal) / prior error' };
  const impactAxis = {
    label: `impact on ${figure.parameter}`,
    ...(figure.unit === undefined ? {} : { unit: figure.unit }),
  };
  const plan = planRows(rows, look, { rowHeight: 30, widestName: 230 });
  const axisRoom = Math.max(xAxisRoom(pullAxis, 250, letters), xAxisRoom(impactAxis, narrow ? 140 : 250, letters));
  const legend: LegendEntry[] = impacts
    ? [
        { name: 'by +1σ', fill: upColour },
        { name: 'by −1σ', fill: downColour, hatch: '#7a5200' },
      ]
    : [];
  const bottom = axisRoom + (legend.length === 0 ? 0 : legendRows(legend, 340, letters).height + 8);
  const drawing = new Drawing(figure, 'pulls', look, { width: 720, content: plan.height + bottom + 6 });
  const layout = rowLayout(drawing, plan, { top: 6, bottom, right: narrow ? 4 : 16 });
  const { frame } = layout;
  const yDomain = [rows.length, 0] as const;
  const widest = Math.max(0, ...rows.map((row) => (row.pull === null ? 0 : Math.abs(row.pull) + (row.error ?? 0))));
  const end = Math.max(2.4, 1.1 * widest);
  const pulls = openPanel(drawing, {
    box: impacts ? { ...frame, width: frame.width * 0.47 } : frame,
    xAxis: pullAxis,
    yAxis: { label: '' },
    xDomain: [-end, end],
    yDomain,
    yTicks: 'none',
    name: 'pulls',
  });
  drawPullPanel(pulls, rows, layout.middle, letters.small);
  pulls.close();
  if (impacts) {
    const most = Math.max(...rows.map(reach));
    const panel = openPanel(drawing, {
      box: { ...frame, x: frame.x + frame.width * 0.53, width: frame.width * 0.47 },
      xAxis: impactAxis,
      yAxis: { label: '' },
      xDomain: most > 0 ? [-1.15 * most, 1.15 * most] : [-1, 1],
      yDomain,
      yTicks: 'none',
      name: 'impacts',
    });
    drawImpacts(drawing, panel, rows, layout);
    panel.close();
    const { inside } = drawing;
    drawing.add(legendBelow(legend, inside.x + 6, frame.y + frame.height + axisRoom, inside.width - 12, drawing));
  }
  layout.names();
  drawing.heading({ ...frame, x: drawing.inside.x, width: drawing.inside.width });
  return drawing.close();
}

function drawPullPanel(panel: Panel, rows: readonly NuisanceRow[], middle: (i: number) => number, size: number): void {
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
      panel.add(labelAt(zero, y + 5, 'free', { size, anchor: 'middle', italic: true, halo: true }));
      return;
    }
    const error = row.error ?? 0;
    panel.add(
      horizontalBar(y, panel.x.at(row.pull - error), panel.x.at(row.pull + error), '#000', 4),
      markerAt('circle', panel.x.at(row.pull), y, 5, '#000'),
    );
  });
}

function drawImpacts(drawing: Drawing, panel: Panel, rows: readonly NuisanceRow[], layout: RowLayout): void {
  const zero = panel.x.at(0);
  rows.forEach((row, i) => {
    if (row.impact === undefined) return;
    // Where both shifts push the same way the bars share the row, so that neither hides the other.
    const height = layout.band(i) * 0.6;
    const same = row.impact.up * row.impact.down > 0;
    for (const way of ['up', 'down'] as const) {
      const tip = panel.x.at(row.impact[way]);
      const bar = {
        x: Math.min(zero, tip),
        y: layout.middle(i) - height / 2 + (same && way === 'down' ? height / 2 : 0),
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

function check(figure: PullsFigure): void {
  if (figure.rows.length === 0) throw new InvalidInput('rows', 'pulls need at least one nuisance parameter');
  figure.rows.forEach((row, i) => {
    if (row.error !== null && row.error < 0) {
      throw new InvalidInput(`rows[${i}].error`, `${row.error} is negative; an error is zero or more`);
    }
  });
}

export default defineFigureKind<PullsFigure>({
  kind: 'pulls',
  shows: 'nuisance parameters: pull, fitted error, impact',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('pulls'),
    parameter: text,
    unit: maybe(text),
    rows: v.array(
      v.strictObject({
        name: text,
        pull: v.nullable(number),
        error: v.nullable(number),
        impact: maybe(v.strictObject({ up: number, down: number })),
      }),
    ),
  }),
  draw: drawPulls,
});
