import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireEdges, requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { type ColourScale, colourBar, colourBarRoom, colourScale } from '../drawing/colours/colour-bar.ts';
import { dashPattern, okabeIto } from '../drawing/colours/palette.ts';
import { dataDomain } from '../drawing/domain.ts';
import type { Box } from '../drawing/drawing.ts';
import { type FigureLook, lettersOf } from '../drawing/figure-look.ts';
import {
  axis,
  colour,
  column,
  figureText,
  marker,
  maybe,
  number,
  numbers,
  region,
  text,
} from '../drawing/figure-schema.ts';
import { isoLineData, isoRings } from '../drawing/marks/iso-lines.ts';
import { type MarkerShape, markerAt } from '../drawing/marks/markers.ts';
import { type PlaneRegion, regionMarkup, requireRegion } from '../drawing/marks/regions.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import type { NamePlace } from '../drawing/text/names.ts';
import { asGiven } from '../drawing/text/number-text.ts';
import { coordinate, element } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * A value over two variables as colours: a two-dimensional spectrum, an acceptance over mass and lifetime, expected
 * events or a limit over a plane. `values` are row by row: bin (i, j) is `values[j * (xEdges.length − 1) + i]`; null is
 * absent and stays white. `levels` draws lines of equal value; regions and points lie on top.
 */
export interface MapFigure extends FigureText {
  kind: 'map';
  x: AxisText;
  y: AxisText;
  z: AxisText;
  xEdges: readonly number[];
  yEdges: readonly number[];
  values: readonly (number | null)[];
  levels?: readonly { value: number; label?: string }[];
  regions?: readonly PlaneRegion[];
  points?: readonly { x: number; y: number; name: string; marker?: MarkerShape; colour?: string }[];
}

/** The SVG of a map. Throws InvalidInput where values do not fit the edges or a region is empty. */
export function drawMap(figure: MapFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const { xEdges, yEdges, values } = figure;
  requireEdges('xEdges', xEdges);
  requireEdges('yEdges', yEdges);
  const columns = xEdges.length - 1;
  requireLength('values', values, columns * (yEdges.length - 1), `a grid of ${columns} × ${yEdges.length - 1} bins`);
  requireFinite('values', values, 'allowed');
  (figure.regions ?? []).forEach((region, i) => {
    requireRegion(`regions[${i}]`, region);
  });
  const present = values.filter((value) => value !== null);
  if (present.length === 0 && figure.z.range === undefined) throw new InvalidInput('values', 'every value is absent');

  const levels = figure.levels ?? [];
  const zDomain = dataDomain(figure.z, present);
  const chart = openChart({
    kind: 'map',
    text: figure,
    look,
    x: { axis: figure.x, data: xEdges },
    y: { axis: figure.y, data: yEdges, padding: 0 },
    rightRoom: colourBarRoom(figure.z, zDomain, 440, lettersOf(look ?? {})),
    tickColour: present.length > 0.9 * values.length ? '#fff' : '#000',
  });
  const { drawing, panel } = chart;
  const colours = colourScale(figure.z, zDomain, panel.box.height);
  const xs = xEdges.map((edge) => panel.x.at(edge));
  const ys = yEdges.map((edge) => panel.y.at(edge));
  panel.add(element('g', { 'shape-rendering': 'crispEdges' }, ...cellPaths(figure, xs, ys, colours)));
  const middles = (edges: readonly number[]): number[] => edges.slice(1).map((edge, i) => (edge + edges[i]) / 2);
  const [columnsAt, rowsAt] = [middles(xs), middles(ys)];
  levels.forEach((level, i) => {
    const rings = isoRings(columnsAt, rowsAt, values, level.value);
    const d = isoLineData(rings, columnsAt, rowsAt);
    if (d === '') return;
    const line = { d, fill: 'none', 'stroke-linejoin': 'round', 'stroke-dasharray': dashPattern(i) };
    panel.add(
      element('path', { ...line, stroke: '#000', 'stroke-width': 4, 'stroke-opacity': '0.45' }),
      element('path', { ...line, stroke: '#fff', 'stroke-width': 2.2 }),
    );
    const label = level.label ?? asGiven(level.value, 3);
    panel.name(label, namePlaces(rings, panel.box, i), { bold: true, fill: '#fff', halo: '#222' });
  });
  for (const region of figure.regions ?? []) regionMarkup(drawing, panel, region, true);
  for (const point of figure.points ?? []) {
    const [x, y] = [panel.x.at(point.x), panel.y.at(point.y)];
    panel.add(markerAt(point.marker ?? 'star', x, y, 7, point.colour ?? okabeIto.vermillion));
    panel.name(
      point.name,
      [
        { x: x + 12, y, anchor: 'start' },
        { x: x - 12, y, anchor: 'end' },
        { x, y: y - 18, anchor: 'middle' },
        { x, y: y + 18, anchor: 'middle' },
      ],
      { fill: '#fff', halo: '#222' },
    );
  }
  colourBar(drawing, panel.box, figure.z, colours);
  return chart.close();
}

/** The cells as one path per colour; neighbours of one colour in a row are one rectangle. */
function cellPaths(figure: MapFigure, xs: readonly number[], ys: readonly number[], colours: ColourScale): string[] {
  const columns = xs.length - 1;
  const paths = new Map<string, string>();
  const colourOf = (k: number): string => {
    const value = figure.values[k];
    return value === null || (figure.z.scale === 'log' && value <= 0) ? '' : colours.colour(value);
  };
  for (let j = 0; j + 1 < ys.length; j++) {
    for (let i = 0; i < columns; ) {
      const colour = colourOf(j * columns + i);
      let end = i + 1;
      while (end < columns && colourOf(j * columns + end) === colour) end += 1;
      // The overlap hides the seams that renderers leave between touching rectangles.
      const [width, height] = [xs[end] - xs[i] + 0.4, ys[j] - ys[j + 1] + 0.4].map(coordinate);
      const cell = `M${coordinate(xs[i])} ${coordinate(ys[j + 1])}h${width}v${height}h-${width}z`;
      if (colour !== '') paths.set(colour, (paths.get(colour) ?? '') + cell);
      i = end;
    }
  }
  return [...paths].map(([fill, d]) => element('path', { fill, d }));
}

/** Where the name of a line may go: points of its longest ring well inside the frame, further along for later lines. */
function namePlaces(rings: readonly [number, number][][], box: Box, i: number): NamePlace[] {
  const longest = rings.reduce<[number, number][]>((best, ring) => (ring.length > best.length ? ring : best), []);
  const inside = longest.filter(
    ([x, y]) => x > box.x + 40 && x < box.x + box.width - 40 && y > box.y + 24 && y < box.y + box.height - 24,
  );
  if (inside.length === 0) return [];
  return [0.5, 0.35, 0.65, 0.2, 0.8].map((_, k, shares) => {
    const [x, y] = inside[Math.floor(inside.length * shares[(i + k) % shares.length])];
    return { x, y, anchor: 'middle' };
  });
}

export default defineFigureKind<MapFigure>({
  kind: 'map',
  shows: 'a value over two variables as colours, with lines of equal value',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('map'),
    x: axis,
    y: axis,
    z: axis,
    xEdges: numbers,
    yEdges: numbers,
    values: column,
    levels: maybe(v.array(v.strictObject({ value: number, label: maybe(text) }))),
    regions: maybe(v.array(region)),
    points: maybe(v.array(v.strictObject({ x: number, y: number, name: text, marker, colour: maybe(colour) }))),
  }),
  draw: drawMap,
});
