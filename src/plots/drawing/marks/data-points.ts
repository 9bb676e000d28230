import { InvalidInput } from '../../../schema/index.ts';
import type { Drawing } from '../drawing.ts';
import { acrossPanel, type Panel } from '../panel.ts';
import { stepPath } from '../paths.ts';
import type { AxisText } from '../text/figure-text.ts';
import { element } from '../text/svg-text.ts';
import { hatchFill } from './hatching.ts';
import { markerAt, verticalBar } from './markers.ts';
import { garwoodInterval } from './poisson-interval.ts';

/** Observed counts per bin. Whole counts get Garwood intervals; others need their own errors. */
export interface DataPoints {
  name: string;
  counts: readonly (number | null)[];
  errors?: { down: readonly number[]; up: readonly number[] };
  /** Draw points at zero, too; otherwise empty bins stay empty. */
  drawEmpty?: boolean;
}

/** A point with the ends of its error bar. */
export interface Point {
  value: number;
  low: number;
  high: number;
}

/** Points to draw, null where a bin has none. Throws InvalidInput for a fractional or negative count without errors. */
export function dataErrors(data: DataPoints): (Point | null)[] {
  return data.counts.map((count, i) => {
    if (count === null || (count === 0 && data.drawEmpty !== true)) return null;
    if (data.errors !== undefined) {
      return { value: count, low: count - data.errors.down[i], high: count + data.errors.up[i] };
    }
    if (!Number.isInteger(count) || count < 0) {
      throw new InvalidInput(`data.counts[${i}]`, `${count} is not a whole count; give its errors`);
    }
    const [low, high] = garwoodInterval(count);
    return { value: count, low, high };
  });
}

/** The panel under a spectrum: its axis, its range, and what fills it. */
export interface ComparisonPanel {
  axis: AxisText;
  range: readonly [number, number];
  fill(drawing: Drawing, panel: Panel, edges: readonly number[], totalError: readonly number[] | undefined): void;
}

/**
 * Data over expectation (`ratio`, errors of the data alone, the error of the expectation hatched about 1), or the pull
 * per bin: (n − b)/√b for counts, (value − b)/error for data with errors of their own (the one that points to b), with
 * the error of b added in squares where given. Bins that expect nothing are left out.
 */
export function comparisonPanel(kind: 'ratio' | 'pull', data: DataPoints, total: readonly number[]): ComparisonPanel {
  const points = dataErrors({ ...data, drawEmpty: true });
  const usable = (i: number): boolean => points[i] !== null && total[i] > 0;
  if (kind === 'pull') {
    return {
      axis: { label: 'pull' },
      range: [-3.6, 3.6],
      fill: (_drawing, panel, edges, totalError) => {
        for (const level of [-2, 0, 2]) {
          panel.add(acrossPanel(panel, level, { stroke: '#888', 'stroke-dasharray': level === 0 ? '1 0' : '4 4' }));
        }
        points.forEach((point, i) => {
          if (!usable(i)) return;
          const extra = totalError?.[i] ?? 0;
          const excess = point!.value - total[i];
          const own = excess > 0 ? point!.value - point!.low : point!.high - point!.value;
          const variance = (data.errors === undefined ? total[i] : own * own) + extra * extra;
          const pull = variance > 0 ? excess / Math.sqrt(variance) : 0;
          const [left, right] = [panel.x.at(edges[i]), panel.x.at(edges[i + 1])];
          const [zero, tip] = [panel.y.at(0), panel.y.at(pull)];
          panel.add(
            element('rect', {
              x: left,
              y: Math.min(zero, tip),
              width: right - left,
              height: Math.abs(tip - zero),
              fill: '#777',
              stroke: '#fff',
              'stroke-width': 0.6,
            }),
          );
        });
      },
    };
  }
  let widest = 0;
  points.forEach((point, i) => {
    if (usable(i) && point!.value > 0) widest = Math.max(widest, Math.abs(point!.value / total[i] - 1));
  });
  const reach = widest < 0.16 ? 0.24 : widest < 0.4 ? 0.55 : 0.85;
  return {
    axis: { label: 'data / exp.' },
    range: [1 - reach, 1 + reach],
    fill: (drawing, panel, edges, totalError) => {
      if (totalError !== undefined) {
        const relative = totalError.map((error, i) => (total[i] > 0 ? error / total[i] : 0));
        panel.add(
          stepPath(
            panel,
            edges,
            relative.map((r) => 1 + r),
            { fill: hatchFill(drawing, '#555', 'left') },
            relative.map((r) => 1 - r),
          ),
        );
      }
      panel.add(acrossPanel(panel, 1, { stroke: '#444', 'stroke-dasharray': '6 4' }));
      points.forEach((point, i) => {
        if (!usable(i) || (point!.value === 0 && data.drawEmpty !== true)) return;
        const x = panel.x.at((edges[i] + edges[i + 1]) / 2);
        const y = (value: number): number => panel.y.at(value / total[i]);
        panel.add(verticalBar(x, y(point!.low), y(point!.high)), markerAt('circle', x, y(point!.value), 4, '#000'));
      });
    },
  };
}
