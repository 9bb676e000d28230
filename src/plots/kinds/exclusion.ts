import * as v from 'valibot';
import { log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireNumbers } from '../drawing/checked-input.ts';
import { bandColours, dashPattern, lineColour } from '../drawing/colours/palette.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { FigureLook } from '../drawing/figure-look.ts';
import { axis, colour, figureText, legendAt, maybe, number, pair, rings, text } from '../drawing/figure-schema.ts';
import { innerPlaces } from '../drawing/inner-places.ts';
import type { LegendCorner, LegendEntry } from '../drawing/legend.ts';
import { hatchFill } from '../drawing/marks/hatching.ts';
import { maskedRangeMarkup } from '../drawing/marks/masked-range.ts';
import type { Rings } from '../drawing/marks/rings.ts';
import type { Panel } from '../drawing/panel.ts';
import { type RingEnds, ringsPath } from '../drawing/paths.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import type { NamePlace } from '../drawing/text/names.ts';
import { element, segment } from '../drawing/text/svg-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Exclusion in the plane of mass and coupling: published areas filled in grey and named inside, areas of our own
 * filled lightly, contour lines (observed solid with the excluded side hatched, expected dashed, projections dotted),
 * and bands between an inner and an outer contour (a spread of production models, ±1σ).
 */
export interface ExclusionFigure extends FigureText {
  kind: 'exclusion';
  x: AxisText;
  y: AxisText;
  /** `published` areas come from the literature, and their `source` should be cited where the figure is shown. */
  areas?: readonly { name: string; rings: Rings; colour?: string; labelAt?: readonly [number, number] }[];
  bands?: readonly { name: string; outer: Rings; inner: Rings; colour?: string; opacity?: number }[];
  lines?: readonly {
    name: string;
    rings: Rings;
    colour?: string;
    style?: 'solid' | 'dashed' | 'dotted';
    filled?: boolean;
    /** Hatches a strip along the inside, the excluded side; solid lines do so where absent. */
    excludes?: boolean;
  }[];
  /** Masses at which a scan or a table ends: rings are drawn open there and the rest of the frame is hatched. */
  ends?: readonly { x: number; label: string }[];
  /** Values of y at which a scan ends: rings are drawn open there, along a thin line with that label. */
  yEnds?: readonly { y: number; label: string }[];
  /** Ranges of x without an answer: hatched. */
  gaps?: readonly (readonly [from: number, to: number])[];
  legendAt?: LegendCorner;
}

/** The SVG of an exclusion plot. Throws InvalidInput when nothing is to be drawn or a point is not finite. */
export function drawExclusion(figure: ExclusionFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const areas = figure.areas ?? [];
  const bands = figure.bands ?? [];
  const lines = figure.lines ?? [];
  const rings: readonly Rings[] = [
    ...areas.map((area) => area.rings),
    ...bands.flatMap((band) => [band.outer, band.inner]),
    ...lines.map((line) => line.rings),
  ];
  if (rings.length === 0) throw new InvalidInput('exclusion', 'no area, band or line to draw');
  const points = rings.flatMap((polygons) => polygons.flat());
  const areaColour = (i: number): string => areas[i].colour ?? bandColours.area;
  const ends = figure.ends ?? [];
  const lineLook = (i: number) => {
    const style = lines[i].style ?? 'solid';
    return {
      stroke: lines[i].colour ?? lineColour(i),
      dash: style === 'dashed' ? dashPattern(1) : style === 'dotted' ? dashPattern(2) : undefined,
      width: style === 'solid' ? 3 : 2.2,
    };
  };
  const hatched = (i: number): boolean => lines[i].excludes ?? (lines[i].style ?? 'solid') === 'solid';
  const bandColour = (i: number): string => bands[i].colour ?? lineColour(i + 3);
  const named = areas.map((area) => area.labelAt !== undefined || isLarge(area.rings, figure));
  const legend: LegendEntry[] = [
    ...lines.map((line, i) => ({
      name: line.name,
      ...lineLook(i),
      ...(line.filled ? { fill: lineLook(i).stroke, opacity: 0.18 } : {}),
      ...(hatched(i) ? { hatchedSide: lineLook(i).stroke } : {}),
    })),
    ...bands.map((band, i) => ({ name: band.name, fill: bandColour(i), opacity: band.opacity ?? 0.35 })),
    ...areas.map((area, i) => ({ name: area.name, fill: areaColour(i) })).filter((_, i) => !named[i]),
  ];
  const chart = openChart({
    kind: 'exclusion',
    text: figure,
    look,
    x: { axis: figure.x, data: [...points.map((point) => point[0]), ...ends.map(({ x }) => x)], padding: 0.03 },
    y: { axis: figure.y, data: points.map((point) => point[1]), padding: 0.04, headroom: true },
    legend,
    legendAt: figure.legendAt,
    height: 600,
  });
  const { drawing, panel } = chart;
  areas.forEach((area, i) => {
    panel.add(ringsPath(panel, area.rings, { fill: areaColour(i), opacity: 0.85, stroke: '#7d8892', width: 1 }));
  });
  bands.forEach((band, i) => {
    panel.add(ringsPath(panel, [...band.outer, ...band.inner], { fill: bandColour(i), opacity: band.opacity ?? 0.35 }));
  });
  lines.forEach((line, i) => {
    if (line.filled) panel.add(ringsPath(panel, line.rings, { fill: lineLook(i).stroke, opacity: 0.18 }));
  });
  for (const end of ends) {
    const [from, to] = panel.x.domain;
    const right = Math.abs(panel.x.at(end.x) - panel.x.at(to)) < Math.abs(panel.x.at(end.x) - panel.x.at(from));
    maskedRangeMarkup(
      drawing,
      panel,
      right ? { from: end.x, to, label: end.label } : { from, to: end.x, label: end.label },
    );
  }
  for (const [from, to] of figure.gaps ?? []) maskedRangeMarkup(drawing, panel, { from, to, label: '' });
  const open = {
    x: [...ends.map(({ x }) => x), ...(figure.gaps ?? []).flat()],
    y: (figure.yEnds ?? []).map(({ y }) => y),
  };
  for (const { y, label } of figure.yEnds ?? []) {
    const { box } = panel;
    const at = panel.y.at(y);
    if (!(at > box.y && at < box.y + box.height)) continue;
    panel.add(
      segment([box.x, at], [box.x + box.width, at], { stroke: '#555', 'stroke-width': 1, 'stroke-dasharray': '2 4' }),
    );
    const above = at - 6 > box.y + 14 ? at - 6 : at + 14;
    const places = [0.5, 0.3, 0.7].map(
      (part): NamePlace => ({ x: box.x + part * box.width, y: above, anchor: 'middle' }),
    );
    panel.name(label, places, { fill: '#555', halo: true });
  }
  // Solid lines first and dashed ones on top with a rim, so that both show where they coincide.
  const order = lines
    .map((_, i) => i)
    .sort((a, b) => Number(lineLook(a).dash !== undefined) - Number(lineLook(b).dash !== undefined));
  for (const i of order) {
    const style = lineLook(i);
    if (hatched(i)) panel.add(excludedSide(drawing, panel, lines[i].rings, style.stroke, i, open));
    if (style.dash !== undefined) {
      panel.add(ringsPath(panel, lines[i].rings, { ...style, stroke: '#fff', width: style.width + 2 }, open));
    }
    panel.add(ringsPath(panel, lines[i].rings, style, open));
  }
  areas.forEach((area, i) => {
    if (!named[i]) return;
    const places: NamePlace[] =
      area.labelAt === undefined
        ? innerPlaces(panel, area.rings)
        : [{ x: panel.x.at(area.labelAt[0]), y: panel.y.at(area.labelAt[1]), anchor: 'middle' }];
    panel.name(area.name, places, { fill: '#444', halo: true });
  });
  return chart.close();
}

/** A hatched strip along the inside of rings: the side that is excluded. */
function excludedSide(drawing: Drawing, panel: Panel, rings: Rings, colour: string, i: number, open: RingEnds): string {
  const inside = drawing.define(`inside-${i}`, (id) =>
    element('clipPath', { id }, ringsPath(panel, rings, { fill: '#000', clip: true })),
  );
  const strip = ringsPath(panel, rings, { stroke: hatchFill(drawing, colour), width: 18 }, open);
  return element('g', { 'clip-path': inside }, strip);
}

/** True where an area is wide enough, on the axes of the figure, for its name to be drawn inside. */
function isLarge(rings: Rings, figure: ExclusionFigure): boolean {
  const extent = (k: 0 | 1, scale: 'linear' | 'log' | undefined, all: Rings): number => {
    const values = all
      .flat()
      .map((point) => point[k])
      .filter((value) => scale !== 'log' || value > 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return scale === 'log' ? log(high / low) : high - low;
  };
  const every: Rings = [
    ...(figure.areas ?? []).flatMap((area) => area.rings),
    ...(figure.bands ?? []).flatMap((band) => band.outer),
    ...(figure.lines ?? []).flatMap((line) => line.rings),
  ];
  if (rings.flat().length < 3) return false;
  return (
    extent(0, figure.x.scale, rings) > 0.08 * extent(0, figure.x.scale, every) &&
    extent(1, figure.y.scale, rings) > 0.06 * extent(1, figure.y.scale, every)
  );
}

export default defineFigureKind<ExclusionFigure>({
  kind: 'exclusion',
  shows: 'contours in mass and coupling, with earlier limits in grey',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('exclusion'),
    x: axis,
    y: axis,
    areas: maybe(v.array(v.strictObject({ name: text, rings, colour: maybe(colour), labelAt: maybe(pair) }))),
    bands: maybe(
      v.array(
        v.strictObject({ name: text, outer: rings, inner: rings, colour: maybe(colour), opacity: maybe(number) }),
      ),
    ),
    lines: maybe(
      v.array(
        v.strictObject({
          name: text,
          rings,
          colour: maybe(colour),
          style: maybe(v.picklist(['solid', 'dashed', 'dotted'])),
          filled: maybe(v.boolean()),
          excludes: maybe(v.boolean()),
        }),
      ),
    ),
    ends: maybe(v.array(v.strictObject({ x: number, label: text }))),
    yEnds: maybe(v.array(v.strictObject({ y: number, label: text }))),
    gaps: maybe(v.array(pair)),
    legendAt,
  }),
  draw: drawExclusion,
});
