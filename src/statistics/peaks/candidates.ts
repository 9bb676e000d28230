import { InvalidInput } from '../../schema/index.ts';

/**
 * Reconstructed candidates as columns: `values[c][row]` is coordinate c of a row. Rows with the same `event` number,
 * which stand together, are different readings of one event (pairings, mass hypotheses): the event counts once in a
 * window when any of them lies inside. Weights, one per row and equal within an event, default to 1.
 */
export interface Candidates {
  readonly values: readonly ArrayLike<number>[];
  readonly event?: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/** Candidates checked and counted by event. */
export interface CheckedCandidates {
  readonly coordinates: readonly Float64Array[];
  /** Rows of event e are offsets[e] … offsets[e + 1] − 1. */
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Checks candidates at `where`. Throws InvalidInput for columns of different length, values that are not finite,
 * weights that are negative or change within an event, or an event whose rows are apart.
 */
export function checkCandidates(candidates: Candidates, dimensions: number, where: string): CheckedCandidates {
  const { values, event, weights } = candidates;
  if (values.length !== dimensions) {
    throw new InvalidInput(`${where}.values`, `${values.length} coordinates found, ${dimensions} needed`);
  }
  const rows = values[0].length;
  const column = (source: ArrayLike<number>, name: string): Float64Array => {
    if (source.length !== rows) throw new InvalidInput(`${where}.${name}`, `${source.length} rows, not ${rows}`);
    const out = Float64Array.from(source);
    const bad = out.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new InvalidInput(`${where}.${name}[${bad}]`, `${out[bad]} is not a finite number`);
    return out;
  };
  const coordinates = values.map((source, c) => column(source, `values[${c}]`));
  const perRow = weights === undefined ? new Float64Array(rows).fill(1) : column(weights, 'weights');
  const negative = perRow.findIndex((weight) => weight < 0);
  if (negative >= 0) throw new InvalidInput(`${where}.weights[${negative}]`, `${perRow[negative]} is negative`);
  const offsets: number[] = [];
  const seen = new Set<number>();
  const number = event === undefined ? undefined : column(event, 'event');
  for (let row = 0; row < rows; row++) {
    if (number !== undefined && row > 0 && number[row] === number[row - 1]) {
      if (perRow[row] !== perRow[row - 1]) {
        throw new InvalidInput(`${where}.weights[${row}]`, `differs within event ${number[row]}`);
      }
      continue;
    }
    if (number !== undefined) {
      if (seen.has(number[row])) throw new InvalidInput(`${where}.event[${row}]`, 'the rows of an event stand apart');
      seen.add(number[row]);
    }
    offsets.push(row);
  }
  const byEvent = Float64Array.from(offsets, (row) => perRow[row]);
  return { coordinates, offsets: Int32Array.from([...offsets, rows]), weights: byEvent };
}
