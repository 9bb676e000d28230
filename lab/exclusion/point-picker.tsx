import type { FigureFrame, FigureSpan } from 'spillway/plots';
import { askPoint, point, pointAt } from './now.ts';

/** Where a value lies on an axis: 0 at its beginning, 1 at its end. */
function partOf({ scale, from, to }: FigureSpan, value: number): number {
  const part = scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.min(1, Math.max(0, part));
}

/** The value at a part of an axis, to three digits. */
function valueAt({ scale, from, to }: FigureSpan, part: number): number {
  const inside = Math.min(1, Math.max(0, part));
  return Number((scale === 'log' ? from * (to / from) ** inside : from + inside * (to - from)).toPrecision(3));
}

/** Parts of the frame that a key moves the point by: to the right, and up. */
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowDown: [0, -0.01],
  ArrowUp: [0, 0.01],
  Home: [-0.1, 0],
  End: [0.1, 0],
  PageDown: [0, -0.1],
  PageUp: [0, 0.1],
};

/** A point on the picture of a plane: put there with the pointer, or moved with the keys and asked with Enter. */
export const PointPicker = ({ frame }: { readonly frame: FigureFrame }) => {
  const { x, y, left, right, top, bottom } = frame;
  const mass = Number(pointAt.value.mass);
  const coupling = Number(pointAt.value.coupling);
  const at = { x: partOf(x, mass), y: partOf(y, coupling) };
  const put = (across: number, up: number): void => {
    pointAt.value = { mass: String(valueAt(x, across)), coupling: String(valueAt(y, up)) };
    point.value = undefined;
  };
  const verdict = point.value === undefined ? '' : point.value.excluded ? ', excluded' : ', not excluded';
  return (
    <div
      class="frame"
      style={{
        left: `${100 * left}%`,
        top: `${100 * top}%`,
        width: `${100 * (right - left)}%`,
        height: `${100 * (bottom - top)}%`,
      }}
      onPointerUp={({ currentTarget, clientX, clientY }) => {
        const box = currentTarget.getBoundingClientRect();
        put((clientX - box.left) / box.width, (box.bottom - clientY) / box.height);
        void askPoint();
      }}
    >
      <div
        class="point"
        role="slider"
        tabIndex={0}
        aria-label="A point of the plane: arrow keys move it, Enter asks"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * at.x)}
        aria-valuetext={`${mass} GeV, coupling ${coupling}${verdict}`}
        data-excluded={point.value?.excluded}
        style={{ left: `${100 * at.x}%`, top: `${100 * (1 - at.y)}%` }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void askPoint();
          const by = KEYS[event.key];
          if (by === undefined) return;
          event.preventDefault();
          put(at.x + by[0], at.y + by[1]);
        }}
      />
    </div>
  );
};
