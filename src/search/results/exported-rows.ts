import type { ReproduceRow } from './row.ts';
import type { ExportTable } from './table.ts';

/** Rows of `spillway reproduce` as a table. */
export function tableOfRows(rows: readonly ReproduceRow[]): ExportTable {
  return {
    name: 'Published and computed',
    description: 'Every published number of the search beside that of the simulation.',
    independent: [
      { name: 'quantity', values: rows.map(({ quantity }) => quantity) },
      { name: 'detail', values: rows.map(({ detail }) => detail ?? '-') },
      { name: 'unit', values: rows.map(({ unit }) => unit ?? '-') },
    ],
    dependent: [
      { name: 'published', values: rows.map(({ published }) => published), qualifier: 'cited' },
      {
        name: 'computed',
        values: rows.map(({ computed }) => computed),
        errors: rows.map(({ error }) => error),
        qualifier: 'simulation',
      },
      { name: 'role', values: rows.map(({ role }) => role) },
      { name: 'source', values: rows.map(({ source }) => source) },
    ],
  };
}
