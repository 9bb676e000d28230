import { asGiven, withError } from '../../plots/index.ts';
import type { ReproduceRow } from './row.ts';

/** The words of a quantity: `acceptanceRatio` is an acceptance ratio. */
export function quantityWords({ quantity, detail }: Pick<ReproduceRow, 'quantity' | 'detail'>): string {
  const words = quantity.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  const name = words === 'ses' ? 'single-event sensitivity' : words;
  return detail === null || detail === '' ? name : `${name}, ${detail}`;
}

/** One row in words: what was computed, what was published, the verdict. */
export function rowSentence(row: ReproduceRow): string {
  const unit = row.unit === null || row.unit === '' ? '' : ` ${row.unit}`;
  const computed = row.computed === null ? 'not computed' : `${withError(row.computed, row.error)}${unit}`;
  const published = row.published === null ? '' : `; published ${asGiven(row.published)}${unit}`;
  const verdict = row.verdict === null ? '' : ` (${row.verdict === 'cannot tell' ? row.verdict : `${row.verdict}s`})`;
  return `${quantityWords(row)}: ${computed}${published}${verdict}`;
}
