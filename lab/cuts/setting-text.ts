import type { Edge, HandleAxis } from './handles.ts';

/** A step of an axis: its own, or one that people would type, about a three-hundredth of it. */
export function stepOf({ from, to, step: own }: HandleAxis): number {
  if (own !== undefined) return Number(own.toPrecision(9));
  const raw = (to - from) / 300;
  const size = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((n) => n * size).find((step) => step >= raw) ?? raw;
}

/** The setting that puts an edge to a value in the unit of its picture. */
export function settingText({ path, origin = 0 }: Edge, axis: HandleAxis, value: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(stepOf(axis))));
  const unit = axis.unit === '1' ? '' : axis.unit;
  const put = value - origin;
  const text = axis.step === undefined ? put.toFixed(Math.min(12, digits)) : String(Number(put.toPrecision(9)));
  return `${path}=${text}${unit}`;
}
