import type { Drawing } from '../drawing.ts';
import { element } from '../text/svg-text.ts';

/** Paint that hatches with thin parallel lines of a colour; `lean` turns them the other way. */
export function hatchFill(drawing: Drawing, colour: string, lean: 'right' | 'left' = 'right'): string {
  const name = `hatch-${lean}-${colour.replace(/[^A-Za-z0-9]/g, '')}`;
  return drawing.define(name, (id) =>
    element(
      'pattern',
      {
        id,
        width: 7,
        height: 7,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${lean === 'right' ? 45 : -45})`,
      },
      element('line', { x1: 0, y1: 0, x2: 0, y2: 7, stroke: colour, 'stroke-width': 1.6 }),
    ),
  );
}
