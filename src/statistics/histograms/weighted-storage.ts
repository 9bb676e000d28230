import { InvalidInput } from '../../schema/index.ts';

/** Refuses anything but `length` finite numbers, variances not negative; returns them as columns. */
export function readWeightedStorage(
  values: readonly unknown[],
  variances: readonly unknown[],
  length: number,
  where: string,
): { sumw: Float64Array; sumw2: Float64Array } {
  return { sumw: readColumn(values, length, `${where}.values`), sumw2: readSquares(variances, length, where) };
}

function readSquares(variances: readonly unknown[], length: number, where: string): Float64Array {
  const sumw2 = readColumn(variances, length, `${where}.variances`);
  const negative = sumw2.findIndex((value) => value < 0);
  if (negative >= 0) throw new InvalidInput(`${where}.variances[${negative}]`, `${sumw2[negative]} is negative`);
  return sumw2;
}

function readColumn(column: readonly unknown[], length: number, where: string): Float64Array {
  if (column.length !== length) {
    throw new InvalidInput(where, `${column.length} numbers found, ${length} needed (bins and both flow bins)`);
  }
  return Float64Array.from(column, (value, i) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new InvalidInput(`${where}[${i}]`, `${String(value)} is not a finite number`);
    }
    return value;
  });
}

/** Adds columns in index order, so that merging the same blocks in the same order gives the same bits. */
export function addColumn(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += from[i];
}
