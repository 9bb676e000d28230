import type { CurvesFigure } from '../plots/index.ts';
import { InvalidInput } from '../schema/index.ts';
import { symbolValue } from '../search/limit-curve.ts';
import type { LimitKind, PublishedLimit } from '../search/published-limit.ts';

/** The side of a curve that is excluded; a ring excludes what is inside. */
const EXCLUDED: Readonly<Record<LimitKind, 'above' | 'below' | undefined>> = {
  'upper limit': 'above',
  'upper edge': 'below',
  'lower edge': 'above',
  ring: undefined,
};

/**
 * Published curves in one picture, each with its experiment and year, the excluded side marked. Curves of one quantity
 * alone: throws InvalidInput where the limits have no curve, or axes that do not belong together.
 */
export function publishedCurvesFigure(limits: readonly PublishedLimit[]): CurvesFigure {
  const drawn = limits.filter(({ x, curves }) => x !== null && curves.some(({ points }) => points.value.length > 1));
  const [first] = drawn;
  if (first?.x == null)
    throw new InvalidInput(
      '--out',
      `${limits.map(({ id }) => id).join(', ')}: a limit on one number has no curve to draw`,
    );
  const others = drawn.filter(({ x, y }) => x?.quantity !== first.x?.quantity || y.symbol !== first.y.symbol);
  if (others.length > 0)
    throw new InvalidInput(
      '--out',
      `${first.id} and ${others[0].id} are limits on different quantities; name one model with --model`,
    );
  const { x, y, title, model } = first;
  return {
    kind: 'curves',
    title: drawn.length === 1 ? title : `Published limits on ${model ?? y.symbol}`,
    description: `Published limits: ${drawn.map(({ experiment, year }) => `${experiment} ${year}`).join(', ')}.`,
    label: 'Published limits',
    ...(drawn.length === 1 && { sublabel: `${first.experiment}, ${first.year}` }),
    x: { label: x.symbol, unit: x.unit, scale: 'log' },
    y: { label: y.symbol, unit: y.unit, scale: 'log' },
    curves: drawn.flatMap((limit) =>
      limit.curves.map(({ kind, points }) => {
        const side = EXCLUDED[kind];
        const drawnPoints = kind === 'ring' ? [...points.value, points.value[0]] : points.value;
        return {
          name: `${limit.experiment} ${limit.year}${limit.curves.length > 1 ? `, ${kind}` : ''}`,
          x: drawnPoints.map(([at]) => at),
          y: drawnPoints.map(([, value]) => symbolValue(limit.y, value)),
          ...(side !== undefined && { excludes: side }),
        };
      }),
    ),
  };
}
