import type { Frame } from './desk.ts';
import type { Edge, HandleAxis } from './handles.ts';
import { moveEdge, placeOf, stepOf } from './now.ts';

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

/** One edge on the picture: dragged with the pointer, or moved with the arrow keys. */
export const HandleView = ({
  edge,
  axis,
  frame,
  name,
}: {
  readonly edge: Edge;
  readonly axis: HandleAxis;
  readonly frame: Frame;
  readonly name: string;
}) => {
  const { from, to, unit } = axis;
  const step = stepOf(axis);
  const value = placeOf(edge, axis);
  const across = frame.left + ((clamp(value, from, to) - from) / (to - from)) * (frame.right - frame.left);
  const snapped = (x: number): number => clamp(Math.round(x / step) * step, from, to);
  const move = (next: number): void => moveEdge(edge, axis, snapped(next));
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={`${name}, ${edge.says}`}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={Number(value.toPrecision(6))}
      aria-valuetext={`${Number(value.toPrecision(4))} ${unit}`}
      style={{ left: `${100 * across}%`, top: `${100 * frame.top}%`, height: `${100 * (frame.bottom - frame.top)}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const { currentTarget: target } = event;
        if (!target.hasPointerCapture(event.pointerId) || target.parentElement === null) return;
        const { left, width } = target.parentElement.getBoundingClientRect();
        const part = ((event.clientX - left) / width - frame.left) / (frame.right - frame.left);
        const next = from + part * (to - from);
        if (Math.abs(snapped(next) - value) > step / 2) move(next);
      }}
      onKeyDown={(event) => {
        const steps: Readonly<Record<string, number>> = {
          ArrowLeft: -1,
          ArrowDown: -1,
          ArrowRight: 1,
          ArrowUp: 1,
          PageDown: -10,
          PageUp: 10,
        };
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(value + by * step);
      }}
    >
      <span>
        {Number(value.toPrecision(4))} {unit === '1' ? '' : unit}
      </span>
    </div>
  );
};
