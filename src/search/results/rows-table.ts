import type { ReportTable } from '../../stages/report/index.ts';
import type { ReproduceRow } from './row.ts';

/** Rows as a table. */
export function rowsTable(rows: readonly ReproduceRow[]): ReportTable {
  return {
    caption: 'Every number beside the published one; inputs are cited, not computed',
    columns: ['quantity', 'detail', 'published', 'computed', 'ratio', 'verdict', 'source'],
    rows: rows.map((one) => [
      one.quantity,
      one.detail ?? '',
      { value: one.published, ...(one.unit === null ? {} : { unit: one.unit }) },
      one.computed === null
        ? { text: '', role: one.role }
        : { value: one.computed, error: one.error, ...(one.unit === null ? {} : { unit: one.unit }), role: one.role },
      one.ratio,
      { verdict: one.verdict },
      one.source,
    ]),
  };
}
