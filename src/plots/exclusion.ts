import { InvalidInput } from '../schema/index.ts';
import { openChart } from './drawing/chart.ts';
import { requireNumbers } from './drawing/checked-input.ts';
import type { AxisText, FigureText } from './drawing/figure-text.ts';
import type { LegendCorner, LegendEntry } from './drawing/legend.ts';
import { bandColours, dashPattern, lineColour } from './drawing/palette.ts';
import { ringsPath } from './drawing/paths.ts';
import { labelAt } from './drawing/rich-text.ts';

/** Closed polygons of [x, y] points; with the even–odd rule a ring inside another is a hole. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

/**
 * Exclusion in the plane of mass and coupling: published areas filled in grey (named inside at `labelAt`), areas of our
 * own filled lightly, contour lines (observed solid, expected dashed, projections dotted), and bands between an inner
 * and an outer contour (a spread of production models, ±1σ).
 */
export interface ExclusionFigure extends FigureText {
  kind: 'exclusion';
  x: AxisText;
  y: AxisText;
  /** `published` areas come from the literature, and their `source` should be cited where the figure is shown. */
  areas?: readonly { name: string; rings: Rings; colour?: string; labelAt?: readonly [number, number] }[];
  bands?: readonly { name: string; outer: Rings; inner: Rings; colour?: string }[];
  lines?: readonly {
    name: string;
    rings: Rings;
    colour?: string;
    style?: 'solid' | 'dashed' | 'dotted';
    filled?: boolean;
  }[];
  legendAt?: LegendCorner;
}

/** The SVG of an exclusion plot. Throws InvalidInput when nothing is to be drawn or a point is not finite. */
export function drawExclusion(figure: ExclusionFigure): string {
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
  const lineLook = (i: number) => ({
    stroke: lines[i].colour ?? lineColour(i),
    dash: lines[i].style === 'dashed' ? dashPattern(1) : lines[i].style === 'dotted' ? dashPattern(2) : undefined,
  });
  const bandColour = (i: number): string => bands[i].colour ?? lineColour(i + 3);
  const legend: LegendEntry[] = [
    ...lines.map((line, i) => ({
      name: line.name,
      ...lineLook(i),
      ...(line.filled ? { fill: lineLook(i).stroke, opacity: 0.18 } : {}),
    })),
    ...bands.map((band, i) => ({ name: band.name, fill: bandColour(i), opacity: 0.35 })),
    ...areas
      .map((area, i) => ({ name: area.name, fill: areaColour(i) }))
      .filter((_, i) => areas[i].labelAt === undefined),
  ];
  const chart = openChart({
    kind: 'exclusion',
    text: figure,
    x: { axis: figure.x, data: points.map((point) => point[0]), padding: 0.03 },
    y: { axis: figure.y, data: points.map((point) => point[1]), padding: 0.04, headroom: true },
    legend,
    legendAt: figure.legendAt,
    height: 600,
  });
  const { panel } = chart;
  areas.forEach((area, i) => {
    panel.add(ringsPath(panel, area.rings, { fill: areaColour(i), opacity: 0.85, stroke: '#7d8892', width: 1 }));
  });
  bands.forEach((band, i) => {
    panel.add(ringsPath(panel, [...band.outer, ...band.inner], { fill: bandColour(i), opacity: 0.35 }));
  });
  lines.forEach((line, i) => {
    if (line.filled) panel.add(ringsPath(panel, line.rings, { fill: lineLook(i).stroke, opacity: 0.18 }));
  });
  lines.forEach((line, i) => {
    panel.add(ringsPath(panel, line.rings, { ...lineLook(i), width: 2.6 }));
  });
  for (const area of areas) {
    if (area.labelAt === undefined) continue;
    const [x, y] = area.labelAt;
    panel.add(
      labelAt(panel.x.at(x), panel.y.at(y), area.name, { size: 15, anchor: 'middle', fill: '#333', halo: true }),
    );
  }
  return chart.close();
}
