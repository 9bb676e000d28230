import { InvalidInput, unknownName } from '../schema/index.ts';
import type { FigureDescription } from './draw-figure.ts';
import type { AxisText } from './drawing/text/figure-text.ts';

/** The axes that can be changed. */
export const axisNames = ['x', 'y', 'z'] as const;
/** Name of an axis. */
export type AxisName = (typeof axisNames)[number];

/** Another scale or range for some axes of a figure. */
export type AxisChanges = Partial<Record<AxisName, Pick<AxisText, 'scale' | 'range'>>>;

/**
 * The figure with the scale or the range of some axes replaced. Throws InvalidInput where a kind of figure has no such
 * axis, where a range ends before it begins, and where a logarithmic axis would begin at or below zero.
 */
export function changeAxes(figure: FigureDescription, changes: AxisChanges): FigureDescription {
  const changed: Record<string, unknown> = { ...figure };
  for (const [name, change] of Object.entries(changes) as [AxisName, Pick<AxisText, 'scale' | 'range'>][]) {
    const own = Object.keys(figure).filter((key) => (axisNames as readonly string[]).includes(key));
    const axis = changed[name] as AxisText | undefined;
    if (axis === undefined) {
      throw own.length === 0
        ? new InvalidInput(name, `a figure of the kind '${figure.kind}' has no axis that can be changed`)
        : unknownName(name, 'axis', name, own);
    }
    const next = { ...axis, ...change };
    if (next.range !== undefined && !(next.range[1] > next.range[0])) {
      throw new InvalidInput(name, `the range ${next.range[0]}:${next.range[1]} ends before it begins`);
    }
    if (next.scale === 'log' && next.range !== undefined && !(next.range[0] > 0)) {
      throw new InvalidInput(name, `a logarithmic axis begins above zero, not at ${next.range[0]}`);
    }
    changed[name] = next;
  }
  return changed as unknown as FigureDescription;
}
