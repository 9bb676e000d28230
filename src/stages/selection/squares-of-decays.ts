/**
 * Σw² of candidates in which those of one decay vary together, being copies or readings of it: the square of their sum. A
 * cell is a bin, a region or a step; decays are numbered from 0 within a batch, and forgotten at `start`.
 */
export interface SquaresOfDecays {
  /** Forgets the decays of the batch before. */
  start(): void;
  /** What a candidate of weight `weight` of decay `decay` adds to the Σw² of cell `cell`. */
  added(cell: number, decay: number, weight: number): number;
}

/** For few cells, each of which most decays reach. */
export function denseSquares(cells: number, decays: number): SquaresOfDecays {
  const together = new Float64Array(cells * decays);
  return {
    start: () => together.fill(0),
    added(cell, decay, weight) {
      const at = cell * decays + decay;
      const before = together[at];
      together[at] = before + weight;
      return weight * (2 * before + weight);
    },
  };
}

/** For many cells, few of which any decay reaches: a list for each decay. */
export function sparseSquares(decays: number): SquaresOfDecays {
  const first = new Int32Array(decays).fill(-1);
  let cells = new Int32Array(decays);
  let next = new Int32Array(decays);
  let together = new Float64Array(decays);
  let used = 0;
  const grown = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  return {
    start() {
      first.fill(-1);
      used = 0;
    },
    added(cell, decay, weight) {
      let at = first[decay];
      while (at >= 0 && cells[at] !== cell) at = next[at];
      if (at >= 0) {
        const before = together[at];
        together[at] = before + weight;
        return weight * (2 * before + weight);
      }
      if (used === cells.length) {
        cells = grown(cells, new Int32Array(2 * used));
        next = grown(next, new Int32Array(2 * used));
        together = grown(together, new Float64Array(2 * used));
      }
      cells[used] = cell;
      next[used] = first[decay];
      together[used] = weight;
      first[decay] = used++;
      return weight * weight;
    },
  };
}
