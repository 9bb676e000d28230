import { pow } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { AxisText } from './text/figure-text.ts';

/**
 * The part of an axis to show: its own range where it has one, otherwise the extent of the data with `padding` (a
 * share of the extent) on both sides and `headroom` (the share of the axis left free at the top). Logarithmic axes pay
 * no heed to values ≤ 0 and pad in decades; `fromZero` starts a linear axis at zero when no datum is negative. Data
 * with no extent get one. Throws InvalidInput when neither range nor usable data exist.
 */
export function dataDomain(
  axis: AxisText,
  data: Iterable<number>,
  options: { padding?: number; headroom?: number; fromZero?: boolean } = {},
): readonly [number, number] {
  if (axis.range !== undefined) return axis.range;
  const logarithmic = axis.scale === 'log';
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    if (!Number.isFinite(value) || (logarithmic && value <= 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) {
    throw new InvalidInput(axis.label, `no ${logarithmic ? 'positive ' : ''}value to draw and no range given`);
  }
  const padding = options.padding ?? 0;
  const headroom = options.headroom ?? 0;
  if (logarithmic) {
    if (low === high) return [low / 10, high * 10];
    const span = high / low;
    const bottom = low / pow(span, padding);
    const top = high * pow(span, padding);
    return [bottom, bottom * pow(top / bottom, 1 / (1 - headroom))];
  }
  if (options.fromZero === true && low >= 0) low = 0;
  if (low === high) {
    const half = low === 0 ? 1 : Math.abs(low) / 2;
    low -= half;
    high += half;
  }
  const extent = high - low;
  const bottom = options.fromZero === true && low === 0 ? 0 : low - padding * extent;
  const top = high + padding * extent;
  return [bottom, bottom + (top - bottom) / (1 - headroom)];
}
