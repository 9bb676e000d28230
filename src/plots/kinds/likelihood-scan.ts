import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { dashPattern, lineColour } from '../drawing/colours/palette.ts';
import type { FigureLook } from '../drawing/figure-look.ts';
import { axis, column, figureText, legendAt, maybe, number, numbers, text } from '../drawing/figure-schema.ts';
import type { LegendCorner } from '../drawing/legend.ts';
import { acrossPanel } from '../drawing/panel.ts';
import { linePath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { alongLine } from '../drawing/text/names.ts';
import { segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * −2Δln L along one parameter: one or more curves (profiled, other parameters fixed), the levels of confidence, and
 * the interval of each solution as vertical lines from its level to the axis. A parameter may have several solutions.
 */
export interface LikelihoodScanFigure extends FigureText {
  kind: 'likelihood-scan';
  x: AxisText;
  curves: readonly { name: string; x: readonly number[]; twiceDeltaNll: readonly (number | null)[] }[];
  /** Heights and names of the levels; 1 and 4 (68.3 % and 95.4 % of one parameter) where absent. */
  levels?: readonly { value: number; label: string }[];
  intervals?: readonly { best: number; low: number; high: number; level?: number; label?: string }[];
  /** Top of the axis; 1.6 times the highest level where absent. */
  top?: number;
  legendAt?: LegendCorner;
}

const usualLevels = [
  { value: 1, label: '68.3 %' },
  { value: 4, label: '95.4 %' },
];

/** The SVG of a likelihood scan. Throws InvalidInput without curves, for unequal lengths or non-finite numbers. */
export function drawLikelihoodScan(figure: LikelihoodScanFigure, look?: FigureLook): string {
  requireNumbers(figure);
  if (figure.curves.length === 0) throw new InvalidInput('curves', 'a likelihood scan needs at least one curve');
  for (const curve of figure.curves) {
    requireLength(`curves '${curve.name}'`, curve.twiceDeltaNll, curve.x.length, 'its x');
    requireFinite(`curves '${curve.name}' x`, curve.x);
    requireFinite(`curves '${curve.name}'`, curve.twiceDeltaNll, 'allowed');
  }
  const intervals = figure.intervals ?? [];
  for (const [i, interval] of intervals.entries()) {
    if (!(interval.low <= interval.best && interval.best <= interval.high)) {
      throw new InvalidInput(
        `intervals[${i}]`,
        `needs low ≤ best ≤ high, found ${interval.low}, ${interval.best}, ${interval.high}`,
      );
    }
  }
  const levels = figure.levels ?? usualLevels;
  const top = figure.top ?? 1.6 * Math.max(...levels.map((level) => level.value), 1);
  const chart = openChart({
    kind: 'likelihood-scan',
    text: figure,
    look,
    x: { axis: figure.x, data: figure.curves.flatMap((curve) => [...curve.x]) },
    y: { axis: { label: '−2Δln L' }, data: [0, top], headroom: true, fromZero: true, padding: 0 },
    legend:
      figure.curves.length === 1 && figure.legendAt === undefined
        ? []
        : figure.curves.map((curve, i) => ({ name: curve.name, stroke: lineColour(i + 1), dash: dashPattern(i) })),
    legendAt: figure.legendAt,
  });
  const { panel } = chart;
  const { box } = panel;
  for (const level of levels) {
    panel.add(acrossPanel(panel, level.value, { stroke: '#555', 'stroke-width': 1.4, 'stroke-dasharray': '3 4' }));
    panel.name(level.label, alongLine(box, panel.y.at(level.value)), { halo: true });
  }
  figure.curves.forEach((curve, i) => {
    panel.add(
      linePath(panel, curve.x, curve.twiceDeltaNll, { stroke: lineColour(i + 1), dash: dashPattern(i), width: 2.4 }),
    );
  });
  for (const interval of intervals) {
    const height = panel.y.at(interval.level ?? levels[0].value);
    for (const end of [interval.low, interval.high]) {
      const x = panel.x.at(end);
      panel.add(
        segment([x, height], [x, box.y + box.height], {
          stroke: '#000',
          'stroke-width': 1.5,
          'stroke-dasharray': '6 4',
        }),
      );
    }
    if (interval.label === undefined) continue;
    const y = box.y + box.height - 16;
    panel.name(
      interval.label,
      [
        { x: panel.x.at(interval.high) + 8, y, anchor: 'start' },
        { x: panel.x.at(interval.low) - 8, y, anchor: 'end' },
      ],
      { halo: true },
    );
  }
  return chart.close();
}

export default defineFigureKind<LikelihoodScanFigure>({
  kind: 'likelihood-scan',
  shows: '−2Δln L along one parameter with its intervals',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('likelihood-scan'),
    x: axis,
    curves: v.array(v.strictObject({ name: text, x: numbers, twiceDeltaNll: column })),
    levels: maybe(v.array(v.strictObject({ value: number, label: text }))),
    intervals: maybe(
      v.array(v.strictObject({ best: number, low: number, high: number, level: maybe(number), label: maybe(text) })),
    ),
    top: maybe(number),
    legendAt,
  }),
  draw: drawLikelihoodScan,
});
