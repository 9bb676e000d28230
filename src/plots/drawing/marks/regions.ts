import { InvalidInput } from '../../../schema/index.ts';
import { okabeIto } from '../colours/palette.ts';
import type { Drawing } from '../drawing.ts';
import type { Panel } from '../panel.ts';
import type { NamePlace } from '../text/names.ts';
import { element } from '../text/svg-text.ts';
import { hatchFill } from './hatching.ts';

/** What a region of a plane is for; it decides how the region is drawn. */
export const regionRoles = ['signal', 'control', 'masked', 'validation'] as const;
/** Name of the role of a region. */
export type RegionRole = (typeof regionRoles)[number];

/** A box or an upright ellipse in the plane of two observables, in the units of the axes. */
export type PlaneRegion = { name: string; role: RegionRole } & (
  | { shape: 'box'; x: readonly [number, number]; y: readonly [number, number] }
  | { shape: 'ellipse'; centre: readonly [number, number]; semiAxes: readonly [number, number] }
);

const looks: Record<RegionRole, { stroke: string; dash?: string; hatch?: string }> = {
  signal: { stroke: okabeIto.vermillion },
  control: { stroke: okabeIto.blue, dash: '9 5' },
  validation: { stroke: okabeIto.green, dash: '2.5 4' },
  masked: { stroke: '#444', hatch: '#777' },
};

/** True where a point lies inside a region, its border included. */
export function insideRegion(region: PlaneRegion, x: number, y: number): boolean {
  if (region.shape === 'box') {
    return x >= region.x[0] && x <= region.x[1] && y >= region.y[0] && y <= region.y[1];
  }
  const u = (x - region.centre[0]) / region.semiAxes[0];
  const v = (y - region.centre[1]) / region.semiAxes[1];
  return u * u + v * v <= 1;
}

/** Refuses regions turned inside out or with ends that are no numbers. */
export function requireRegion(where: string, region: PlaneRegion): void {
  const sound =
    region.shape === 'box'
      ? region.x[1] > region.x[0] && region.y[1] > region.y[0]
      : region.semiAxes[0] > 0 && region.semiAxes[1] > 0 && region.centre.every(Number.isFinite);
  if (!sound) throw new InvalidInput(where, `region '${region.name}' is empty or its ends are not in order`);
}

/**
 * Outline and name of a region. Masked regions are white with hatching, so that nothing inside shows. The part of an
 * ellipse or a box outside the frame is cut at the frame. `light` draws names and outlines for a dark ground.
 */
export function regionMarkup(drawing: Drawing, panel: Panel, region: PlaneRegion, light = false): void {
  const look = looks[region.role];
  const [x0, x1, y0, y1] = corners(panel, region);
  const paint = {
    stroke: light && region.role !== 'masked' ? '#fff' : look.stroke,
    'stroke-width': 2.4,
    'stroke-dasharray': look.dash,
  };
  const shape = (extra: Record<string, string | number>): string =>
    region.shape === 'box'
      ? element('rect', { x: x0, y: y1, width: x1 - x0, height: y0 - y1, ...paint, ...extra })
      : element('ellipse', {
          cx: (x0 + x1) / 2,
          cy: (y0 + y1) / 2,
          rx: (x1 - x0) / 2,
          ry: (y0 - y1) / 2,
          ...paint,
          ...extra,
        });
  if (look.hatch !== undefined) {
    panel.add(shape({ fill: '#fff', stroke: 'none' }), shape({ fill: hatchFill(drawing, look.hatch) }));
  } else {
    // White lines need a rim where nothing is drawn behind them.
    if (light) panel.add(shape({ fill: 'none', stroke: '#333', 'stroke-width': 4.4 }));
    panel.add(shape({ fill: 'none' }));
  }
  const masked = region.role === 'masked';
  panel.name(region.name, nameBoxes(panel, [x0, x1, y0, y1], masked), {
    bold: true,
    halo: light && !masked ? '#222' : true,
    fill: masked ? '#333' : light ? '#fff' : look.stroke,
  });
}

/** Where the name of a region may stand, best first: middle (masked ones), above, below, inside, right, left. */
function nameBoxes(panel: Panel, [x0, x1, y0, y1]: readonly [number, number, number, number], masked: boolean) {
  const { box } = panel;
  const left = Math.max(x0, box.x);
  const right = Math.min(x1, box.x + box.width);
  const top = Math.max(y1, box.y);
  const bottom = Math.min(y0, box.y + box.height);
  const middle = (left + right) / 2;
  const centre = (top + bottom) / 2;
  const places: NamePlace[] = [
    { x: middle, y: top - 12, anchor: 'middle' },
    { x: middle, y: bottom + 13, anchor: 'middle' },
    { x: middle, y: top + 14, anchor: 'middle' },
    { x: middle, y: bottom - 14, anchor: 'middle' },
    { x: middle, y: centre, anchor: 'middle' },
    { x: right + 7, y: centre, anchor: 'start' },
    { x: left - 7, y: centre, anchor: 'end' },
    { x: left + 7, y: top - 12, anchor: 'start' },
    { x: right - 7, y: bottom + 13, anchor: 'end' },
  ];
  const inside: NamePlace = { x: middle, y: centre, anchor: 'middle' };
  return masked ? [inside, ...places] : places;
}

function corners(panel: Panel, region: PlaneRegion): [number, number, number, number] {
  const [x, y] =
    region.shape === 'box'
      ? [region.x, region.y]
      : [
          [region.centre[0] - region.semiAxes[0], region.centre[0] + region.semiAxes[0]],
          [region.centre[1] - region.semiAxes[1], region.centre[1] + region.semiAxes[1]],
        ];
  return [panel.x.at(x[0]), panel.x.at(x[1]), panel.y.at(y[0]), panel.y.at(y[1])];
}
