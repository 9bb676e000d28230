import type { Observable } from '../observable.ts';

/**
 * Where a single track came from upstream: distance from the axis of its straight extrapolation to the opening through
 * which products of upstream decays come, the larger of |x| and |y| in half widths of the opening. Above 1: outside.
 */
export default {
  id: 'upstreamExit',
  title: 'extrapolation to the upstream opening, in its half widths',
  symbol: 'u',
  dimension: 'number',
  unit: { name: '', size: 1 },
  evaluate({ upstreamExit, count }, _of, out) {
    for (let i = 0; i < count; i++) out[i] = upstreamExit[i];
  },
} as const satisfies Observable;
