import { area, line } from 'd3-shape';
import type { Rings } from './marks/rings.ts';
import type { Panel } from './panel.ts';
import { coordinate, element } from './text/svg-text.ts';

/** Look of a path. */
export interface PathStyle {
  stroke?: string | undefined;
  width?: number | undefined;
  dash?: string | undefined;
  fill?: string | undefined;
  opacity?: number | undefined;
}

function attributes(style: PathStyle): Record<string, string | number | undefined> {
  return {
    fill: style.fill ?? 'none',
    'fill-opacity': style.opacity === undefined ? undefined : String(style.opacity),
    'fill-rule': style.fill === undefined ? undefined : 'evenodd',
    stroke: style.stroke ?? (style.fill === undefined ? '#000' : undefined),
    'stroke-width': style.stroke === undefined && style.fill !== undefined ? undefined : (style.width ?? 2.2),
    'stroke-dasharray': style.dash,
    'stroke-linejoin': 'round',
  };
}

/** A line through (x_i, y_i); it breaks where a value is absent (null or not finite). */
export function linePath(
  panel: Panel,
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  style: PathStyle,
): string {
  const present = (v: number | null): boolean => v !== null && Number.isFinite(v);
  const d = line<number>(
    (i) => panel.x.at(x[i]!),
    (i) => panel.y.at(y[i]!),
  )
    .defined((i) => present(x[i]) && present(y[i]))
    .digits(1)(x.map((_, i) => i));
  return d === null ? '' : element('path', { d, ...attributes(style) });
}

/** The area between two curves over the same x; it breaks where a value is absent. */
export function bandPath(
  panel: Panel,
  x: readonly number[],
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  style: PathStyle,
): string {
  const present = (v: number | null): boolean => v !== null && Number.isFinite(v);
  const d = area<number>(
    (i) => panel.x.at(x[i]),
    (i) => panel.y.at(low[i]!),
    (i) => panel.y.at(high[i]!),
  )
    .defined((i) => present(low[i]) && present(high[i]))
    .digits(1)(x.map((_, i) => i));
  return d === null ? '' : element('path', { d, ...attributes(style) });
}

/**
 * A histogram outline: `tops` per bin between `edges`, closed down to `floors` (zero where absent) when it is filled.
 * Bins with an absent top are left out.
 */
export function stepPath(
  panel: Panel,
  edges: readonly number[],
  tops: readonly (number | null)[],
  style: PathStyle,
  floors?: readonly number[],
): string {
  const x = (i: number): number => panel.x.at(edges[i]);
  const top = (i: number): number => panel.y.at(tops[i]!);
  const floor = (i: number): number => panel.y.at(floors === undefined ? 0 : floors[i]);
  const d = presentRuns(tops)
    .map(([from, to]) => {
      const outline = `M${tenth(x(from))} ${tenth(top(from))}${steps(x, top, from, to, 1)}`;
      if (style.fill === undefined) return outline;
      return `${outline}V${tenth(floor(to - 1))}${steps(x, floor, from, to, -1)}Z`;
    })
    .join('');
  return d === '' ? '' : element('path', { d, ...attributes(style) });
}

/** A tenth of a canvas unit is finer than any screen; histograms of many bins stay short. */
function tenth(length: number): string {
  return coordinate(Math.round(10 * length) / 10);
}

/** Path data along bins, from the left end of the first one to the right end of the last one, or back. */
function steps(x: (edge: number) => number, y: (bin: number) => number, from: number, to: number, way: 1 | -1): string {
  let d = '';
  const [first, last] = way === 1 ? [from, to - 1] : [to - 1, from];
  for (let bin = first; ; bin += way) {
    const next = bin === last ? undefined : tenth(y(bin + way));
    const far = x(way === 1 ? bin + 1 : bin);
    if (next === undefined) return `${d}H${tenth(far)}`;
    if (next !== tenth(y(bin))) d += `H${tenth(far)}V${next}`;
  }
}

/** First and past-the-last index of every stretch of bins that have a value. */
function presentRuns(values: readonly (number | null)[]): [number, number][] {
  const runs: [number, number][] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  });
  return runs;
}

/**
 * Closed rings of [x, y] points as one path with the even–odd rule, so that a ring inside another is a hole. Stretches
 * that run along one of the values of x or y of `openAt` are left out: a scan that ends there has no edge there. `clip` is
 * for paths inside a clip path.
 */
export function ringsPath(
  panel: Panel,
  rings: Rings,
  style: PathStyle & { clip?: boolean },
  openAt: RingEnds = { x: [], y: [] },
): string {
  const d = rings
    .filter((ring) => ring.length > 1)
    .map((ring) => (openAt.x.length + openAt.y.length === 0 ? closedData(panel, ring) : openData(panel, ring, openAt)))
    .join('');
  if (d === '') return '';
  return element('path', { d, ...attributes(style), ...(style.clip ? { 'clip-rule': 'evenodd' } : {}) });
}

function closedData(panel: Panel, ring: Rings[number]): string {
  const path = line<readonly [number, number]>(
    (point) => panel.x.at(point[0]),
    (point) => panel.y.at(point[1]),
  ).digits(1)(ring);
  return path === null ? '' : `${path}Z`;
}

/** Values of x and of y at which rings have no edge of their own. */
export interface RingEnds {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function openData(panel: Panel, ring: Rings[number], openAt: RingEnds): string {
  const equal = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
  const along = (from: readonly [number, number], to: readonly [number, number]): boolean =>
    openAt.x.some((end) => equal(from[0], end) && equal(to[0], end)) ||
    openAt.y.some((end) => equal(from[1], end) && equal(to[1], end));
  let d = '';
  let drawing = false;
  for (let i = 0; i < ring.length; i++) {
    const next = ring[(i + 1) % ring.length];
    if (along(ring[i], next)) {
      drawing = false;
      continue;
    }
    const [from, to] = [ring[i], next].map(([x, y]) => `${coordinate(panel.x.at(x))},${coordinate(panel.y.at(y))}`);
    d += drawing ? `L${to}` : `M${from}L${to}`;
    drawing = true;
  }
  return d;
}
