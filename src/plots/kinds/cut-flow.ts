import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { okabeIto } from '../drawing/colours/palette.ts';
import { dataDomain } from '../drawing/domain.ts';
import { Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf, narrowWidth } from '../drawing/figure-look.ts';
import { figureText, maybe, number, text } from '../drawing/figure-schema.ts';
import { type LegendEntry, legendBelow, legendRows } from '../drawing/legend.ts';
import { horizontalBar, markerAt } from '../drawing/marks/markers.ts';
import { openPanel, xAxisRoom } from '../drawing/panel.ts';
import { planRows, rowLayout } from '../drawing/row-layout.ts';
import type { FigureText } from '../drawing/text/figure-text.ts';
import { significant } from '../drawing/text/number-text.ts';
import { labelAt, textWidth } from '../drawing/text/rich-text.ts';
import { element } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/** An efficiency within 0…1 and the ends of its interval about it. */
export interface EfficiencyInterval {
  value: number;
  low: number;
  high: number;
}

/**
 * A cut-flow: for each step, from the first down, the weighted yield that is left (bars, logarithmic), the efficiency
 * of the cut on what came in (from the yields, without an interval, where it is not given), and its N−1 efficiency, that of the cut when all others are applied.
 */
export interface CutFlowFigure extends FigureText {
  kind: 'cut-flow';
  /** What is counted, for the axis: `weighted decays`. */
  counted: string;
  steps: readonly { name: string; yield: number; efficiency?: EfficiencyInterval; nMinusOne?: EfficiencyInterval }[];
}

/** The SVG of a cut-flow. Throws InvalidInput without steps, or for a negative or non-finite yield. */
export function drawCutFlow(figure: CutFlowFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const { steps } = figure;
  if (steps.length === 0) throw new InvalidInput('steps', 'a cut-flow needs at least one step');
  for (const [i, step] of steps.entries()) {
    if (!(step.yield >= 0 && Number.isFinite(step.yield))) {
      throw new InvalidInput(`steps[${i}].yield`, `${step.yield} is not a yield (finite, zero or more)`);
    }
    for (const kind of ['efficiency', 'nMinusOne'] as const) {
      const found = step[kind];
      if (found === undefined) continue;
      const { value, low, high } = found;
      if (!(value >= 0 && value <= 1 + 1e-9 && low <= value + 1e-9 && high >= value - 1e-9)) {
        throw new InvalidInput(
          `steps[${i}].${kind}`,
          `needs 0 ≤ value ≤ 1 and low ≤ value ≤ high, found ${low}, ${value}, ${high}`,
        );
      }
    }
  }
  const letters = lettersOf(look ?? {});
  const narrow = look?.layout === 'narrow';
  const plan = planRows(steps, look, { rowHeight: 34, widestName: 230 });
  const countAxis = { label: figure.counted, scale: 'log' as const };
  const efficiencyAxis = { label: 'efficiency of the cut' };
  const axisRoom = Math.max(
    xAxisRoom(countAxis, narrow ? 170 : 300, letters),
    xAxisRoom(efficiencyAxis, narrow ? 120 : 200, letters),
  );
  const legend: LegendEntry[] = [
    { name: 'left after the cut', fill: okabeIto.skyBlue },
    { name: 'efficiency in sequence', marker: 'circle', errorBar: true },
    ...(steps.some((step) => step.nMinusOne !== undefined)
      ? [{ name: 'N−1', marker: 'open-square' as const, markerColour: okabeIto.vermillion, errorBar: true }]
      : []),
  ];
  const keyHeight = legendRows(legend, (narrow ? narrowWidth : (figure.width ?? 720)) - 28, letters).height + 8;
  const bottom = axisRoom + keyHeight;
  const drawing = new Drawing(figure, 'cut-flow', look, { width: 720, content: plan.height + bottom + 6 });
  const rows = rowLayout(drawing, plan, { top: 6, bottom, right: narrow ? 4 : 16 });
  const { frame } = rows;
  const first = { ...frame, width: frame.width * 0.53 };
  const second = { ...frame, x: frame.x + frame.width * 0.62, width: frame.width * 0.38 };
  const noTicks = { label: '' };
  const yDomain = [steps.length, 0] as const;
  const positive = steps.map((step) => step.yield).filter((value) => value > 0);
  const [low, high] = dataDomain(countAxis, positive.length > 0 ? positive : [1], { padding: 0.06 });
  const xDomain = [low / 3, high * 12] as const;
  const bars = openPanel(drawing, {
    box: first,
    xAxis: countAxis,
    yAxis: noTicks,
    xDomain,
    yDomain,
    yTicks: 'none',
    name: 'yields',
  });
  const points = openPanel(drawing, {
    box: second,
    xAxis: efficiencyAxis,
    yAxis: noTicks,
    xDomain: [0, narrow ? 1.15 : 1.08],
    yDomain,
    yTicks: 'none',
    name: 'efficiencies',
  });
  steps.forEach((step, i) => {
    const y = rows.middle(i);
    const end = Math.max(first.x, bars.x.at(step.yield));
    const height = rows.band(i) * 0.62;
    bars.add(
      element('rect', {
        x: first.x,
        y: y - height / 2,
        width: end - first.x,
        height,
        fill: okabeIto.skyBlue,
        stroke: '#000',
        'stroke-width': 0.8,
      }),
    );
    const text = significant(step.yield);
    const outside = end + 8 + textWidth(text, letters.small) < first.x + first.width;
    bars.add(
      labelAt(outside ? end + 7 : end - 7, y + 0.36 * letters.small, text, {
        size: letters.small,
        anchor: outside ? 'start' : 'end',
      }),
    );
    if (i % 2 === 1)
      points.add(
        element('rect', {
          x: second.x,
          y: y - rows.band(i) / 2,
          width: second.width,
          height: rows.band(i),
          fill: '#f3f5f7',
        }),
      );
    if (step.nMinusOne !== undefined) {
      const { value, low: from, high: to } = step.nMinusOne;
      points.add(horizontalBar(y + 6, points.x.at(from), points.x.at(to), okabeIto.vermillion));
      points.add(markerAt('open-square', points.x.at(value), y + 6, 5, okabeIto.vermillion));
    }
    const before = i === 0 ? 0 : steps[i - 1].yield;
    if (step.efficiency === undefined && before > 0 && step.yield <= before) {
      const at = step.nMinusOne === undefined ? y : y - 6;
      points.add(markerAt('circle', points.x.at(step.yield / before), at, 4.5, '#000'));
    }
    if (step.efficiency !== undefined) {
      const { value, low: from, high: to } = step.efficiency;
      const at = step.nMinusOne === undefined ? y : y - 6;
      points.add(
        horizontalBar(at, points.x.at(from), points.x.at(to)),
        markerAt('circle', points.x.at(value), at, 4.5, '#000'),
      );
    }
  });
  bars.close();
  points.close();
  rows.names();
  drawing.heading({ ...frame, x: drawing.inside.x, width: drawing.inside.width });
  drawing.add(
    legendBelow(legend, drawing.inside.x + 6, frame.y + frame.height + axisRoom, drawing.inside.width - 12, drawing),
  );
  return drawing.close();
}

const interval = v.strictObject({ value: number, low: number, high: number });

export default defineFigureKind<CutFlowFigure>({
  kind: 'cut-flow',
  shows: 'what is left after each cut, and what each cut does in sequence and alone',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('cut-flow'),
    counted: text,
    steps: v.array(
      v.strictObject({ name: text, yield: number, efficiency: maybe(interval), nMinusOne: maybe(interval) }),
    ),
  }),
  draw: drawCutFlow,
});
