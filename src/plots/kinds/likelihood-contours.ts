import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { dashPattern, lineColour } from '../drawing/colours/palette.ts';
import { dataDomain } from '../drawing/domain.ts';
import { type Box, Drawing } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf, narrowWidth } from '../drawing/figure-look.ts';
import {
  axis,
  colour,
  figureText,
  legendAt,
  marker,
  maybe,
  number,
  pair,
  rings,
  text,
} from '../drawing/figure-schema.ts';
import {
  type LegendCorner,
  type LegendEntry,
  legendBelow,
  legendMarkup,
  legendRows,
  legendSize,
} from '../drawing/legend.ts';
import { horizontalBar, type MarkerShape, markerAt, verticalBar } from '../drawing/marks/markers.ts';
import type { Rings } from '../drawing/marks/rings.ts';
import { openPanel, type Panel, xAxisRoom, yAxisRoom } from '../drawing/panel.ts';
import { ringsPath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Contours of a likelihood in two parameters: one or more solutions, each with its best point and the rings of every
 * confidence level (`levels` names them, innermost first), and other measurements as points with error bars. Solutions
 * share one frame, or, `apart`, each has a frame of its own, so that small contours far from each other stay readable.
 */
export interface LikelihoodContoursFigure extends FigureText {
  kind: 'likelihood-contours';
  x: AxisText;
  y: AxisText;
  /** Names of the levels, such as `68 %` and `95 %`, in the order of each solution's `contours`. */
  levels: readonly string[];
  solutions: readonly { name: string; best: readonly [number, number]; contours: readonly Rings[]; colour?: string }[];
  points?: readonly { name: string; x: number; y: number; xError?: number; yError?: number; marker?: MarkerShape }[];
  apart?: boolean;
  legendAt?: LegendCorner;
}

type Point = readonly [number, number];

const pointShapes: readonly MarkerShape[] = ['square', 'triangle', 'diamond', 'open-circle', 'open-square'];
const opacity = [0.4, 0.2, 0.1];

/** The SVG of contours. Throws InvalidInput without solutions, or when contours do not fit the levels. */
export function drawLikelihoodContours(figure: LikelihoodContoursFigure, look?: FigureLook): string {
  requireNumbers(figure);
  check(figure);
  const points = figure.points ?? [];
  const groups = figure.apart === true ? figure.solutions.map((_, i) => [i]) : [figure.solutions.map((_, i) => i)];
  const legend: LegendEntry[] = [
    ...figure.solutions.map((s, i) => ({ name: s.name, marker: 'cross' as const, markerColour: colourOf(figure, i) })),
    ...figure.levels.map((name, k) => ({ name, stroke: '#444', dash: dashPattern(k) })),
    ...points.map((p, i) => ({ name: p.name, marker: shapeOf(figure, i) })),
  ];
  const letters = lettersOf(look ?? {});
  const narrow = look?.layout === 'narrow';
  const corner =
    narrow || figure.legendAt === 'right' ? 'below' : (figure.legendAt ?? (figure.apart ? 'below' : 'top-right'));
  const room = legendSize(legend, letters);
  const canvas = narrow ? narrowWidth : (figure.width ?? (figure.apart === true ? 900 : 720));
  const under = corner === 'below' ? legendRows(legend, canvas - 28, letters).height + 10 : 0;
  const axisRoom = xAxisRoom(figure.x, narrow ? 290 : 400, letters);
  // In a narrow figure the frames of solutions apart stand under each other.
  const stacked = narrow && groups.length > 1;
  const frames = stacked ? groups.length : 1;
  const drawing = new Drawing(
    figure,
    'likelihood-contours',
    look,
    narrow ? { content: frames * (250 + axisRoom) + under } : { width: canvas, height: 540 + under },
  );
  const { inside } = drawing;
  const width = stacked ? inside.width : inside.width / groups.length;
  const height = (inside.height - under) / frames - axisRoom;
  groups.forEach((group, g) => {
    const last = g === groups.length - 1;
    const shown = pointsOf(figure, group);
    const xDomain = dataDomain(
      figure.x,
      shown.map(([x]) => x),
      { padding: 0.12 },
    );
    const headroom = last && corner.startsWith('top') ? Math.min(0.5, (room.height + 10) / height) : 0;
    const yDomain = dataDomain(
      figure.y,
      shown.map(([, y]) => y),
      { padding: 0.12, headroom },
    );
    const left = yAxisRoom(figure.y, yDomain, height, letters);
    const box: Box = {
      x: inside.x + (stacked ? 0 : g * width) + left,
      y: inside.y + (stacked ? g * (height + axisRoom) : 0),
      width: width - left - (narrow ? 12 : 22),
      height,
    };
    const panel = openPanel(drawing, { box, xAxis: figure.x, yAxis: figure.y, xDomain, yDomain, name: `panel-${g}` });
    drawSolutions(figure, group, panel);
    panel.close();
    if (last) {
      drawing.add(
        corner === 'below'
          ? legendBelow(legend, inside.x + 6, inside.y + inside.height - under + 4, inside.width - 12, drawing)
          : legendMarkup(legend, corner, box, drawing),
      );
    }
    if (g === 0) drawing.heading({ ...box, width: inside.x + inside.width - 22 - box.x });
  });
  return drawing.close();
}

function drawSolutions(figure: LikelihoodContoursFigure, group: readonly number[], panel: Panel): void {
  for (const i of group) {
    const { best, contours } = figure.solutions[i];
    const colour = colourOf(figure, i);
    for (let k = contours.length - 1; k >= 0; k--) {
      panel.add(
        ringsPath(panel, contours[k], { fill: colour, opacity: opacity[Math.min(k, 2)] }),
        ringsPath(panel, contours[k], { stroke: colour, dash: dashPattern(k), width: 2 }),
      );
    }
    panel.add(markerAt('cross', panel.x.at(best[0]), panel.y.at(best[1]), 6, colour));
  }
  (figure.points ?? []).forEach((point, i) => {
    const [x, y] = [panel.x.at(point.x), panel.y.at(point.y)];
    if (point.xError !== undefined) {
      panel.add(horizontalBar(y, panel.x.at(point.x - point.xError), panel.x.at(point.x + point.xError), '#000', 4));
    }
    if (point.yError !== undefined) {
      panel.add(verticalBar(x, panel.y.at(point.y - point.yError), panel.y.at(point.y + point.yError), '#000', 4));
    }
    panel.add(markerAt(shapeOf(figure, i), x, y, 5.5, '#000'));
  });
  if (figure.apart === true) {
    const { name } = figure.solutions[group[0]];
    const { x, y, width, height } = panel.box;
    panel.name(
      name,
      [
        { x: x + 16, y: y + height - 22, anchor: 'start' },
        { x: x + width - 16, y: y + height - 22, anchor: 'end' },
        { x: x + 16, y: y + 22, anchor: 'start' },
      ],
      { bold: true, fill: colourOf(figure, group[0]), halo: true },
    );
  }
}

/** The points that a frame must show: contours and best points of its solutions, and measurements near to them. */
function pointsOf(figure: LikelihoodContoursFigure, group: readonly number[]): Point[] {
  const own = group.flatMap((i): Point[] => [figure.solutions[i].best, ...figure.solutions[i].contours.flat(2)]);
  const near = (figure.points ?? []).filter((point) => {
    if (figure.apart !== true) return true;
    const nearest = (at: number, k: 0 | 1): number => {
      const values = own.map((p) => p[k]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return Math.max(low - at, at - high, 0) / (high - low || 1);
    };
    return nearest(point.x, 0) <= 3 && nearest(point.y, 1) <= 3;
  });
  return [
    ...own,
    ...near.flatMap((p): Point[] => [
      [p.x - (p.xError ?? 0), p.y - (p.yError ?? 0)],
      [p.x + (p.xError ?? 0), p.y + (p.yError ?? 0)],
    ]),
  ];
}

function colourOf(figure: LikelihoodContoursFigure, i: number): string {
  return figure.solutions[i].colour ?? lineColour(i === 0 ? 1 : i === 1 ? 0 : i);
}

function shapeOf(figure: LikelihoodContoursFigure, i: number): MarkerShape {
  return figure.points?.[i].marker ?? pointShapes[i % pointShapes.length];
}

function check(figure: LikelihoodContoursFigure): void {
  if (figure.solutions.length === 0) throw new InvalidInput('solutions', 'contours need at least one solution');
  for (const [i, solution] of figure.solutions.entries()) {
    if (solution.contours.length !== figure.levels.length) {
      throw new InvalidInput(
        `solutions[${i}].contours`,
        `has ${solution.contours.length} contours, but ${figure.levels.length} levels are named`,
      );
    }
  }
}

export default defineFigureKind<LikelihoodContoursFigure>({
  kind: 'likelihood-contours',
  shows: 'contours of a likelihood in two parameters',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('likelihood-contours'),
    x: axis,
    y: axis,
    levels: v.array(text),
    solutions: v.array(v.strictObject({ name: text, best: pair, contours: v.array(rings), colour: maybe(colour) })),
    points: maybe(
      v.array(
        v.strictObject({ name: text, x: number, y: number, xError: maybe(number), yError: maybe(number), marker }),
      ),
    ),
    apart: maybe(v.boolean()),
    legendAt,
  }),
  draw: drawLikelihoodContours,
});
