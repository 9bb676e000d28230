import * as v from 'valibot';
import { openChart } from '../drawing/chart.ts';
import { requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { dashPattern, lineColour } from '../drawing/colours/palette.ts';
import type { FigureLook } from '../drawing/figure-look.ts';
import {
  axis,
  colour,
  column,
  figureText,
  legendAt,
  maskedRange,
  maybe,
  number,
  numbers,
  text,
} from '../drawing/figure-schema.ts';
import type { LegendCorner } from '../drawing/legend.ts';
import { type MaskedRange, maskedRangeMarkup } from '../drawing/marks/masked-range.ts';
import { acrossPanel } from '../drawing/panel.ts';
import { bandPath, linePath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { alongLine } from '../drawing/text/names.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Several curves over one variable, each with a band where it has `low` and `high`: limits of several searches or
 * lifetimes, acceptances, efficiencies. `excludes` shades the side that a limit excludes. Levels are drawn across.
 */
export interface CurvesFigure extends FigureText {
  kind: 'curves';
  x: AxisText;
  y: AxisText;
  curves: readonly {
    name: string;
    x: readonly number[];
    y: readonly (number | null)[];
    low?: readonly (number | null)[];
    high?: readonly (number | null)[];
    colour?: string;
    dashed?: boolean;
    excludes?: 'above' | 'below';
  }[];
  levels?: readonly { y: number; label: string }[];
  notSearched?: readonly MaskedRange[];
  legendAt?: LegendCorner;
}

/** The SVG of curves. Throws InvalidInput where the columns of a curve differ in length or are not finite. */
export function drawCurves(figure: CurvesFigure, look?: FigureLook): string {
  requireNumbers(figure);
  for (const curve of figure.curves) {
    requireFinite(`curves '${curve.name}' x`, curve.x);
    for (const column of [curve.y, curve.low, curve.high]) {
      if (column === undefined) continue;
      requireLength(`curves '${curve.name}'`, column, curve.x.length, 'its x');
      requireFinite(`curves '${curve.name}'`, column, 'allowed');
    }
  }
  const heights = figure.curves.flatMap((curve) => [...curve.y, ...(curve.low ?? []), ...(curve.high ?? [])]);
  const colour = (i: number): string => figure.curves[i].colour ?? lineColour(i);
  const dash = (i: number): string | undefined => (figure.curves[i].dashed ? dashPattern(1) : undefined);
  const chart = openChart({
    kind: 'curves',
    text: figure,
    look,
    x: { axis: figure.x, data: figure.curves.flatMap((curve) => [...curve.x]) },
    y: {
      axis: figure.y,
      data: [...heights.filter((value) => value !== null), ...(figure.levels ?? []).map((l) => l.y)],
      headroom: true,
    },
    legend: figure.curves.map((curve, i) => ({
      name: curve.name,
      stroke: colour(i),
      dash: dash(i),
      ...(curve.low === undefined ? {} : { fill: colour(i), opacity: 0.25 }),
    })),
    legendAt: figure.legendAt,
  });
  const { drawing, panel } = chart;
  figure.curves.forEach((curve, i) => {
    const rim = curve.excludes === 'above' ? panel.y.domain[1] : panel.y.domain[0];
    if (curve.excludes !== undefined) {
      panel.add(
        bandPath(
          panel,
          curve.x,
          curve.y.map((y) => (y === null ? null : rim)),
          curve.y,
          { fill: colour(i), opacity: 0.13 },
        ),
      );
    }
    if (curve.low !== undefined && curve.high !== undefined) {
      panel.add(bandPath(panel, curve.x, curve.low, curve.high, { fill: colour(i), opacity: 0.25 }));
    }
  });
  figure.curves.forEach((curve, i) => {
    panel.add(linePath(panel, curve.x, curve.y, { stroke: colour(i), dash: dash(i), width: 2.4 }));
  });
  for (const range of figure.notSearched ?? []) {
    maskedRangeMarkup(drawing, panel, { ...range, label: range.label ?? 'not searched' });
  }
  for (const level of figure.levels ?? []) {
    panel.add(acrossPanel(panel, level.y, { stroke: '#333', 'stroke-width': 1.5, 'stroke-dasharray': '3 4' }));
    const y = panel.y.at(level.y);
    panel.name(level.label, alongLine(panel.box, y), { halo: true });
  }
  return chart.close();
}

export default defineFigureKind<CurvesFigure>({
  kind: 'curves',
  shows: 'any curves, with bands and excluded sides',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('curves'),
    x: axis,
    y: axis,
    curves: v.array(
      v.strictObject({
        name: text,
        x: numbers,
        y: column,
        low: maybe(column),
        high: maybe(column),
        colour: maybe(colour),
        dashed: maybe(v.boolean()),
        excludes: maybe(v.picklist(['above', 'below'])),
      }),
    ),
    levels: maybe(v.array(v.strictObject({ y: number, label: text }))),
    notSearched: maybe(v.array(maskedRange)),
    legendAt,
  }),
  draw: drawCurves,
});
