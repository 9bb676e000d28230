/** A closed polygon of [x, y] points; the last point is not repeated. */
export type Ring = [number, number][];

/** A field along y at one x. */
export interface FieldRow {
  at(j: number): number;
  /** Places j > 0, ascending, where the field is positive and was not at j − 1, or the other way round. */
  readonly changes: ArrayLike<number>;
}

/** The rows of a field: `field[i * ny + j]` belongs to (x[i], y[j]). */
export function rowsOfField(field: ArrayLike<number>, nx: number, ny: number): FieldRow[] {
  return Array.from({ length: nx }, (_, i) => {
    const changes: number[] = [];
    let before = field[i * ny] > 0;
    for (let j = 1; j < ny; j++) {
      const positive = field[i * ny + j] > 0;
      if (positive !== before) changes.push(j);
      before = positive;
    }
    return { at: (j: number) => field[i * ny + j], changes };
  });
}

/**
 * Closed rings around where a field on a rectangular grid is positive, by linear interpolation along the edges of the
 * cells (marching squares; saddles by the mean of the corners). `field[i * ny + j]` belongs to (x[i], y[j]), both
 * ascending. Outside the grid the field counts as negative, so a ring that leaves the grid runs along its border.
 */
export function contourRings(x: ArrayLike<number>, y: ArrayLike<number>, field: ArrayLike<number>): Ring[] {
  return ringsOfRows(x, y, rowsOfField(field, x.length, y.length));
}

/** `contourRings` of a field given by its rows, one for each x: only cells that an edge crosses are looked at. */
export function ringsOfRows(x: ArrayLike<number>, y: ArrayLike<number>, field: readonly FieldRow[]): Ring[] {
  const nx = x.length;
  const ny = y.length;
  // A rim of cells of no width carries the rings along the border.
  const X = (i: number) => x[Math.min(Math.max(i, 0), nx - 1)];
  const Y = (j: number) => y[Math.min(Math.max(j, 0), ny - 1)];
  const value = (i: number, j: number) => (i < 0 || j < 0 || i >= nx || j >= ny ? -1 : field[i].at(j));
  // Edges are numbered so that the segments of neighbouring cells meet: horizontal ones even, vertical ones odd.
  const width = nx + 2;
  const across = (i: number, j: number) => 2 * ((j + 1) * width + i + 1);
  const along = (i: number, j: number) => across(i, j) + 1;
  const next = new Map<number, number[]>();
  const connect = (from: number, to: number) => {
    const list = next.get(from);
    if (list === undefined) next.set(from, [to]);
    else list.push(to);
  };
  const points = new Map<number, [number, number]>();
  const point = (edge: number, i1: number, j1: number, i2: number, j2: number): number => {
    if (!points.has(edge)) {
      const a = value(i1, j1);
      const b = value(i2, j2);
      const t = i1 < 0 || j1 < 0 ? 1 : i2 >= nx || j2 >= ny ? 0 : a / (a - b);
      points.set(edge, [X(i1) + t * (X(i2) - X(i1)), Y(j1) + t * (Y(j2) - Y(j1))]);
    }
    return edge;
  };
  /** The segments of one cell; bits of `code` are its positive corners, from the lower left one on around it. */
  const cross = (i: number, j: number, code: number): void => {
    const bottom = () => point(across(i, j), i, j, i + 1, j);
    const top = () => point(across(i, j + 1), i, j + 1, i + 1, j + 1);
    const left = () => point(along(i, j), i, j, i, j + 1);
    const right = () => point(along(i + 1, j), i + 1, j, i + 1, j + 1);
    // Segments run with the positive side on their left.
    const saddle = () => value(i, j) + value(i + 1, j) + value(i + 1, j + 1) + value(i, j + 1) > 0;
    switch (code) {
      case 1:
        connect(bottom(), left());
        break;
      case 2:
        connect(right(), bottom());
        break;
      case 3:
        connect(right(), left());
        break;
      case 4:
        connect(top(), right());
        break;
      case 5:
        if (saddle()) {
          connect(top(), left());
          connect(bottom(), right());
        } else {
          connect(bottom(), left());
          connect(top(), right());
        }
        break;
      case 6:
        connect(top(), bottom());
        break;
      case 7:
        connect(top(), left());
        break;
      case 8:
        connect(left(), top());
        break;
      case 9:
        connect(bottom(), top());
        break;
      case 10:
        if (saddle()) {
          connect(left(), bottom());
          connect(right(), top());
        } else {
          connect(left(), top());
          connect(right(), bottom());
        }
        break;
      case 11:
        connect(right(), top());
        break;
      case 12:
        connect(left(), right());
        break;
      case 13:
        connect(bottom(), right());
        break;
      case 14:
        connect(left(), bottom());
        break;
    }
  };
  const rim: readonly number[] = [];
  let low = rim;
  for (let i = -1; i < nx; i++) {
    const high = i + 1 < nx ? padded(field[i + 1], ny) : rim;
    // Signs of both rows at j; between their changes nothing is crossed while they are equal.
    let [a, b, k, l] = [0, 0, 0, 0];
    for (let j = -1; ; j++) {
      if (a === b) {
        const ahead = Math.min(low[k] ?? ny + 1, high[l] ?? ny + 1);
        if (ahead > ny) break;
        j = ahead - 1;
      }
      const [c, d] = [low[k] === j + 1 ? 1 - a : a, high[l] === j + 1 ? 1 - b : b];
      if (c !== a) k++;
      if (d !== b) l++;
      cross(i, j, a | (b << 1) | (d << 2) | (c << 3));
      [a, b] = [c, d];
    }
    low = high;
  }
  const rings: Ring[] = [];
  for (const start of [...next.keys()].sort((p, q) => p - q)) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const ring: Ring = [];
      let edge = start;
      do {
        const [px, py] = points.get(edge)!;
        const last = ring[ring.length - 1];
        if (last === undefined || last[0] !== px || last[1] !== py) ring.push([px, py]);
        edge = next.get(edge)!.pop()!;
      } while (edge !== start);
      if (ring.length > 2) rings.push(ring);
    }
  }
  return rings;
}

/** Changes of sign of a row between rims of negative values. */
function padded(row: FieldRow, ny: number): number[] {
  const all = row.at(0) > 0 ? [0] : [];
  const { changes } = row;
  for (let k = 0; k < changes.length; k++) all.push(changes[k]);
  if (all.length % 2 === 1) all.push(ny);
  return all;
}
