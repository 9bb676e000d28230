import type { Box, Drawing } from './drawing.ts';
import { fontSize } from './drawing.ts';
import { type AxisText, axisTitle } from './figure-text.ts';
import { scaleColour } from './palette.ts';
import { labelAt, textWidth } from './rich-text.ts';
import { type Scale, scaleOf } from './scale.ts';
import { element, segment } from './svg-text.ts';

/** Colours of values: `colour` gives white for an absent value and, on a logarithmic scale, for one ≤ 0. */
export interface ColourScale {
  scale: Scale;
  colour(value: number | null): string;
}

/** Steps from one end of a colour scale to the other: finer than the eye, coarse enough to merge equal cells. */
const shades = 160;

/** Colour scale over `domain` of an axis. */
export function colourScale(axis: AxisText, domain: readonly [number, number], height: number): ColourScale {
  const scale = scaleOf(axis.scale ?? 'linear', domain, [0, 1], Math.round(height / 50), axis.label);
  const colour = (value: number | null): string =>
    value === null || (axis.scale === 'log' && value <= 0)
      ? '#fff'
      : scaleColour(Math.round(shades * scale.at(value)) / shades);
  return { scale, colour };
}

/** Room in canvas units that the colour bar of an axis over `domain` needs right of a frame, margins included. */
export function colourBarRoom(axis: AxisText, domain: readonly [number, number], height: number): number {
  const { scale } = colourScale(axis, domain, height);
  return 72 + Math.max(0, ...scale.major.map((tick) => textWidth(tick.label, 15)));
}

/** A vertical colour bar at the right of `frame` with ticks, labels and title; `colourBarRoom` is its width. */
export function colourBar(drawing: Drawing, frame: Box, axis: AxisText, colours: ColourScale): void {
  const box = { x: frame.x + frame.width + 14, y: frame.y, width: 20, height: frame.height };
  const paint = drawing.define('colours', (id) =>
    element(
      'linearGradient',
      { id, x1: 0, y1: 1, x2: 0, y2: 0 },
      ...Array.from({ length: 17 }, (_, i) =>
        element('stop', { offset: `${(100 * i) / 16}%`, 'stop-color': scaleColour(i / 16) }),
      ),
    ),
  );
  drawing.add(element('rect', { ...box, fill: paint, stroke: '#000', 'stroke-width': 1.2 }));
  const right = box.x + box.width;
  let widest = 0;
  for (const tick of colours.scale.major) {
    const y = box.y + box.height * (1 - colours.scale.at(tick.value));
    drawing.add(segment([right, y], [right - 7, y]), labelAt(right + 6, y + 5.5, tick.label, { size: 15 }));
    widest = Math.max(widest, textWidth(tick.label, 15));
  }
  for (const value of colours.scale.minor) {
    const y = box.y + box.height * (1 - colours.scale.at(value));
    drawing.add(segment([right, y], [right - 4, y]));
  }
  const title = axisTitle(axis, colours.scale.power);
  const size = Math.min(
    fontSize.legend + 1,
    ((fontSize.legend + 1) * frame.height) / textWidth(title, fontSize.legend + 1),
  );
  drawing.add(labelAt(right + widest + 24, box.y, title, { size, anchor: 'end', turn: -90 }));
}
