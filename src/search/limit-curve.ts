import { exp, log } from '../math/elementary.ts';
import type { LimitAxis, LimitCurve, LimitPoint, PublishedLimit } from './published-limit.ts';

/** The value of the axis' symbol for a number of the file: its square root where the file holds squares. */
export const symbolValue = (axis: LimitAxis, value: number): number => (axis.power === 2 ? Math.sqrt(value) : value);

/** The number that a file with this axis holds for a value of its symbol. */
export const axisNumber = (axis: LimitAxis, symbol: number): number => (axis.power === 2 ? symbol * symbol : symbol);

/**
 * A curve at x, straight lines between its points in log y against x (log x where both ends are above 0). Null outside
 * of its points and for rings; a curve of one point is known there alone.
 */
export function curveAt({ kind, points: { value: points } }: LimitCurve, x: number): number | null {
  if (kind === 'ring') return null;
  for (let i = 0; i < points.length; i++) {
    const [right, yRight] = points[i];
    if (right === x) return yRight;
    if (i === 0 || x > right || x < points[i - 1][0]) continue;
    const [left, yLeft] = points[i - 1];
    const t = left > 0 ? log(x / left) / log(right / left) : (x - left) / (right - left);
    return exp((1 - t) * log(yLeft) + t * log(yRight));
  }
  return null;
}

/** True inside a closed ring, by the number of its sides above the point. */
function inside(ring: readonly LimitPoint[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (xi > x !== xj > x && y < yi + ((yj - yi) * (x - xi)) / (xj - xi)) odd = !odd;
  }
  return odd;
}

/**
 * Whether a limit excludes the point (x, y), y a value of the symbol of its second axis: true or false where it says,
 * null where it says nothing (outside of its range, or on the far side of an edge whose partner is not known).
 */
export function isExcluded(limit: PublishedLimit, x: number, y: number): boolean | null {
  const number = axisNumber(limit.y, y);
  const rings = limit.curves.filter(({ kind }) => kind === 'ring');
  if (rings.length > 0) return rings.filter(({ points }) => inside(points.value, x, number)).length % 2 === 1;
  let upper: number | null = null;
  let lower: number | null = null;
  for (const curve of limit.curves) {
    const at = curveAt(curve, x);
    if (at === null) continue;
    if (curve.kind === 'upper limit') return number > at;
    if (curve.kind === 'upper edge') upper = at;
    else lower = at;
  }
  if (upper !== null && number > upper) return false;
  if (lower !== null && number < lower) return false;
  return upper !== null && lower !== null ? true : null;
}
