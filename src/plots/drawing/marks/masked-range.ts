import type { Drawing } from '../drawing.ts';
import type { Panel } from '../panel.ts';
import { element, segment } from '../text/svg-text.ts';
import { hatchFill } from './hatching.ts';

/** A range of x that is blinded, or not searched, over the whole height of a panel. */
export interface MaskedRange {
  from: number;
  to: number;
  /** Word in the hatched area; `masked` where absent. */
  label?: string;
}

/** Hatches a range over the height of a panel and names it. */
export function maskedRangeMarkup(drawing: Drawing, panel: Panel, range: MaskedRange): void {
  const { box } = panel;
  const left = Math.max(box.x, Math.min(panel.x.at(range.from), panel.x.at(range.to)));
  const right = Math.min(box.x + box.width, Math.max(panel.x.at(range.from), panel.x.at(range.to)));
  if (!(right > left)) return;
  const area = { x: left, y: box.y, width: right - left, height: box.height };
  panel.add(
    element('rect', { ...area, fill: '#fff', 'fill-opacity': '0.6' }),
    element('rect', { ...area, fill: hatchFill(drawing, '#8a8a8a') }),
  );
  for (const x of [left, right]) {
    panel.add(segment([x, box.y], [x, box.y + box.height], { stroke: '#555', 'stroke-width': 1.4 }));
  }
  const label = range.label ?? 'masked';
  if (label === '') return;
  const middle = (left + right) / 2;
  // Below the middle, where legends and notes seldom reach.
  const y = box.y + 0.64 * box.height;
  panel.name(
    label,
    [
      { x: middle, y, anchor: 'middle' },
      { x: middle, y: box.y + 0.8 * box.height, anchor: 'middle' },
      { x: middle, y: box.y + 0.45 * box.height, anchor: 'middle' },
    ],
    { bold: true, fill: '#333', halo: true },
  );
}
