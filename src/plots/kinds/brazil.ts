import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { bandColours, dashPattern, lineColour, okabeIto } from '../drawing/colours/palette.ts';
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
import { markerAt } from '../drawing/marks/markers.ts';
import { type MaskedRange, maskedRangeMarkup } from '../drawing/marks/masked-range.ts';
import { bandPath, linePath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Upper limits against a hypothesis (a mass, a coupling, μ): the expected median with its ±1σ and ±2σ bands and the
 * observed line; further lines for theory or earlier limits; ranges that are not searched hatched. `expected[k]` is the
 * column of the −2σ, −1σ, median, +1σ, +2σ limits; an absent limit is null. `level` draws a line across (1 for μ).
 */
export interface BrazilFigure extends FigureText {
  kind: 'brazil';
  x: AxisText;
  y: AxisText;
  at: readonly number[];
  expected: readonly (readonly (number | null)[])[];
  observed?: readonly (number | null)[];
  /** Name of the observed line; says `pseudo-data` where they are. */
  observedName?: string;
  others?: readonly { name: string; x: readonly number[]; y: readonly (number | null)[]; colour?: string }[];
  level?: number;
  notSearched?: readonly MaskedRange[];
  legendAt?: LegendCorner;
}

const expectedColour = okabeIto.blue;

/** The SVG of a Brazil band. Throws InvalidInput unless there are five expected columns as long as `at`. */
export function drawBrazil(figure: BrazilFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const { at, expected } = figure;
  if (expected.length !== 5)
    throw new InvalidInput('expected', `needs five columns (−2σ … +2σ), found ${expected.length}`);
  requireFinite('at', at);
  for (const [k, column] of expected.entries()) {
    requireLength(`expected[${k}]`, column, at.length, 'at');
    requireFinite(`expected[${k}]`, column, 'allowed');
  }
  if (figure.observed !== undefined) {
    requireLength('observed', figure.observed, at.length, 'at');
    requireFinite('observed', figure.observed, 'allowed');
  }
  const others = figure.others ?? [];
  for (const line of others) {
    requireLength(`others '${line.name}'`, line.y, line.x.length, 'its x');
    requireFinite(`others '${line.name}' x`, line.x);
    requireFinite(`others '${line.name}'`, line.y, 'allowed');
  }
  const shown = [
    ...expected.flat(),
    ...(figure.observed ?? []),
    ...others.flatMap((line) => line.y),
    figure.level ?? null,
  ];
  const chart = openChart({
    kind: 'brazil',
    text: figure,
    look,
    x: { axis: figure.x, data: at },
    y: { axis: figure.y, data: shown.filter((value) => value !== null), headroom: true },
    legend: [
      ...(figure.observed === undefined
        ? []
        : [{ name: figure.observedName ?? 'observed', stroke: '#000', width: 2.8 }]),
      { name: 'expected', stroke: expectedColour, dash: dashPattern(1) },
      { name: 'expected ±1σ', fill: bandColours.oneSigma },
      { name: 'expected ±2σ', fill: bandColours.twoSigma },
      ...others.map((line, i) => ({ name: line.name, stroke: line.colour ?? lineColour(i), dash: dashPattern(i + 2) })),
    ],
    legendAt: figure.legendAt,
  });
  const { drawing, panel } = chart;
  panel.add(
    bandPath(panel, at, expected[0], expected[4], { fill: bandColours.twoSigma }),
    bandPath(panel, at, expected[1], expected[3], { fill: bandColours.oneSigma }),
  );
  if (figure.level !== undefined) {
    const ends = [...panel.x.domain];
    panel.add(linePath(panel, ends, [figure.level, figure.level], { stroke: lineColour(0), width: 1.8 }));
  }
  others.forEach((line, i) => {
    panel.add(linePath(panel, line.x, line.y, { stroke: line.colour ?? lineColour(i), dash: dashPattern(i + 2) }));
  });
  for (const range of figure.notSearched ?? []) {
    maskedRangeMarkup(drawing, panel, { ...range, label: range.label ?? 'not searched' });
  }
  // The expected line lies on top, in a colour of its own, so that both show where they coincide.
  if (figure.observed !== undefined) panel.add(linePath(panel, at, figure.observed, { stroke: '#000', width: 2.8 }));
  panel.add(linePath(panel, at, expected[2], { stroke: expectedColour, dash: dashPattern(1), width: 2 }));
  if (figure.observed !== undefined && at.length <= 60) {
    figure.observed.forEach((value, i) => {
      if (value !== null) panel.add(markerAt('circle', panel.x.at(at[i]), panel.y.at(value), 3.2, '#000'));
    });
  }
  return chart.close();
}

export default defineFigureKind<BrazilFigure>({
  kind: 'brazil',
  shows: 'the expected limit with its ±1σ and ±2σ bands, the observed one and further lines',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('brazil'),
    x: axis,
    y: axis,
    at: numbers,
    expected: v.array(column),
    observed: maybe(column),
    observedName: maybe(text),
    others: maybe(v.array(v.strictObject({ name: text, x: numbers, y: column, colour: maybe(colour) }))),
    level: maybe(number),
    notSearched: maybe(v.array(maskedRange)),
    legendAt,
  }),
  draw: drawBrazil,
});
