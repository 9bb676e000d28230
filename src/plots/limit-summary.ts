import { InvalidInput } from '../schema/index.ts';
import { requireNumbers } from './drawing/checked-input.ts';
import { dataDomain } from './drawing/domain.ts';
import { Drawing, fontSize } from './drawing/drawing.ts';
import type { AxisText, FigureText } from './drawing/figure-text.ts';
import { hatchFill } from './drawing/hatching.ts';
import { markerAt } from './drawing/markers.ts';
import { significant } from './drawing/number-text.ts';
import { bandColours, okabeIto } from './drawing/palette.ts';
import { openPanel } from './drawing/panel.ts';
import { labelAt, textWidth } from './drawing/rich-text.ts';
import { type RowName, rowLayout, rowsHeight } from './drawing/row-layout.ts';
import { element, segment } from './drawing/svg-text.ts';

/** One channel: our upper limit, what was expected (−2σ … +2σ), the published limit, and the earlier one (null: none). */
export interface LimitSummaryRow {
  name: string;
  limit: number | null;
  expected?: readonly [number, number, number, number, number];
  published?: number | null;
  earlier?: number | null;
  /** Set bold over the rows that follow. */
  group?: string;
}

/** Upper limits of many channels as bars on a logarithmic axis, with the limits before them and the gain over those. */
export interface LimitSummaryFigure extends FigureText {
  kind: 'limit-summary';
  x: AxisText;
  rows: readonly LimitSummaryRow[];
  /** Words of the legend: `this work`, `published`, `before`. */
  names?: { limit?: string; published?: string; earlier?: string };
}

/** The SVG of limit bars. Throws InvalidInput without rows, or for a limit that is not above zero and finite. */
export function drawLimitSummary(figure: LimitSummaryFigure): string {
  requireNumbers(figure);
  check(figure);
  const entries: { name: RowName; row?: LimitSummaryRow }[] = [];
  let group: string | undefined;
  const grouped = figure.rows.some((row) => row.group !== undefined);
  for (const row of figure.rows) {
    if (row.group !== undefined && row.group !== group) entries.push({ name: { name: row.group, heading: true } });
    group = row.group;
    entries.push({ name: { name: row.name, indent: grouped }, row });
  }
  const shown = figure.rows.flatMap((row) => [row.limit, row.published, row.earlier, ...(row.expected ?? [])]);
  const values = shown.filter((value): value is number => typeof value === 'number');
  const axis: AxisText = { ...figure.x, scale: 'log' };
  const [low, high] = dataDomain(axis, values, { padding: 0.05 });
  const domain = figure.x.range ?? ([low / 3, high * 1.6] as const);

  const drawing = new Drawing(figure, 'limit-summary', 860, rowsHeight(entries.length, 44, 150));
  const numbers = 178;
  const layout = rowLayout(
    drawing,
    entries.map((entry) => entry.name),
    { top: 30, bottom: 58, right: numbers },
    260,
  );
  const { frame } = layout;
  const panel = openPanel(drawing, {
    box: frame,
    xAxis: axis,
    yAxis: { label: '' },
    xDomain: domain,
    yDomain: [entries.length, 0],
    yTicks: 'none',
  });
  const right = frame.x + frame.width;
  const at = (value: number): number => Math.max(frame.x, Math.min(right, panel.x.at(value)));
  entries.forEach(({ row }, i) => {
    if (row === undefined) return;
    const y = layout.middle(i);
    const h = Math.min(13, layout.rowHeight * 0.3);
    const bar = (value: number, top: number, fill: string): string =>
      element('rect', {
        x: frame.x,
        y: top,
        width: at(value) - frame.x,
        height: h,
        fill,
        stroke: '#000',
        'stroke-width': 0.8,
      });
    if (typeof row.earlier === 'number') {
      panel.add(bar(row.earlier, y - h - 1, '#d4d8dc'), bar(row.earlier, y - h - 1, hatchFill(drawing, '#8b939b')));
    }
    if (row.limit !== null) panel.add(bar(row.limit, y + 1, okabeIto.blue));
    if (row.expected !== undefined) {
      const [e0, e1, e2, e3, e4] = row.expected.map(at);
      const strip = (from: number, to: number, fill: string): string =>
        element('rect', { x: from, y: y + h + 3, width: Math.max(0, to - from), height: 5, fill });
      panel.add(strip(e0, e4, bandColours.twoSigma), strip(e1, e3, bandColours.oneSigma));
      panel.add(segment([e2, y + h + 2], [e2, y + h + 9], { 'stroke-width': 1.6 }));
    }
    if (typeof row.published === 'number') {
      panel.add(markerAt('open-diamond', at(row.published), y + 1 + h / 2, 5.5, okabeIto.vermillion));
    }
    const factor = row.limit !== null && typeof row.earlier === 'number' ? row.earlier / row.limit : null;
    panel.over(
      labelAt(right + 96, y + 5.5, significant(row.limit, 2), { size: 15, anchor: 'end' }),
      labelAt(right + numbers - 14, y + 5.5, factor === null ? '–' : `×${significant(factor, 2)}`, {
        size: 15,
        anchor: 'end',
      }),
    );
  });
  panel.close();
  layout.names();
  drawing.add(
    labelAt(right + 96, frame.y - 9, 'limit', { size: 15, anchor: 'end', bold: true }),
    labelAt(right + numbers - 14, frame.y - 9, 'gain', { size: 15, anchor: 'end', bold: true }),
  );
  drawing.heading({ ...frame, x: drawing.inside.x, y: frame.y - 26, width: drawing.inside.width });
  drawing.add(key(figure, drawing, frame.x, frame.y - 9));
  return drawing.close();
}

function key(figure: LimitSummaryFigure, drawing: Drawing, from: number, y: number): string {
  const size = fontSize.legend - 1.5;
  const box = { y: y - 12, width: 22, height: 13, stroke: '#000', 'stroke-width': 0.8 };
  let x = from;
  let found = '';
  const word = (text: string): void => {
    found += labelAt(x + 28, y, text, { size });
    x += 28 + textWidth(text, size) + 14;
  };
  found += element('rect', { x, ...box, fill: okabeIto.blue });
  word(figure.names?.limit ?? 'this run');
  if (figure.rows.some((row) => typeof row.published === 'number')) {
    found += markerAt('open-diamond', x + 12, y - 5, 5.5, okabeIto.vermillion);
    word(figure.names?.published ?? 'published');
  }
  if (figure.rows.some((row) => typeof row.earlier === 'number')) {
    found +=
      element('rect', { x, ...box, fill: '#d4d8dc' }) +
      element('rect', { x, ...box, fill: hatchFill(drawing, '#8b939b') });
    word(figure.names?.earlier ?? 'before');
  }
  if (figure.rows.some((row) => row.expected !== undefined)) {
    found +=
      element('rect', { x, y: y - 8, width: 22, height: 6, fill: bandColours.twoSigma }) +
      element('rect', { x: x + 5, y: y - 8, width: 12, height: 6, fill: bandColours.oneSigma });
    word('expected');
  }
  return found;
}

function check(figure: LimitSummaryFigure): void {
  if (figure.rows.length === 0) throw new InvalidInput('rows', 'a summary of limits needs at least one row');
  figure.rows.forEach((row, i) => {
    for (const value of [row.limit, row.published ?? null, row.earlier ?? null, ...(row.expected ?? [])]) {
      if (value !== null && !(value > 0 && Number.isFinite(value))) {
        throw new InvalidInput(
          `rows[${i}]`,
          `${value} of '${row.name}' is not a limit above zero; an absent one is null`,
        );
      }
    }
    if (row.expected !== undefined && row.expected.length !== 5) {
      throw new InvalidInput(`rows[${i}].expected`, `needs five values (−2σ … +2σ), found ${row.expected.length}`);
    }
  });
}
