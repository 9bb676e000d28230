import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireEdges, requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { dashPattern, fillColour, lineColour } from '../drawing/colours/palette.ts';
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
import type { LegendCorner, LegendEntry } from '../drawing/legend.ts';
import { comparisonPanel, type DataPoints, dataErrors } from '../drawing/marks/data-points.ts';
import { hatchFill } from '../drawing/marks/hatching.ts';
import { markerAt, verticalBar } from '../drawing/marks/markers.ts';
import { type MaskedRange, maskedRangeMarkup } from '../drawing/marks/masked-range.ts';
import { mergeUncertainBins } from '../drawing/marks/merge-uncertain-bins.ts';
import { linePath, stepPath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * A spectrum: filled contributions stacked in the order given (the first at the bottom), their summed error hatched,
 * open overlays (a signal), smooth curves, data points, masked ranges, marked values, and below, if wanted, the ratio
 * or the pull of the data to the stack. Counts belong to the bins between `edges`; a null count is absent.
 */
export interface HistogramFigure extends FigureText {
  kind: 'histogram';
  x: AxisText;
  y: AxisText;
  edges: readonly number[];
  stacks?: readonly { name: string; counts: readonly number[]; colour?: string }[];
  /** Absolute error of the summed stack, per bin; bins known to worse than 50 % are drawn merged, those of a
   * single event pale. */
  totalError?: readonly number[];
  overlays?: readonly { name: string; counts: readonly (number | null)[]; colour?: string; dashed?: boolean }[];
  curves?: readonly { name: string; x: readonly number[]; y: readonly number[]; colour?: string }[];
  data?: DataPoints;
  /** What the panel below compares the data with, per bin; the summed stack where absent. */
  expected?: readonly number[];
  masked?: readonly MaskedRange[];
  marks?: readonly { x: number; label: string; colour?: string }[];
  panel?: 'ratio' | 'pull';
  legendAt?: LegendCorner;
}

/**
 * The SVG of a spectrum. Throws InvalidInput when columns do not fit the edges, when a number is not finite, or when
 * data are given inside a masked range: what is blinded must reach this function as null.
 */
export function drawHistogram(figure: HistogramFigure, look?: FigureLook): string {
  requireNumbers(figure);
  check(figure);
  const { edges, data } = figure;
  const stacks = figure.stacks ?? [];
  const overlays = figure.overlays ?? [];
  const curves = figure.curves ?? [];
  const bins = edges.length - 1;
  const merged =
    figure.totalError === undefined || stacks.length === 0
      ? undefined
      : mergeUncertainBins(
          stacks.map(({ counts }) => counts),
          figure.totalError,
          wallsOf(figure),
        );
  const sums: number[][] = [new Array<number>(bins).fill(0)];
  stacks.forEach(({ counts }, s) => {
    const own = merged?.stacks[s] ?? counts;
    sums.push(sums.at(-1)!.map((sum, i) => sum + own[i]));
  });
  const total = sums.at(-1)!;
  const errors = data === undefined ? undefined : dataErrors(data);

  const shown = [
    ...(stacks.length > 0 ? total : []),
    ...overlays.flatMap((overlay) => overlay.counts.filter((count) => count !== null)),
    ...curves.flatMap((curve) => curve.y),
    ...(errors === undefined ? [] : errors.flatMap((e) => (e === null ? [] : [e.low, e.high]))),
  ];
  const highest = Math.max(0, ...shown);
  const floor = Math.min(
    3e-4 * highest,
    ...overlays.map((overlay) => 0.05 * Math.max(...overlay.counts.map((n) => n ?? 0))),
  );
  const useful = figure.y.scale === 'log' ? shown.filter((value) => value >= floor) : shown;
  const below =
    data === undefined || figure.panel === undefined
      ? undefined
      : comparisonPanel(figure.panel, data, figure.expected ?? total);

  const chart = openChart({
    kind: 'histogram',
    text: figure,
    look,
    x: { axis: figure.x, data: edges },
    y: { axis: figure.y, data: useful, headroom: true, fromZero: true },
    legend: legendOf(figure, merged?.uncertain.some(Boolean) === true),
    legendAt: figure.legendAt,
    below,
  });
  const { drawing, panel } = chart;
  for (let s = stacks.length - 1; s >= 0; s--) {
    const fill = stacks[s].colour ?? fillColour(s);
    panel.add(stepPath(panel, edges, sums[s + 1], { fill, stroke: '#000', width: 0.8 }, sums[s]));
  }
  if (merged !== undefined) {
    const low = total.map((sum, i) => Math.max(0, sum - merged.error[i]));
    const high = total.map((sum, i) => (sum > 0 ? sum + merged.error[i] : 0));
    // Bins that nobody knows are paled, so that they are not read as a peak.
    const pale = total.map((sum, i) => (merged.uncertain[i] ? sum : null));
    panel.add(
      stepPath(panel, edges, pale, { fill: '#fff', opacity: 0.6 }),
      stepPath(panel, edges, pale, { stroke: '#666', width: 1.2, dash: '3 3' }),
      stepPath(panel, edges, high, { fill: '#555', opacity: 0.2 }, low),
      stepPath(panel, edges, high, { fill: hatchFill(drawing, '#555', 'left') }, low),
    );
  }
  for (const range of figure.masked ?? []) maskedRangeMarkup(drawing, panel, range);
  overlays.forEach((overlay, i) => {
    const style = {
      stroke: overlay.colour ?? lineColour(i),
      width: 2.6,
      dash: overlay.dashed ? dashPattern(1) : undefined,
    };
    panel.add(stepPath(panel, edges, overlay.counts, style));
  });
  curves.forEach((curve, i) => {
    const stroke = curve.colour ?? lineColour(overlays.length + i);
    panel.add(linePath(panel, curve.x, curve.y, { stroke, width: 2.6 }));
  });
  for (const mark of figure.marks ?? []) {
    const at = panel.x.at(mark.x);
    const colour = mark.colour ?? '#000';
    const { y: top, height } = panel.box;
    panel.add(
      segment([at, top], [at, top + height], { stroke: colour, 'stroke-width': 1.8, 'stroke-dasharray': '6 4' }),
    );
    if (mark.label === '') continue;
    panel.name(
      mark.label,
      [
        { x: at + 7, y: top + 0.3 * height, anchor: 'start' },
        { x: at - 7, y: top + 0.3 * height, anchor: 'end' },
        { x: at + 7, y: top + 0.45 * height, anchor: 'start' },
      ],
      { fill: colour, halo: true },
    );
  }
  errors?.forEach((error, i) => {
    if (error === null) return;
    const x = panel.x.at((edges[i] + edges[i + 1]) / 2);
    panel.add(
      verticalBar(x, panel.y.at(error.low), panel.y.at(error.high)),
      markerAt('circle', x, panel.y.at(error.value), 4, '#000'),
    );
  });
  if (below !== undefined && chart.lower !== undefined)
    below.fill(drawing, chart.lower, edges, merged?.error ?? figure.totalError);
  for (const range of chart.lower === undefined ? [] : (figure.masked ?? [])) {
    maskedRangeMarkup(drawing, chart.lower!, { ...range, label: '' });
  }
  return chart.close();
}

/** Bins at which a masked range begins or ends: nothing is merged across. */
function wallsOf(figure: HistogramFigure): Set<number> {
  const ends = (figure.masked ?? []).flatMap(({ from, to }) => [from, to]);
  const marks = (figure.marks ?? []).map(({ x }) => x);
  return new Set(
    [...ends, ...marks].map((end) => figure.edges.findIndex((edge) => edge >= end - 1e-9 * Math.abs(end))),
  );
}

function legendOf(figure: HistogramFigure, uncertain: boolean): LegendEntry[] {
  const overlays = figure.overlays ?? [];
  return [
    ...(figure.data === undefined ? [] : [{ name: figure.data.name, marker: 'circle' as const, errorBar: true }]),
    ...overlays.map((overlay, i) => ({
      name: overlay.name,
      stroke: overlay.colour ?? lineColour(i),
      dash: overlay.dashed ? dashPattern(1) : undefined,
    })),
    ...(figure.curves ?? []).map((curve, i) => ({
      name: curve.name,
      stroke: curve.colour ?? lineColour(overlays.length + i),
    })),
    ...(figure.stacks ?? []).map((stack, i) => ({ name: stack.name, fill: stack.colour ?? fillColour(i) })).reverse(),
    ...(figure.totalError === undefined || (figure.stacks ?? []).length === 0
      ? []
      : [{ name: 'uncertainty', hatch: '#555' }]),
    ...(uncertain ? [{ name: 'known to worse than 100 %', fill: '#f2f2f2', hatch: '#999' }] : []),
  ];
}

function check(figure: HistogramFigure): void {
  requireEdges('edges', figure.edges);
  const bins = figure.edges.length - 1;
  const columns: [string, readonly (number | null)[]][] = [
    ...(figure.stacks ?? []).map((s): [string, readonly number[]] => [`stacks '${s.name}'`, s.counts]),
    ...(figure.overlays ?? []).map((o): [string, readonly (number | null)[]] => [`overlays '${o.name}'`, o.counts]),
    ...(figure.totalError === undefined ? [] : [['totalError', figure.totalError] as [string, readonly number[]]]),
    ...(figure.expected === undefined ? [] : [['expected', figure.expected] as [string, readonly number[]]]),
    ...(figure.data?.errors === undefined
      ? []
      : [
          ['data.errors.down', figure.data.errors.down] as [string, readonly number[]],
          ['data.errors.up', figure.data.errors.up] as [string, readonly number[]],
        ]),
    ...(figure.data === undefined ? [] : [['data', figure.data.counts] as [string, readonly (number | null)[]]]),
  ];
  for (const [where, counts] of columns) {
    requireLength(where, counts, bins, `${figure.edges.length} edges`);
    requireFinite(where, counts, where.startsWith('overlays') || where === 'data' ? 'allowed' : 'refused');
  }
  for (const curve of figure.curves ?? []) {
    requireLength(`curves '${curve.name}'`, curve.y, curve.x.length, 'its x');
  }
  figure.data?.counts.forEach((count, i) => {
    const hidden = (figure.masked ?? []).some(
      (range) => figure.edges[i] < range.to && figure.edges[i + 1] > range.from,
    );
    if (hidden && count !== null) {
      throw new InvalidInput(`data.counts[${i}]`, 'this bin lies in a masked range; its count must be absent (null)');
    }
  });
}

export default defineFigureKind<HistogramFigure>({
  kind: 'histogram',
  shows: 'a spectrum: stacked contributions with their error, signals, data, masked ranges',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('histogram'),
    x: axis,
    y: axis,
    edges: numbers,
    stacks: maybe(v.array(v.strictObject({ name: text, counts: numbers, colour: maybe(colour) }))),
    totalError: maybe(numbers),
    overlays: maybe(
      v.array(v.strictObject({ name: text, counts: column, colour: maybe(colour), dashed: maybe(v.boolean()) })),
    ),
    curves: maybe(v.array(v.strictObject({ name: text, x: numbers, y: numbers, colour: maybe(colour) }))),
    data: maybe(
      v.strictObject({
        name: text,
        counts: column,
        errors: maybe(v.strictObject({ down: numbers, up: numbers })),
        drawEmpty: maybe(v.boolean()),
      }),
    ),
    expected: maybe(numbers),
    masked: maybe(v.array(maskedRange)),
    marks: maybe(v.array(v.strictObject({ x: number, label: text, colour: maybe(colour) }))),
    panel: maybe(v.picklist(['ratio', 'pull'])),
    legendAt,
  }),
  draw: drawHistogram,
});
