import type { Apparatus } from './apparatus.ts';
import { COLOURS, colourOfTrack, colourOfVolume } from './colours.ts';
import type { Point, SeenEvent, Truth } from './measured-event.ts';

const WIDTH = 1000;
const HEIGHT = 230;
const HALF = 1.7;

const DASHED = {
  truth: { 'stroke-dasharray': '5 4', 'stroke-width': '1.5' },
  cluster: { 'stroke-dasharray': '2 4', 'stroke-width': '2' },
} as const;

/** The event from above (x–z) or from the side (y–z), in lines: what every browser can draw. */
export const FlatView = ({
  apparatus,
  event,
  truth,
  axis,
}: {
  readonly apparatus: Apparatus;
  readonly event: SeenEvent | undefined;
  readonly truth: Truth | undefined;
  readonly axis: 'x' | 'y';
}) => {
  const { from, to, volumes } = apparatus;
  const across = axis === 'x' ? 0 : 1;
  const horizontal = (z: number): number => ((z - from) / (to - from)) * WIDTH;
  const vertical = (value: number): number => HEIGHT / 2 - (value / HALF) * (HEIGHT / 2);
  const path = (points: readonly Point[]): string =>
    points
      .map(
        (point, i) => `${i === 0 ? 'M' : 'L'}${horizontal(point[2]).toFixed(1)} ${vertical(point[across]).toFixed(1)}`,
      )
      .join('');
  const lines = [
    ...(truth?.products ?? []).map(({ points }) => ({ points, stroke: COLOURS.truth, ...DASHED.truth })),
    ...(event?.clusters ?? []).map(({ points }) => ({ points, stroke: COLOURS.cluster, ...DASHED.cluster })),
    ...(event?.tracks ?? []).map(({ points, charge }) => ({
      ...{ points, stroke: colourOfTrack(charge), 'stroke-width': '2.5' },
    })),
  ];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`The event in ${axis} and z`} class="flat">
      <title>{axis === 'x' ? 'From above' : 'From the side'}</title>
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} class="beam" />
      {volumes.flatMap(({ name, z, depth, inner, outer, x }) => {
        const centre = axis === 'x' ? x : 0;
        const width = Math.max(2, horizontal(z + depth) - horizontal(z - depth));
        return [1, -1].map((side) => {
          const [low, high] = [centre + side * inner, centre + side * outer].sort((a, b) => b - a);
          return (
            <rect
              key={name + side}
              data-detector={name}
              x={horizontal(z) - width / 2}
              y={vertical(low)}
              width={width}
              height={Math.max(1, vertical(high) - vertical(low))}
              fill={colourOfVolume(name)}
              fill-opacity="0.35"
            />
          );
        });
      })}
      {lines.map(({ points, ...look }, i) => (
        <path key={i} d={path(points)} fill="none" {...look} />
      ))}
      <text x="8" y="26" class="flat-name large">
        {axis === 'x' ? 'from above (x)' : 'from the side (y)'}
      </text>
    </svg>
  );
};
