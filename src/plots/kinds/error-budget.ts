import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { okabeIto } from '../drawing/colours/palette.ts';
import { Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf } from '../drawing/figure-look.ts';
import { figureText, maybe, number, text } from '../drawing/figure-schema.ts';
import { type LegendEntry, legendBelow, legendRows } from '../drawing/legend.ts';
import { openPanel, xAxisRoom } from '../drawing/panel.ts';
import { planRows, rowLayout } from '../drawing/row-layout.ts';
import type { FigureText } from '../drawing/text/figure-text.ts';
import { fixed } from '../drawing/text/number-text.ts';
import { labelAt } from '../drawing/text/rich-text.ts';
import { element } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * An error budget: the relative error that each source adds, largest first, and their sum in quadrature. `relative` is
 * a fraction (0.035 for 3.5 %); `external` marks a cited number.
 */
export interface ErrorBudgetFigure extends FigureText {
  kind: 'error-budget';
  /** What the errors are errors of, for the axis. */
  quantity: string;
  contributions: readonly { name: string; relative: number; external?: boolean }[];
}

/** The SVG of an error budget. Throws InvalidInput without contributions or for a negative or non-finite one. */
export function drawErrorBudget(figure: ErrorBudgetFigure, look?: FigureLook): string {
  requireNumbers(figure);
  if (figure.contributions.length === 0) throw new InvalidInput('contributions', 'an error budget needs at least one');
  figure.contributions.forEach((c, i) => {
    if (!(c.relative >= 0 && Number.isFinite(c.relative))) {
      throw new InvalidInput(
        `contributions[${i}].relative`,
        `${c.relative} is not a relative error (finite, zero or more)`,
      );
    }
  });
  const sorted = figure.contributions.toSorted((a, b) => b.relative - a.relative);
  const total = Math.sqrt(sorted.reduce((sum, c) => sum + c.relative * c.relative, 0));
  const rows = [...sorted, { name: 'total', relative: total, external: false }];
  const letters = lettersOf(look ?? {});
  const plan = planRows(rows, look, { rowHeight: 38, widestName: 300 });
  const xAxis = { label: `relative error of ${figure.quantity}`, unit: '%' };
  const axisRoom = xAxisRoom(xAxis, look?.layout === 'narrow' ? 330 : 400, letters);
  const legend: LegendEntry[] = rows.some((row) => row.external)
    ? [
        { name: 'of this run', fill: okabeIto.skyBlue },
        { name: 'cited number', fill: okabeIto.orange },
      ]
    : [];
  const bottom = axisRoom + (legend.length === 0 ? 0 : legendRows(legend, 340, letters).height + 8);
  const drawing = new Drawing(figure, 'error-budget', look, { width: 720, content: plan.height + bottom + 6 });
  const layout = rowLayout(drawing, plan, { top: 6, bottom, right: drawing.narrow ? 4 : 14 });
  const { frame } = layout;
  const panel = openPanel(drawing, {
    box: frame,
    xAxis,
    yAxis: { label: '' },
    xDomain: [0, total === 0 ? 1 : (drawing.narrow ? 132 : look?.style === 'slide' ? 128 : 118) * total],
    yDomain: [rows.length, 0],
    yTicks: 'none',
  });
  rows.forEach((row, i) => {
    const y = layout.middle(i);
    const height = layout.band(i) * 0.6;
    const end = panel.x.at(100 * row.relative);
    const last = i === rows.length - 1;
    const fill = last ? '#444' : row.external ? okabeIto.orange : okabeIto.skyBlue;
    panel.add(
      element('rect', {
        x: frame.x,
        y: y - height / 2,
        width: end - frame.x,
        height,
        fill,
        stroke: '#000',
        'stroke-width': 0.8,
      }),
    );
    const digits = row.relative >= 0.0995 ? 0 : row.relative >= 0.00995 ? 1 : 2;
    panel.add(
      labelAt(end + 7, y + 0.36 * letters.small, `${fixed(100 * row.relative, digits)} %`, {
        size: letters.small,
        bold: last,
      }),
    );
  });
  drawing.add(
    legendBelow(legend, drawing.inside.x + 6, frame.y + frame.height + axisRoom, drawing.inside.width - 12, drawing),
  );
  panel.close();
  layout.names();
  drawing.heading({ ...frame, x: drawing.inside.x, width: drawing.inside.width });
  return drawing.close();
}

export default defineFigureKind<ErrorBudgetFigure>({
  kind: 'error-budget',
  shows: 'relative errors by source and their sum in quadrature',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('error-budget'),
    quantity: text,
    contributions: v.array(v.strictObject({ name: text, relative: number, external: maybe(v.boolean()) })),
  }),
  draw: drawErrorBudget,
});
