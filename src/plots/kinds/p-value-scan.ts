import * as v from 'valibot';
import { normalSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { dashPattern, lineColour, okabeIto } from '../drawing/colours/palette.ts';
import type { FigureLook } from '../drawing/figure-look.ts';
import {
  axis,
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
import { markerAt } from '../drawing/marks/markers.ts';
import { type MaskedRange, maskedRangeMarkup } from '../drawing/marks/masked-range.ts';
import { acrossPanel } from '../drawing/panel.ts';
import { linePath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { fixed, significant } from '../drawing/text/number-text.ts';
import { labelAt } from '../drawing/text/rich-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Local p-values against a hypothesis, with the levels of 0, 1, 2 … Gaussian standard deviations (one-sided), the
 * smallest p-value marked, and the global p-value after look-elsewhere. A hypothesis not searched is null.
 */
export interface PValueScanFigure extends FigureText {
  kind: 'p-value-scan';
  x: AxisText;
  at: readonly number[];
  localP: readonly (number | null)[];
  /** p-values that a signal would give in the median. */
  expected?: readonly (number | null)[];
  expectedName?: string;
  global?: { p: number; significance: number };
  notSearched?: readonly MaskedRange[];
  legendAt?: LegendCorner;
}

/** The SVG of a p-value scan. Throws InvalidInput unless all p-values present lie in (0, 1] and one is present. */
export function drawPValueScan(figure: PValueScanFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const { at, localP } = figure;
  requireFinite('at', at);
  requireProbabilities('localP', localP, at.length);
  if (figure.expected !== undefined) requireProbabilities('expected', figure.expected, at.length);
  if (figure.global !== undefined) requireProbabilities('global.p', [figure.global.p], 1);
  const smallest = localP.reduce<number | null>(
    (best, p) => (p !== null && (best === null || p < best) ? p : best),
    null,
  );
  if (smallest === null) throw new InvalidInput('localP', 'every p-value is absent');
  const lowest = Math.min(smallest, ...(figure.expected ?? []).filter((p) => p !== null), 0.02);
  let sigmas = 2;
  while (sigmas < 8 && normalSurvival(sigmas) > lowest) sigmas += 1;
  const chart = openChart({
    kind: 'p-value-scan',
    look,
    text: {
      ...figure,
      notes: [
        ...(figure.global === undefined
          ? []
          : [
              `smallest local p = ${significant(smallest, 2)}`,
              `global p = ${significant(figure.global.p, 2)} (${fixed(figure.global.significance, 1)}σ)`,
            ]),
        ...(figure.notes ?? []),
      ],
    },
    x: { axis: figure.x, data: at },
    y: {
      axis: { label: 'local p-value', scale: 'log', range: [normalSurvival(sigmas) / 6, 8] },
      data: localP.filter((p) => p !== null),
    },
    legend: [
      { name: 'observed', stroke: '#000' },
      ...(figure.expected === undefined
        ? []
        : [{ name: figure.expectedName ?? 'expected with a signal', stroke: lineColour(1), dash: dashPattern(1) }]),
    ],
    legendAt: figure.legendAt,
    rightRoom: 40,
  });
  const { drawing, panel } = chart;
  const right = panel.box.x + panel.box.width;
  for (let n = 0; n <= sigmas; n++) {
    const p = normalSurvival(n);
    panel.add(acrossPanel(panel, p, { stroke: lineColour(0), 'stroke-width': 1.2, 'stroke-dasharray': '3 4' }));
    panel.over(labelAt(right + 8, panel.y.at(p) + 5, `${n}σ`, { size: drawing.letters.small, fill: lineColour(0) }));
  }
  if (figure.expected !== undefined) {
    panel.add(linePath(panel, at, figure.expected, { stroke: lineColour(1), dash: dashPattern(1) }));
  }
  for (const range of figure.notSearched ?? []) {
    maskedRangeMarkup(drawing, panel, { ...range, label: range.label ?? 'not searched' });
  }
  panel.add(linePath(panel, at, localP, { stroke: '#000', width: 1.8 }));
  const place = localP.indexOf(smallest);
  panel.add(markerAt('open-circle', panel.x.at(at[place]), panel.y.at(smallest), 6, okabeIto.vermillion));
  return chart.close();
}

function requireProbabilities(where: string, values: readonly (number | null)[], length: number): void {
  requireLength(where, values, length, 'at');
  values.forEach((p, i) => {
    if (p !== null && !(p > 0 && p <= 1)) {
      throw new InvalidInput(`${where}[${i}]`, `${p} is not a probability above 0 and at most 1`);
    }
  });
}

export default defineFigureKind<PValueScanFigure>({
  kind: 'p-value-scan',
  shows: 'local p-values with levels in σ, and the global one',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('p-value-scan'),
    x: axis,
    at: numbers,
    localP: column,
    expected: maybe(column),
    expectedName: maybe(text),
    global: maybe(v.strictObject({ p: number, significance: number })),
    notSearched: maybe(v.array(maskedRange)),
    legendAt,
  }),
  draw: drawPValueScan,
});
