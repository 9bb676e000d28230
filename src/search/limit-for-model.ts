import type { LimitCurve, LimitPoint, LimitReading, PublishedLimit } from './published-limit.ts';

const scaled = (points: readonly LimitPoint[], factor: (index: number) => number): LimitPoint[] =>
  points.map(([x, y], i) => [x, y * factor(i)]);

/** Indices of one side of a ring: from its lightest to its heaviest point, those two left out. */
function sideOf(ring: readonly LimitPoint[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = (from + 1) % ring.length; i !== to; i = (i + 1) % ring.length) found.push(i);
  return found;
}

const meanOf = (ring: readonly LimitPoint[], side: readonly number[]): number =>
  side.reduce((sum, i) => sum + ring[i][1], 0) / Math.max(1, side.length);

/** The factor at each point of a ring; where the two sides meet it is the geometric mean. */
function ringFactors(ring: readonly LimitPoint[], lower: number, upper: number): (index: number) => number {
  const first = ring.reduce((best, [x], i) => (x < ring[best][0] ? i : best), 0);
  const last = ring.reduce((best, [x], i) => (x > ring[best][0] ? i : best), 0);
  const one = sideOf(ring, first, last);
  const other = sideOf(ring, last, first);
  const high = new Set(meanOf(ring, one) > meanOf(ring, other) ? one : other);
  return (i) => (i === first || i === last ? Math.sqrt(lower * upper) : high.has(i) ? upper : lower);
}

function readCurve({ kind, points }: LimitCurve, { lower, upper }: LimitReading): LimitCurve {
  const factor =
    kind === 'ring'
      ? ringFactors(points.value, lower.value, upper.value)
      : () => (kind === 'upper edge' ? upper.value : lower.value);
  return { kind, points: { ...points, value: scaled(points.value, factor) } };
}

/** A limit as one on the coupling of a model: itself, or its numbers times the factors of a reading; null where it says nothing of it. */
export function limitForModel(limit: PublishedLimit, model: string): PublishedLimit | null {
  if (limit.model === model) return limit;
  const reading = limit.alsoFor?.find((one) => one.model === model);
  if (reading === undefined) return null;
  const { lower, upper, symbol = limit.y.symbol } = reading;
  const read = { ...limit, model, y: { ...limit.y, symbol } };
  if (lower.value === 1 && upper.value === 1) return read;
  return {
    ...read,
    curves: limit.curves.map((curve) => readCurve(curve, reading)),
    assumptions: [
      ...limit.assumptions,
      `read for '${model}': numbers times ${lower.value} on the low side, ${upper.value} on the high side (${lower.source})`,
    ],
  };
}

/** All limits that say something of a model, each read for it. */
export const limitsForModel = (limits: readonly PublishedLimit[], model: string): PublishedLimit[] =>
  limits.flatMap((limit) => limitForModel(limit, model) ?? []);
