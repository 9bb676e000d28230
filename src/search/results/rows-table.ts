import type { ReportTable } from '../../stages/report/index.ts';
import type { Tag } from '../../units/index.ts';
import { SET_BY_USER } from '../asking/settings.ts';
import type { ReproduceRow } from './row.ts';

/** The badge of a cited number: whoever changed it is its source. */
export const roleOfInput = <R extends string>(tag: Tag, role: R): R | typeof SET_BY_USER =>
  tag === SET_BY_USER ? SET_BY_USER : role;

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
        ? { text: '', role: roleOfInput(one.tag, one.role) }
        : { value: one.computed, error: one.error, ...(one.unit === null ? {} : { unit: one.unit }), role: one.role },
      one.ratio,
      { verdict: one.verdict },
      one.source,
    ]),
  };
}
