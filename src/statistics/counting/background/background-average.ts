import { exp, log } from '../../../math/elementary.ts';
import { gaussLegendre } from '../../../math/quadrature.ts';
import type { BackgroundDensity } from './background-density.ts';

/** Where the integrand is e^−36 of its largest value or less, it is left out. */
const DEPTH = 36;
const GOLDEN = 0.618033988749895;
const FINE = gaussLegendre(14);
const COARSE = gaussLegendre(7);

interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly peak: number;
  readonly top: number;
}

/** About the highest place of a function that rises to it and falls after it, between two edges. */
function highest(h: (y: number) => number, low: number, high: number): Stretch {
  let [a, b] = [low, high];
  let [y1, y2] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [h1, h2] = [h(y1), h(y2)];
  let [peak, top] = h1 > h2 ? [y1, h1] : [y2, h2];
  for (const edge of [low, high]) {
    const value = h(edge);
    if (value > top) [peak, top] = [edge, value];
  }
  for (let i = 0; i < 120; i++) {
    if (Math.abs(h1 - h2) < 0.3) {
      // Two points of one height can lie on both sides of a higher summit: halve what is between them.
      const middle = 0.5 * (y1 + y2);
      const value = h(middle);
      if (value > top) [peak, top] = [middle, value];
      if (value < Math.max(h1, h2) + 0.3) break;
      [a, b] = [y1, y2];
      [y1, y2] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
      [h1, h2] = [h(y1), h(y2)];
    } else if (h1 > h2) {
      b = y2;
      [y2, h2] = [y1, h1];
      y1 = b - GOLDEN * (b - a);
      h1 = h(y1);
    } else {
      a = y1;
      [y1, h1] = [y2, h2];
      y2 = a + GOLDEN * (b - a);
      h2 = h(y2);
    }
    if (h1 > top) [peak, top] = [y1, h1];
    if (h2 > top) [peak, top] = [y2, h2];
  }
  return { low, high, peak, top };
}

/** Where on the way from the peak to an edge the function has fallen by DEPTH, within a tenth and never short of it. */
function reach(h: (y: number) => number, peak: number, edge: number, top: number): number {
  if (!(h(edge) < top - DEPTH)) return edge;
  let far = edge - peak;
  let near = 0.5 * far;
  for (let i = 0; i < 200 && h(peak + near) < top - DEPTH; i++) {
    far = near;
    near *= 0.5;
  }
  for (let i = 0; i < 3; i++) {
    const middle = 0.5 * (near + far);
    if (h(peak + middle) < top - DEPTH) far = middle;
    else near = middle;
  }
  return peak + far;
}

interface Rule {
  readonly value: number;
  /** The function at the nodes nearest to either end. */
  readonly first: number;
  readonly last: number;
}

function rule(f: (y: number) => number, from: number, to: number, { nodes, weights }: typeof FINE): Rule {
  const half = 0.5 * (to - from);
  const n = nodes.length;
  let sum = 0;
  let first = 0;
  let last = 0;
  for (let i = 0; i < n; i++) {
    const value = f(from + half * (1 + nodes[i]));
    sum += weights[i] * value;
    if (i === 0) first = value;
    last = value;
  }
  return { value: sum * half, first, last };
}

/** Steps closer to an end than all nodes show in the value at the end. */
const AT_END = 0.03;

/**
 * By halves until 7 points and 14 agree to `absolute` and nothing happens between the ends and the nodes next to them:
 * what 14 points leave out is then far less. `start` and `end` are the function at the ends.
 */
function integral(
  f: (y: number) => number,
  [from, start]: readonly [number, number],
  [to, end]: readonly [number, number],
  absolute: number,
  depth = 0,
): number {
  const { value, first, last } = rule(f, from, to, FINE);
  const smooth = Math.abs(start - first) < AT_END && Math.abs(end - last) < AT_END;
  if ((smooth && Math.abs(value - rule(f, from, to, COARSE).value) <= absolute) || depth > 45) return value;
  const middle = 0.5 * (from + to);
  const centre = [middle, f(middle)] as const;
  return integral(f, [from, start], centre, absolute, depth + 1) + integral(f, centre, [to, end], absolute, depth + 1);
}

/**
 * ln of the average of e^`logValue`(b) over the background's distribution: right to about 1e-8 however wide or skewed
 * it is and however small the average. `logValue` is smooth, changes over about √b or more, and ends in −Infinity
 * nowhere but at b = 0.
 */
export function logAverageOver(density: BackgroundDensity, logValue: (b: number) => number): number {
  const h = (y: number): number => density.logDensity(y) + logValue(density.background(y));
  const { edges, atZero } = density;
  const stretches: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i++)
    if (edges[i + 1] > edges[i]) stretches.push(highest(h, edges[i], edges[i + 1]));
  const none = atZero > 0 ? log(atZero) + logValue(0) : Number.NEGATIVE_INFINITY;
  let top = none;
  for (const stretch of stretches) top = Math.max(top, stretch.top);
  if (top === Number.NEGATIVE_INFINITY) return top;
  const scaled = (y: number): number => exp(Math.max(-700, h(y) - top));
  let sum = none === Number.NEGATIVE_INFINITY ? 0 : exp(none - top);
  for (const { low, high, peak, top: mine } of stretches) {
    if (mine < top - DEPTH) continue;
    const from = reach(h, peak, low, mine);
    const to = reach(h, peak, high, mine);
    // An integral of a smooth function of height 1 is of the size of its width, some tenth of the whole stretch.
    const middle = [peak, scaled(peak)] as const;
    if (peak > from) sum += integral(scaled, [from, scaled(from)], middle, 1e-8 * (peak - from));
    if (to > peak) sum += integral(scaled, middle, [to, scaled(to)], 1e-8 * (to - peak));
  }
  return top + log(sum);
}
