import { InvalidInput } from '../schema/index.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { requireNumbers } from './drawing/checked-input.ts';
import { Drawing, fontSize } from './drawing/drawing.ts';
import type { FigureText } from './drawing/figure-text.ts';
import { horizontalBar, type MarkerShape, markerAt } from './drawing/markers.ts';
import { asGiven, decade, powerOfTen, significant, withError } from './drawing/number-text.ts';
import { bandColours, okabeIto } from './drawing/palette.ts';
import { openPanel } from './drawing/panel.ts';
import { labelAt, plainText, textWidth } from './drawing/rich-text.ts';
import { type RowName, rowLayout, rowsHeight } from './drawing/row-layout.ts';
import { element, segment } from './drawing/svg-text.ts';

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

/** The SVG of a forest plot. Throws InvalidInput without rows. */
export function drawForest(figure: ForestFigure): string {
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
  const names = entries.map((entry) => entry.name);
  const widest = Math.max(...names.map((name) => textWidth(name.name, fontSize.legend, name.heading) + 14));
  const nameRoom = Math.max(200, Math.min(420, widest));
  const numbers = 300;
  const drawing = new Drawing(figure, 'forest', 680 + nameRoom, rowsHeight(entries.length, 25, 176));
  const layout = rowLayout(drawing, names, { top: 24, bottom: 84, right: numbers + 10 }, nameRoom);
  const { frame } = layout;
  const [low, high] = figure.range ?? rangeOf(figure.rows);
  const panel = openPanel(drawing, {
    box: frame,
    xAxis: { label: 'computed / published', scale: 'log' },
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
    rowMarks(row, y, layout.rowHeight, panel, low, high);
    const text = { size: 14.5, fill: row.verdict === 'disagree' ? okabeIto.vermillion : '#000' };
    const unit = row.unit === undefined || row.unit === '' ? '' : ` ${row.unit}`;
    const published = asGiven(row.published);
    const computed = `${withError(row.computed, row.error)}${unit}`;
    const shrink = (label: string, room: number): number => Math.min(14.5, (14.5 * room) / textWidth(label, 14.5));
    const right = frame.x + frame.width;
    panel.over(
      labelAt(right + 84, y + 5, published, {
        size: shrink(published, 74),
        anchor: 'end',
      }),
      labelAt(right + 98, y + 5, computed, { ...text, size: shrink(computed, numbers - 100) }),
    );
  });
  const one = panel.x.at(1);
  panel.add(segment([one, frame.y], [one, frame.y + frame.height], { stroke: '#000', 'stroke-width': 1.3 }));
  panel.close();
  layout.names();
  const top = frame.y - 9;
  drawing.add(
    labelAt(frame.x + frame.width + 84, top, 'published', { size: 14.5, anchor: 'end', bold: true }),
    labelAt(frame.x + frame.width + 98, top, 'computed', { size: 14.5, bold: true }),
  );
  drawing.heading({ ...frame, x: drawing.inside.x, y: frame.y - 24, width: drawing.inside.width });
  drawing.add(key(drawing, frame.y + frame.height + 76));
  return drawing.close();
}

function rowMarks(
  row: ForestRow,
  y: number,
  height: number,
  panel: ReturnType<typeof openPanel>,
  low: number,
  high: number,
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
    panel.add(labelAt(x + width - 14, y + 5, 'no ratio', { size: 13, anchor: 'end', fill: '#666', italic: true }));
    return;
  }
  if (row.ratio < low || row.ratio > high) {
    const over = row.ratio > high;
    const words = over ? `${significant(row.ratio, 2)} →` : `← ${significant(row.ratio, 2)}`;
    panel.add(
      labelAt(over ? x + width - 14 : x + 14, y + 5, words, {
        size: 14,
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

function key(drawing: Drawing, y: number): string {
  let x = drawing.inside.x + 6;
  let found = '';
  for (const look of Object.values(looks)) {
    found +=
      markerAt(look.marker, x, y - 5, 5, look.colour) + labelAt(x + 12, y, look.words, { size: fontSize.legend - 1.5 });
    x += textWidth(plainText(look.words), fontSize.legend - 1.5) + 40;
  }
  for (const [words, colour] of [
    ['disagrees', verdictColours.disagree],
    ['cannot tell', verdictColours['cannot tell']],
  ] as const) {
    found += markerAt('circle', x, y - 5, 5, colour) + labelAt(x + 12, y, words, { size: fontSize.legend - 1.5 });
    x += textWidth(words, fontSize.legend - 1.5) + 40;
  }
  found += element('rect', { x: x - 8, y: y - 13, width: 24, height: 16, fill: '#d8e6d8' });
  return found + labelAt(x + 22, y, 'agreed band', { size: fontSize.legend - 1.5, fill: bandColours.ink });
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
