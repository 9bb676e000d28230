import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { bandColours, okabeIto } from '../drawing/colours/palette.ts';
import { dataDomain } from '../drawing/domain.ts';
import { Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf } from '../drawing/figure-look.ts';
import { axis, figureText, maybe, number, text } from '../drawing/figure-schema.ts';
import { type LegendEntry, legendBelow, legendRows } from '../drawing/legend.ts';
import { hatchFill } from '../drawing/marks/hatching.ts';
import { markerAt } from '../drawing/marks/markers.ts';
import { openPanel, xAxisRoom } from '../drawing/panel.ts';
import { planRows, type RowName, rowLayout } from '../drawing/row-layout.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { significant } from '../drawing/text/number-text.ts';
import { labelAt } from '../drawing/text/rich-text.ts';
import { element, segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

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
export function drawLimitSummary(figure: LimitSummaryFigure, look?: FigureLook): string {
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

  const letters = lettersOf(look ?? {});
  const narrow = look?.layout === 'narrow';
  const plan = planRows(
    entries.map((entry) => entry.name),
    look,
    { rowHeight: 44, widestName: 260, numbersBelow: true },
  );
  const legend = legendOf(figure);
  const axisRoom = xAxisRoom(axis, narrow ? 330 : 400, letters);
  const bottom = axisRoom + legendRows(legend, narrow ? 352 : 830, letters).height + 8;
  const top = narrow ? 6 : 30;
  const drawing = new Drawing(figure, 'limit-summary', look, { width: 850, content: plan.height + bottom + top });
  const gains = figure.rows.some(({ earlier }) => typeof earlier === 'number');
  const opened = figure.rows.some(({ limit }) => limit !== null);
  const numbers = narrow ? 4 : gains ? 178 : 110;
  const layout = rowLayout(drawing, plan, { top, bottom, right: numbers });
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
    const h = Math.min(13, layout.band(i) * 0.3);
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
      const top = row.limit === null && typeof row.earlier !== 'number' ? y - 2 : y + h + 3;
      const strip = (from: number, to: number, fill: string): string =>
        element('rect', { x: from, y: top, width: Math.max(0, to - from), height: 5, fill });
      panel.add(strip(e0, e4, bandColours.twoSigma), strip(e1, e3, bandColours.oneSigma));
      panel.add(segment([e2, top - 1], [e2, top + 6], { 'stroke-width': 1.6 }));
    }
    if (typeof row.published === 'number') {
      panel.add(markerAt('open-diamond', at(row.published), y + 1 + h / 2, 5.5, okabeIto.vermillion));
    }
    const factor = row.limit !== null && typeof row.earlier === 'number' ? row.earlier / row.limit : null;
    const small = letters.small;
    const gain = factor === null ? '–' : `×${significant(factor, 2)}`;
    const value = significant(opened ? row.limit : (row.expected?.[2] ?? null), 2);
    if (narrow) {
      const words = `${value}${factor === null ? '' : `, gain ${gain}`}`;
      panel.over(labelAt(frame.x + 8, layout.numbers(i), words, { size: small, halo: true }));
      return;
    }
    panel.over(
      labelAt(right + 96, y + 5.5, value, { size: small, anchor: 'end' }),
      ...(gains ? [labelAt(right + numbers - 14, y + 5.5, gain, { size: small, anchor: 'end' })] : []),
    );
  });
  panel.close();
  layout.names();
  if (!narrow) {
    const style = { size: letters.small, anchor: 'end', bold: true } as const;
    drawing.add(
      labelAt(right + 96, frame.y - 9, opened ? 'limit' : 'expected', style),
      ...(gains ? [labelAt(right + numbers - 14, frame.y - 9, 'gain', style)] : []),
    );
  }
  drawing.heading({ ...frame, x: drawing.inside.x, width: drawing.inside.width });
  const { inside } = drawing;
  drawing.add(legendBelow(legend, inside.x + 6, frame.y + frame.height + axisRoom, inside.width - 12, drawing));
  return drawing.close();
}

function legendOf({ rows, names }: LimitSummaryFigure): LegendEntry[] {
  const found: LegendEntry[] = [];
  if (rows.some(({ limit }) => limit !== null)) found.push({ name: names?.limit ?? 'this run', fill: okabeIto.blue });
  if (rows.some((row) => typeof row.published === 'number')) {
    found.push({ name: names?.published ?? 'published', marker: 'open-diamond', markerColour: okabeIto.vermillion });
  }
  if (rows.some((row) => typeof row.earlier === 'number')) {
    found.push({ name: names?.earlier ?? 'before', fill: '#d4d8dc', hatch: '#8b939b' });
  }
  if (rows.some((row) => row.expected !== undefined)) {
    found.push(
      { name: 'expected ±1σ', fill: bandColours.oneSigma },
      { name: 'expected ±2σ', fill: bandColours.twoSigma },
    );
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

export default defineFigureKind<LimitSummaryFigure>({
  kind: 'limit-summary',
  shows: 'limits of many channels as bars, with earlier ones and the gain',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('limit-summary'),
    x: axis,
    rows: v.array(
      v.strictObject({
        name: text,
        limit: v.nullable(number),
        expected: maybe(v.tuple([number, number, number, number, number])),
        published: maybe(v.nullable(number)),
        earlier: maybe(v.nullable(number)),
        group: maybe(text),
      }),
    ),
    names: maybe(v.strictObject({ limit: maybe(text), published: maybe(text), earlier: maybe(text) })),
  }),
  draw: drawLimitSummary,
});
