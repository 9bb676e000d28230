/**
 * Draws `rows` of `count` candidates in proportion to their importance, each the integer above or below its expected
 * number (systematic resampling): `chosen[k]` is the candidate of row k, in order, so that copies of one stand together.
 * Returns the sum S of the importances: candidate i comes up rows · importance[i] / S times on average, over `offset`
 * uniform in (0, 1).
 */
export function systematicRows(
  importance: Float64Array,
  count: number,
  rows: number,
  offset: number,
  chosen: Int32Array,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += importance[i];
  const step = sum / rows;
  let row = 0;
  let passed = 0;
  for (let i = 0; i < count && row < rows; i++) {
    passed += importance[i];
    while (row < rows && (row + offset) * step < passed) chosen[row++] = i;
  }
  while (row < rows) chosen[row++] = count - 1;
  return sum;
}
