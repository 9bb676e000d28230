import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';
import { openChart } from '../drawing/chart.ts';
import { requireFinite, requireLength, requireNumbers } from '../drawing/checked-input.ts';
import { lineColour } from '../drawing/colours/palette.ts';
import type { FigureLook } from '../drawing/figure-look.ts';
import {
  axis,
  colour,
  figureText,
  legendAt,
  marker,
  maybe,
  number,
  numbers,
  region,
  text,
} from '../drawing/figure-schema.ts';
import type { LegendCorner } from '../drawing/legend.ts';
import { type MarkerShape, markerAt } from '../drawing/marks/markers.ts';
import { insideRegion, type PlaneRegion, regionMarkup, requireRegion } from '../drawing/marks/regions.ts';
import type { AxisText, FigureText } from '../drawing/text/figure-text.ts';
import { defineFigureKind } from '../figure-kind.ts';

/**
 * Events as points in the plane of two observables, with signal and control regions and the blinded box. A sample with
 * `blinded: true` plays the role of data: none of its points may lie in a masked region.
 */
export interface PlaneFigure extends FigureText {
  kind: 'plane';
  x: AxisText;
  y: AxisText;
  samples: readonly {
    name: string;
    x: readonly number[];
    y: readonly number[];
    marker?: MarkerShape;
    colour?: string;
    size?: number;
    blinded?: boolean;
  }[];
  regions: readonly PlaneRegion[];
  legendAt?: LegendCorner;
}

/** The SVG of a plane. Throws InvalidInput for columns of unequal length, empty regions, or a masked datum. */
export function drawPlane(figure: PlaneFigure, look?: FigureLook): string {
  requireNumbers(figure);
  const masked = figure.regions.filter((region) => region.role === 'masked');
  figure.regions.forEach((region, i) => {
    requireRegion(`regions[${i}]`, region);
  });
  for (const sample of figure.samples) {
    requireLength(`samples '${sample.name}'`, sample.y, sample.x.length, 'its x');
    requireFinite(`samples '${sample.name}' x`, sample.x);
    requireFinite(`samples '${sample.name}' y`, sample.y);
    if (sample.blinded !== true) continue;
    sample.x.forEach((x, i) => {
      const region = masked.find((candidate) => insideRegion(candidate, x, sample.y[i]));
      if (region !== undefined) {
        throw new InvalidInput(`samples '${sample.name}'[${i}]`, `lies in the masked region '${region.name}'`);
      }
    });
  }
  const corners = figure.regions.map((region) =>
    region.shape === 'box'
      ? region
      : {
          x: [region.centre[0] - region.semiAxes[0], region.centre[0] + region.semiAxes[0]],
          y: [region.centre[1] - region.semiAxes[1], region.centre[1] + region.semiAxes[1]],
        },
  );
  const dots = figure.samples.map((sample, i) => ({
    marker: sample.marker ?? 'circle',
    colour: sample.colour ?? (sample.blinded === true ? '#000' : lineColour(i)),
    size: sample.size ?? (sample.blinded === true ? 4 : 1.8),
  }));
  const chart = openChart({
    kind: 'plane',
    text: figure,
    look,
    x: {
      axis: figure.x,
      data: [...figure.samples.flatMap((s) => [...s.x]), ...corners.flatMap((c) => [...c.x])],
      padding: 0.04,
    },
    y: {
      axis: figure.y,
      data: [...figure.samples.flatMap((s) => [...s.y]), ...corners.flatMap((c) => [...c.y])],
      headroom: true,
    },
    legend: figure.samples.map((sample, i) => ({
      name: sample.name,
      marker: dots[i].marker,
      markerColour: dots[i].colour,
    })),
    legendAt: figure.legendAt,
  });
  const { drawing, panel } = chart;
  const points = (i: number): void => {
    const { x, y } = figure.samples[i];
    panel.add(
      ...x.map((value, k) =>
        markerAt(dots[i].marker, panel.x.at(value), panel.y.at(y[k]), dots[i].size, dots[i].colour),
      ),
    );
  };
  figure.samples.forEach((sample, i) => {
    if (sample.blinded !== true) points(i);
  });
  for (const region of [...masked, ...figure.regions.filter((candidate) => candidate.role !== 'masked')]) {
    regionMarkup(drawing, panel, region);
  }
  figure.samples.forEach((sample, i) => {
    if (sample.blinded === true) points(i);
  });
  return chart.close();
}

export default defineFigureKind<PlaneFigure>({
  kind: 'plane',
  shows: 'events in the plane of two observables, with signal, control and masked regions',
  schema: v.strictObject({
    ...figureText,
    kind: v.literal('plane'),
    x: axis,
    y: axis,
    samples: v.array(
      v.strictObject({
        name: text,
        x: numbers,
        y: numbers,
        marker,
        colour: maybe(colour),
        size: maybe(number),
        blinded: maybe(v.boolean()),
      }),
    ),
    regions: v.array(region),
    legendAt,
  }),
  draw: drawPlane,
});
