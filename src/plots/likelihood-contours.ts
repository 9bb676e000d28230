import { InvalidInput } from '../schema/index.ts';
import { openChart } from './drawing/chart.ts';
import { requireFinite } from './drawing/checked-input.ts';
import type { AxisText, FigureText } from './drawing/figure-text.ts';
import type { LegendCorner, LegendEntry } from './drawing/legend.ts';
import { horizontalBar, type MarkerShape, markerAt, verticalBar } from './drawing/markers.ts';
import { dashPattern, lineColour, okabeIto } from './drawing/palette.ts';
import { ringsPath } from './drawing/paths.ts';
import { labelAt } from './drawing/rich-text.ts';
import type { Rings } from './exclusion.ts';

/**
 * Contours of a likelihood in two parameters: one or more solutions, each with its best point and the rings of every
 * confidence level (`levels` names them, innermost first), and other measurements as points with error bars.
 */
export interface LikelihoodContoursFigure extends FigureText {
  kind: 'likelihood-contours';
  x: AxisText;
  y: AxisText;
  /** Names of the levels, such as `68 %` and `95 %`, in the order of each solution's `contours`. */
  levels: readonly string[];
  solutions: readonly { name: string; best: readonly [number, number]; contours: readonly Rings[]; colour?: string }[];
  points?: readonly { name: string; x: number; y: number; xError?: number; yError?: number; marker?: MarkerShape }[];
  legendAt?: LegendCorner;
}

const pointShapes: readonly MarkerShape[] = ['square', 'triangle', 'diamond', 'open-circle', 'open-square'];
const opacity = [0.4, 0.2, 0.1];

/** The SVG of contours. Throws InvalidInput without solutions, or when contours do not fit the levels. */
export function drawLikelihoodContours(figure: LikelihoodContoursFigure): string {
  check(figure);
  const points = figure.points ?? [];
  const all = [
    ...figure.solutions.flatMap((s) => [s.best, ...s.contours.flat(2)]),
    ...points.flatMap((p): [number, number][] => [
      [p.x - (p.xError ?? 0), p.y - (p.yError ?? 0)],
      [p.x + (p.xError ?? 0), p.y + (p.yError ?? 0)],
    ]),
  ];
  const colour = (i: number): string => figure.solutions[i].colour ?? lineColour(i === 0 ? 1 : i === 1 ? 0 : i);
  const shape = (i: number): MarkerShape => points[i].marker ?? pointShapes[i % pointShapes.length];
  const legend: LegendEntry[] = [
    ...figure.solutions.map((s, i) => ({ name: s.name, marker: 'cross' as const, stroke: undefined, fill: colour(i) })),
    ...figure.levels.map((name, k) => ({ name, stroke: '#444', dash: dashPattern(k) })),
    ...points.map((p, i) => ({ name: p.name, marker: shape(i) })),
  ];
  const chart = openChart({
    kind: 'likelihood-contours',
    text: figure,
    x: { axis: figure.x, data: all.map((point) => point[0]), padding: 0.12 },
    y: { axis: figure.y, data: all.map((point) => point[1]), padding: 0.08, headroom: true },
    legend: legend.map((entry) => (entry.marker === 'cross' ? { ...entry, opacity: 0.3 } : entry)),
    legendAt: figure.legendAt,
  });
  const { panel } = chart;
  figure.solutions.forEach((solution, i) => {
    for (let k = solution.contours.length - 1; k >= 0; k--) {
      const rings = solution.contours[k];
      panel.add(
        ringsPath(panel, rings, { fill: colour(i), opacity: opacity[Math.min(k, 2)] }),
        ringsPath(panel, rings, { stroke: colour(i), dash: dashPattern(k), width: 2 }),
      );
    }
    const [x, y] = [panel.x.at(solution.best[0]), panel.y.at(solution.best[1])];
    panel.add(markerAt('cross', x, y, 6, colour(i)));
  });
  points.forEach((point, i) => {
    const [x, y] = [panel.x.at(point.x), panel.y.at(point.y)];
    if (point.xError !== undefined) {
      panel.add(horizontalBar(y, panel.x.at(point.x - point.xError), panel.x.at(point.x + point.xError), '#000', 4));
    }
    if (point.yError !== undefined) {
      panel.add(verticalBar(x, panel.y.at(point.y - point.yError), panel.y.at(point.y + point.yError), '#000', 4));
    }
    panel.add(markerAt(shape(i), x, y, 5.5, okabeIto.black));
  });
  if (figure.solutions.length > 1) {
    for (const [i, solution] of figure.solutions.entries()) {
      const [x, y] = [panel.x.at(solution.best[0]), panel.y.at(solution.best[1])];
      panel.over(labelAt(x + 12, y - 10, solution.name, { size: 15, fill: colour(i), bold: true, halo: true }));
    }
  }
  return chart.close();
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
    requireFinite(`solutions[${i}].best`, solution.best);
    requireFinite(`solutions[${i}].contours`, solution.contours.flat(3));
  }
  for (const [i, point] of (figure.points ?? []).entries()) {
    requireFinite(`points[${i}]`, [point.x, point.y, point.xError ?? 0, point.yError ?? 0]);
  }
}
