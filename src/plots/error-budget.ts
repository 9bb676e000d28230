import { InvalidInput } from '../schema/index.ts';
import { requireNumbers } from './drawing/checked-input.ts';
import { Drawing } from './drawing/drawing.ts';
import type { FigureText } from './drawing/figure-text.ts';
import { fixed } from './drawing/number-text.ts';
import { okabeIto } from './drawing/palette.ts';
import { openPanel } from './drawing/panel.ts';
import { labelAt } from './drawing/rich-text.ts';
import { rowLayout, rowsHeight } from './drawing/row-layout.ts';
import { element } from './drawing/svg-text.ts';

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
export function drawErrorBudget(figure: ErrorBudgetFigure): string {
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
  const keyRoom = rows.some((row) => row.external) ? 24 : 0;
  const drawing = new Drawing(figure, 'error-budget', 720, rowsHeight(rows.length, 38, keyRoom + 130));
  const layout = rowLayout(drawing, rows, { top: 6, bottom: 56 + keyRoom, right: 14 });
  const { frame } = layout;
  const panel = openPanel(drawing, {
    box: frame,
    xAxis: { label: `relative error of ${figure.quantity}`, unit: '%' },
    yAxis: { label: '' },
    xDomain: [0, total === 0 ? 1 : 118 * total],
    yDomain: [rows.length, 0],
    yTicks: 'none',
  });
  rows.forEach((row, i) => {
    const y = layout.middle(i);
    const height = layout.rowHeight * 0.6;
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
    panel.add(labelAt(end + 7, y + 5.5, `${fixed(100 * row.relative, digits)} %`, { size: 15, bold: last }));
  });
  if (keyRoom > 0) {
    const y = frame.y + frame.height + 74;
    drawing.add(
      element('rect', {
        x: drawing.inside.x + 4,
        y: y - 13,
        width: 22,
        height: 14,
        fill: okabeIto.orange,
        stroke: '#000',
        'stroke-width': 0.8,
      }),
      labelAt(drawing.inside.x + 34, y - 1, 'cited number', { size: 15 }),
    );
  }
  panel.close();
  layout.names();
  drawing.heading({ ...frame, x: drawing.inside.x, y: frame.y, width: drawing.inside.width });
  return drawing.close();
}
