import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import type { Verdict } from '../../statistics/verdict.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { okabeIto } from '../drawing/colours/palette.ts';
import { Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf } from '../drawing/figure-look.ts';
import { figureText, maybe, number, pair, text } from '../drawing/figure-schema.ts';
import { type LegendEntry, legendBelow, legendRows } from '../drawing/legend.ts';
import { horizontalBar, type MarkerShape, markerAt } from '../drawing/marks/markers.ts';
import { openPanel, xAxisRoom } from '../drawing/panel.ts';
import { planRows, type RowName, rowLayout } from '../drawing/row-layout.ts';
import type { FigureText } from '../drawing/text/figure-text.ts';
import { cutLabel } from '../drawing/text/fit-label.ts';
import { asGiven, decade, powerOfTen, significant, withError } from '../drawing/text/number-text.ts';
import { labelAt, textWidth } from '../drawing/text/rich-text.ts';
import { element, segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/** Where a number comes from: simulation or theory, a cited number that entered, its own inputs, or a published count. */
export type RowRole = 'computed' | 'input' | 'closure' | 'given by the count';

/** One published number beside the computed one. `error` belongs to `computed`; ratio is computed/published. */
export interface ForestRow {
  search: string;
  quantity: string;
  detail?: string;
  unit?: string;
  published: number | null;
  computed: number | null;
  error: number | null;
  ratio: number | null;
  /** The tolerance as a factor: the ratio may lie between 1/agreeWithin and agreeWithin. */
  agreeWithin: number | null;
  /** Relative error of the ratio; that of the computed number where absent. */
  ratioError?: number | null;
  verdict: Verdict | null;
  role: RowRole;
}

/**
 * Published against computed as a forest plot: one row per number under a heading per search, its ratio with the
 * relative error of the computed number, the agreed band of the row in grey, the role as the shape of the marker. Rows
 * without a ratio, or with one outside the axis, say so at the rim.
 */
export interface ForestFigure extends FigureText {
  kind: 'forest';
  rows: readonly ForestRow[];
  /** Ends of the ratio axis (logarithmic about 1); from the rows where absent, within 1/5 … 5. */
  range?: readonly [number, number];
}

const looks: Record<RowRole, { marker: MarkerShape; colour: string; words: string }> = {
  computed: { marker: 'circle', colour: okabeIto.blue, words: 'computed' },
  input: { marker: 'open-square', colour: '#666', words: 'input (cited number)' },
  closure: { marker: 'open-diamond', colour: okabeIto.purple, words: 'closure (not counted)' },
  'given by the count': { marker: 'diamond', colour: okabeIto.purple, words: 'given by the count' },
};

const verdictColours: Record<Verdict, string> = {
  agree: okabeIto.blue,
  disagree: okabeIto.vermillion,
  'cannot tell': okabeIto.orange,
};

const legend: readonly LegendEntry[] = [
  ...Object.values(looks).map(({ marker, colour, words }) => ({ name: words, marker, markerColour: colour })),
  { name: 'disagrees', marker: 'circle', markerColour: verdictColours.disagree },
  { name: 'cannot tell', marker: 'circle', markerColour: verdictColours['cannot tell'] },
  { name: 'agreed band', fill: '#d8e6d8' },
];

/** The SVG of a forest plot. Throws InvalidInput without rows. */
export function drawForest(figure: ForestFigure, look?: FigureLook): string {
  requireNumbers(figure);
  if (figure.rows.length === 0) throw new InvalidInput('rows', 'a forest plot needs at least one row');
  const entries: { name: RowName; row?: ForestRow }[] = [];
  let search: string | undefined;
  for (const row of figure.rows) {
    if (row.search !== search) entries.push({ name: { name: row.search, heading: true } });
    search = row.search;
    entries.push({
      name: { name: rowWords(row), indent: true },
      row,
    });
  }
  const letters = lettersOf(look ?? {});
  const narrow = look?.layout === 'narrow';
  const plan = planRows(
    entries.map((entry) => entry.name),
    look,
    { rowHeight: 26, widestName: 420, numbersBelow: true },
  );
  const texts = entries.map(({ row }) => (row === undefined ? undefined : numbersOf(row)));
  const widest = (key: 'published' | 'computed'): number =>
    Math.max(
      textWidth(key, letters.small, true),
      ...texts.map((text) => (text === undefined ? 0 : textWidth(text[key], letters.small))),
    );
  const published = widest('published') + 12;
  const numbers = published + widest('computed') + 26;
  const width = Math.round(plan.nameRoom + 360 + numbers);
  const axis = { label: 'computed / published', scale: 'log' as const };
  const axisRoom = xAxisRoom(axis, 330, letters);
  const bottom = axisRoom + legendRows(legend, (narrow ? 380 : width) - 28, letters).height + 8;
  const top = narrow ? 6 : 26;
  const drawing = new Drawing(figure, 'forest', look, { width, content: plan.height + bottom + top });
  const layout = rowLayout(drawing, plan, { top, bottom, right: narrow ? 4 : numbers });
  const { frame } = layout;
  const [low, high] = figure.range ?? rangeOf(figure.rows);
  const panel = openPanel(drawing, {
    box: frame,
    xAxis: axis,
    yAxis: { label: '' },
    xDomain: [low, high],
    yDomain: [entries.length, 0],
    yTicks: 'none',
  });
  entries.forEach(({ row }, i) => {
    const y = layout.middle(i);
    if (row === undefined) {
      panel.add(segment([frame.x, y], [frame.x + frame.width, y], { stroke: '#ddd' }));
      return;
    }
    rowMarks(row, y, layout.band(i), panel, low, high, letters.small);
    const size = letters.small;
    const fill = row.verdict === 'disagree' ? okabeIto.vermillion : '#000';
    const text = texts[i]!;
    if (narrow) {
      const words = `${text.computed}, published ${text.published}`;
      const shown = cutLabel(words, size, frame.width - 16);
      panel.over(
        labelAt(frame.x + 8, layout.numbers(i), shown, {
          size,
          fill,
          halo: true,
          ...(shown === words ? {} : { title: words }),
        }),
      );
      return;
    }
    const right = frame.x + frame.width;
    panel.over(
      labelAt(right + published, y + 0.35 * size, text.published, { size, anchor: 'end' }),
      labelAt(right + published + 14, y + 0.35 * size, text.computed, { size, fill }),
    );
  });
  const one = panel.x.at(1);
  panel.add(segment([one, frame.y], [one, frame.y + frame.height], { stroke: '#000', 'stroke-width': 1.3 }));
  panel.close();
  layout.names();
  if (!narrow) {
    const style = { size: letters.small, bold: true } as const;
    const right = frame.x + frame.width;
    drawing.add(
      labelAt(right + published, frame.y - 9, 'published', { ...style, anchor: 'end' }),
      labelAt(right + published + 14, frame.y - 9, 'computed', style),
    );
  }
  drawing.heading({ ...frame, x: drawing.inside.x, width: drawing.inside.width });
  const { inside } = drawing;
  drawing.add(legendBelow(legend, inside.x + 6, frame.y + frame.height + axisRoom, inside.width - 12, drawing));
  return drawing.close();
}

/** The numbers of a row as text, the computed one with its error and unit. */
function numbersOf(row: ForestRow): { published: string; computed: string } {
  const unit = row.unit === undefined || row.unit === '' ? '' : ` ${row.unit}`;
  return { published: asGiven(row.published), computed: `${withError(row.computed, row.error)}${unit}` };
}

function rowMarks(
  row: ForestRow,
  y: number,
  height: number,
  panel: ReturnType<typeof openPanel>,
  low: number,
  high: number,
  size: number,
): void {
  const look = looks[row.role];
  const colour = row.verdict === null ? look.colour : verdictColours[row.verdict];
  const { x, width } = panel.box;
  if (row.agreeWithin !== null && row.agreeWithin > 0 && row.role !== 'input') {
    const from = panel.x.at(Math.max(low, 1 / row.agreeWithin));
    const to = panel.x.at(Math.min(high, row.agreeWithin));
    panel.add(
      element('rect', { x: from, y: y - height * 0.42, width: to - from, height: height * 0.84, fill: '#d8e6d8' }),
    );
  }
  if (row.ratio === null) {
    panel.add(labelAt(x + width - 14, y + 5, 'no ratio', { size, anchor: 'end', fill: '#666', italic: true }));
    return;
  }
  if (row.ratio < low || row.ratio > high) {
    const over = row.ratio > high;
    const words = over ? `${significant(row.ratio, 2)} →` : `← ${significant(row.ratio, 2)}`;
    panel.add(
      labelAt(over ? x + width - 14 : x + 14, y + 5, words, {
        size,
        bold: true,
        anchor: over ? 'end' : 'start',
        fill: colour,
      }),
    );
    return;
  }
  const own = row.error !== null && row.computed ? Math.abs(row.error / row.computed) : 0;
  const relative = row.ratio * (row.ratioError ?? own);
  if (relative > 0) {
    const from = panel.x.at(Math.max(low, row.ratio - relative));
    panel.add(horizontalBar(y, from, panel.x.at(Math.min(high, row.ratio + relative)), colour));
  }
  panel.add(markerAt(look.marker, panel.x.at(row.ratio), y, 5, colour));
}

/** What a row is called: the quantity as words (`acceptanceRatio` → `acceptance ratio`) and its detail. */
function rowWords(row: ForestRow): string {
  const words = row.quantity.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  const quantity = words === 'ses' ? 'single-event sensitivity' : words;
  return row.detail === undefined || row.detail === '' ? quantity : `${quantity}, ${row.detail}`;
}

/** Ends of the axis that show every ratio with its error, at least 0.5 … 2 and within 1/5 … 5. */
function rangeOf(rows: readonly ForestRow[]): [number, number] {
  let reach = 2;
  for (const row of rows) {
    if (row.ratio === null || !(row.ratio > 0)) continue;
    reach = Math.max(reach, row.ratio, 1 / row.ratio);
  }
  const rounded = reach <= 2 ? 2 : Math.ceil(reach / powerOfTen(decade(reach)) + 0.2) * powerOfTen(decade(reach));
  const end = Math.min(5, rounded);
  return [1 / (1.04 * end), 1.04 * end];
}

export default defineFigureKind<ForestFigure>({
  kind: 'forest',
  shows: 'computed over published, one row per number, with the agreed bands',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('forest'),
    rows: v.array(
      v.strictObject({
        search: text,
        quantity: text,
        detail: maybe(text),
        unit: maybe(text),
        published: v.nullable(number),
        computed: v.nullable(number),
        error: v.nullable(number),
        ratio: v.nullable(number),
        agreeWithin: v.nullable(number),
        ratioError: maybe(v.nullable(number)),
        verdict: v.nullable(v.picklist(['agree', 'disagree', 'cannot tell'])),
        role: v.picklist(['computed', 'input', 'closure', 'given by the count']),
      }),
    ),
    range: maybe(pair),
  }),
  draw: drawForest,
});
