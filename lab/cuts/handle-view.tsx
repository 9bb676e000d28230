import type { FigureFrame } from 'spillway/plots';
import { axisOf, type Edge, type Handle } from './handles.ts';
import { moveEdge, placeOf } from './now.ts';
import { stepOf } from './setting-text.ts';

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Bins that a page key moves an edge by, where it can lie on bin edges alone. */
const PAGE_OF_BINS = 3;

/** One edge on the picture, upright or across: dragged with the pointer, or moved with the arrow keys. */
export const HandleView = ({
  edge,
  handle,
  frame,
}: {
  readonly edge: Edge;
  readonly handle: Handle;
  readonly frame: FigureFrame;
}) => {
  const axis = axisOf(handle, edge);
  const upright = edge.along === 'x';
  const span = upright ? frame.x : frame.y;
  const step = stepOf(axis);
  const value = placeOf(edge, axis);
  const { left, right, top, bottom } = frame;
  const part = (clamp(value, span.from, span.to) - span.from) / (span.to - span.from);
  const origin = axis.step === undefined ? 0 : axis.from;
  const snapped = (x: number): number => clamp(origin + Math.round((x - origin) / step) * step, axis.from, axis.to);
  const move = (next: number): void => moveEdge(edge, axis, snapped(next));
  const percent = (share: number): string => `${100 * share}%`;
  return (
    <div
      class={upright ? 'handle' : 'handle across'}
      role="slider"
      tabIndex={0}
      aria-label={`${handle.name}, ${edge.says}`}
      aria-orientation={upright ? 'horizontal' : 'vertical'}
      aria-valuemin={axis.from}
      aria-valuemax={axis.to}
      aria-valuenow={Number(value.toPrecision(6))}
      aria-valuetext={`${Number(value.toPrecision(4))} ${axis.unit}`}
      style={
        upright
          ? { left: percent(left + part * (right - left)), top: percent(top), height: percent(bottom - top) }
          : { top: percent(bottom - part * (bottom - top)), left: percent(left), width: percent(right - left) }
      }
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const { currentTarget: target } = event;
        if (!target.hasPointerCapture(event.pointerId) || target.parentElement === null) return;
        const box = target.parentElement.getBoundingClientRect();
        const share = upright
          ? ((event.clientX - box.left) / box.width - left) / (right - left)
          : (bottom - (event.clientY - box.top) / box.height) / (bottom - top);
        const next = span.from + share * (span.to - span.from);
        if (Math.abs(snapped(next) - value) > step / 2) move(next);
      }}
      onKeyDown={(event) => {
        const by = STEPS[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(value + (axis.step === undefined ? by : Math.sign(by) * Math.min(PAGE_OF_BINS, Math.abs(by))) * step);
      }}
    >
      <span>
        {Number(value.toPrecision(4))} {axis.unit === '1' ? '' : axis.unit}
      </span>
    </div>
  );
};
