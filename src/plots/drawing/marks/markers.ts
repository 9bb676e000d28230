import { element, segment } from '../text/svg-text.ts';

/** Shapes of data points; `open` ones are filled with the colour of the ground. */
export const markerShapes = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'star',
  'cross',
  'open-circle',
  'open-square',
  'open-diamond',
] as const;
/** Name of a shape of data points. */
export type MarkerShape = (typeof markerShapes)[number];

/** A point of a shape centred at (x, y) with half size `radius`. */
export function markerAt(shape: MarkerShape, x: number, y: number, radius: number, colour: string): string {
  const open = shape.startsWith('open-');
  const paint = { fill: open ? '#fff' : colour, stroke: colour, 'stroke-width': open ? 1.8 : 1 };
  const form = open ? shape.slice(5) : shape;
  if (form === 'circle') return element('circle', { cx: x, cy: y, r: radius, ...paint });
  if (form === 'square') {
    const side = 1.8 * radius;
    return element('rect', { x: x - side / 2, y: y - side / 2, width: side, height: side, ...paint });
  }
  if (form === 'cross') {
    const style = { stroke: colour, 'stroke-width': 2.2 };
    return (
      segment([x - radius, y - radius], [x + radius, y + radius], style) +
      segment([x - radius, y + radius], [x + radius, y - radius], style)
    );
  }
  return element('polygon', { points: corners(form, x, y, radius), ...paint, 'stroke-linejoin': 'round' });
}

// Unit vectors at multiples of 36° from straight up, for the star.
const fifths = [
  [0, -1],
  [0.5878, -0.809],
  [0.9511, -0.309],
  [0.9511, 0.309],
  [0.5878, 0.809],
];

function corners(form: string, x: number, y: number, radius: number): string {
  const r = 1.25 * radius;
  let points: number[][];
  if (form === 'diamond') {
    points = [
      [0, -r],
      [r, 0],
      [0, r],
      [-r, 0],
    ];
  } else if (form === 'triangle') {
    points = [
      [0, -r],
      [r, 0.8 * r],
      [-r, 0.8 * r],
    ];
  } else {
    const turn = [...fifths, ...fifths.map(([a, b]) => [-a, -b])];
    points = turn.map(([a, b], i) => [
      1.35 * r * a * (i % 2 === 0 ? 1 : 0.42),
      1.35 * r * b * (i % 2 === 0 ? 1 : 0.42),
    ]);
  }
  return points.map(([a, b]) => `${round2(x + a)},${round2(y + b)}`).join(' ');
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A vertical error bar from `low` to `high` at x, with small caps. */
export function verticalBar(x: number, low: number, high: number, colour = '#000', cap = 0): string {
  const bar = segment([x, low], [x, high], { stroke: colour, 'stroke-width': 1.6 });
  if (cap === 0) return bar;
  const style = { stroke: colour, 'stroke-width': 1.6 };
  return bar + segment([x - cap, low], [x + cap, low], style) + segment([x - cap, high], [x + cap, high], style);
}

/** A horizontal error bar from `low` to `high` at y, with small caps. */
export function horizontalBar(y: number, low: number, high: number, colour = '#000', cap = 0): string {
  const style = { stroke: colour, 'stroke-width': 1.6 };
  const bar = segment([low, y], [high, y], style);
  if (cap === 0) return bar;
  return bar + segment([low, y - cap], [low, y + cap], style) + segment([high, y - cap], [high, y + cap], style);
}
