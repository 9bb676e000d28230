import type { Box, Drawing } from '../drawing.ts';
import type { LetterSizes } from '../figure-look.ts';
import { type Scale, scaleOf } from '../scale.ts';
import { type AxisText, axisTitle } from '../text/figure-text.ts';
import { cutLabel } from '../text/fit-label.ts';
import { labelAt, textWidth } from '../text/rich-text.ts';
import { element, segment } from '../text/svg-text.ts';
import { scaleColour } from './palette.ts';

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
export function colourBarRoom(
  axis: AxisText,
  domain: readonly [number, number],
  height: number,
  letters: LetterSizes,
): number {
  const { scale } = colourScale(axis, domain, height);
  return 48 + 1.5 * letters.title + Math.max(0, ...scale.major.map((tick) => textWidth(tick.label, letters.small)));
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
  const { small } = drawing.letters;
  let widest = 0;
  for (const tick of colours.scale.major) {
    const y = box.y + box.height * (1 - colours.scale.at(tick.value));
    drawing.add(segment([right, y], [right - 7, y]), labelAt(right + 6, y + 0.36 * small, tick.label, { size: small }));
    widest = Math.max(widest, textWidth(tick.label, small));
  }
  for (const value of colours.scale.minor) {
    const y = box.y + box.height * (1 - colours.scale.at(value));
    drawing.add(segment([right, y], [right - 4, y]));
  }
  const size = drawing.letters.title;
  const title = axisTitle(axis, colours.scale.power);
  const shown = cutLabel(title, size, frame.height);
  drawing.add(
    labelAt(right + widest + 12 + size, box.y, shown, {
      size,
      anchor: 'end',
      turn: -90,
      ...(shown === title ? {} : { title }),
    }),
  );
}
