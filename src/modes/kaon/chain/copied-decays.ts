import type { DecayBlock } from '../../../events/decay-block.ts';

/** Responses of the detector that a decay in its acceptance gets. */
export const COPIES = 32;
/** Copies are numbered from here, so that their random numbers are no other event's. */
const FIRST_COPY = 2 ** 45;

/** Decays that are answered many times: taken out of a block, and put back into it as copies. */
export interface CopiedDecays {
  /** Takes these rows out of the block: their weights there become 0. */
  take(rows: readonly number[]): void;
  /** Puts copies of the next decays taken into the block, each with its share of the weight; false when there are no more. */
  put(): boolean;
}

/** Room for copies of the decays of `block`, which takes as many at a time as it holds. */
export function copiedDecays(block: DecayBlock): CopiedDecays {
  block.family ??= new Int32Array(block.capacity);
  const { weight, family, parent, vertex, products } = block;
  const columns = [
    ...new Set(
      [{ weight, family }, parent, vertex, ...products.flatMap(({ origin, momentum }) => [origin, momentum])].flatMap(
        (group) => Object.values(group) as (Float64Array | Int32Array)[],
      ),
    ),
  ];
  const atOnce = Math.max(1, Math.floor(block.capacity / COPIES));
  let taken: number[][] = [];
  let firstCopy = 0;
  return {
    take(rows) {
      taken = rows.map((row) => columns.map((column) => column[row]));
      for (const row of rows) block.weight[row] = 0;
      firstCopy = FIRST_COPY + block.firstEvent * COPIES;
    },
    put() {
      const some = taken.splice(0, atOnce);
      block.count = some.length * COPIES;
      block.firstEvent = firstCopy;
      firstCopy += block.count;
      some.forEach((values, k) => {
        columns.forEach((column, c) => {
          column.fill(values[c], k * COPIES, (k + 1) * COPIES);
        });
        block.weight.fill(values[0] / COPIES, k * COPIES, (k + 1) * COPIES);
      });
      return some.length > 0;
    },
  };
}
