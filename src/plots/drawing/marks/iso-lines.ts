import { contours } from 'd3-contour';

/** Canvas position of a fractional index along a row of grid points: linear between neighbours, cut at the ends. */
export function positionAt(positions: readonly number[], index: number): number {
  const last = positions.length - 1;
  if (last === 0 || index <= 0) return positions[0];
  if (index >= last) return positions[last];
  const i = Math.floor(index);
  return positions[i] + (index - i) * (positions[i + 1] - positions[i]);
}

/**
 * Rings, in canvas units, on which a grid of values takes `level`. `values` are row by row, one per pair of the canvas
 * positions `xs` and `ys`; absent ones (null) count as far below. Rings that meet the rim of the grid run along it;
 * holes are rings of their own, so fill with the even–odd rule.
 */
export function isoRings(
  xs: readonly number[],
  ys: readonly number[],
  values: readonly (number | null)[],
  level: number,
): [number, number][][] {
  const present = values.filter((value) => value !== null);
  let low = level;
  for (const value of present) low = Math.min(low, value);
  const floor = low - Math.abs(level - low) - 1e-9 * Math.abs(level);
  const grid = values.map((value) => value ?? floor);
  const shape = contours().size([xs.length, ys.length]).contour(grid, level);
  return shape.coordinates.flatMap((polygon) =>
    polygon.map((ring) => ring.map(([i, j]): [number, number] => [positionAt(xs, i - 0.5), positionAt(ys, j - 0.5)])),
  );
}

/** Path data of open lines: rings with the stretches that run along the rim of the grid left out. */
export function isoLineData(
  rings: readonly [number, number][][],
  xs: readonly number[],
  ys: readonly number[],
): string {
  const [left, right] = [Math.min(xs[0], xs.at(-1)!), Math.max(xs[0], xs.at(-1)!)];
  const [top, bottom] = [Math.min(ys[0], ys.at(-1)!), Math.max(ys[0], ys.at(-1)!)];
  const rim = ([x, y]: [number, number]): boolean =>
    x <= left + 1e-6 || x >= right - 1e-6 || y <= top + 1e-6 || y >= bottom - 1e-6;
  let d = '';
  for (const ring of rings) {
    let drawing = false;
    for (let i = 1; i < ring.length; i++) {
      if (rim(ring[i]) && rim(ring[i - 1])) {
        drawing = false;
        continue;
      }
      if (!drawing) d += `M${ring[i - 1][0].toFixed(2)},${ring[i - 1][1].toFixed(2)}`;
      d += `L${ring[i][0].toFixed(2)},${ring[i][1].toFixed(2)}`;
      drawing = true;
    }
  }
  return d;
}
