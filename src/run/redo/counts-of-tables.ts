import { type DataTable, rowsOf } from '../../formats/tables/data-table.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import {
  type ColumnRole,
  errorIn,
  type NumberedColumn,
  numberedColumns,
  numberIn,
  rolesOf,
  withSameRows,
} from './columns.ts';
import type { CountToRedo } from './redo.ts';

/** Counts out of tables, and which column was taken for what. */
export interface CountsOfTables {
  readonly counts: readonly CountToRedo[];
  readonly columns: Readonly<
    Partial<Record<ColumnRole, { readonly number: number; readonly name: string; readonly table: string }>>
  >;
}

const hasName = (wanted: string) => (table: DataTable) => table.name.toLowerCase().includes(wanted.toLowerCase());

/**
 * Counts, backgrounds, sensitivities and limits out of one table (`name`: a part of its title), or out of all that share
 * its rows. Without a name every table is tried. Throws InvalidInput, with the columns, when no table has them.
 */
export function countsOfTables(
  tables: readonly DataTable[],
  name: string | undefined,
  given: string | undefined,
): CountsOfTables {
  const wanted = name === undefined ? tables : tables.filter(hasName(name));
  if (wanted.length === 0)
    throw unknownName(
      '--table',
      'table',
      name ?? '',
      tables.map((table) => table.name),
    );
  const faults: unknown[] = [];
  for (const table of wanted) {
    const columns = numberedColumns(withSameRows(tables, table));
    try {
      return countsOf(rolesOf(columns, given), rowsOf(table));
    } catch (error) {
      faults.push(error);
    }
  }
  if (wanted.length > 1 && given === undefined)
    throw new InvalidInput(
      'TABLE',
      `none of ${wanted.length} tables has counts, backgrounds and sensitivities; name one with --table and its columns with --columns. Tables: ${wanted.map((table) => `'${table.name}'`).join(', ')}.`,
    );
  throw faults[0];
}

function countsOf(roles: Map<ColumnRole, NumberedColumn>, rows: number): CountsOfTables {
  const cell = (role: ColumnRole, row: number): number | null => {
    const found = roles.get(role);
    return found === undefined ? null : numberIn(found.column.values[row]);
  };
  const error = (role: ColumnRole, row: number): number => {
    const found = roles.get(role);
    return found === undefined ? 0 : errorIn(found.column, row);
  };
  return {
    counts: Array.from({ length: rows }, (_, row) => ({
      x: cell('x', row),
      observed: cell('observed', row),
      background: cell('background', row),
      backgroundError: error('background', row),
      ses: cell('ses', row),
      sesError: error('ses', row),
      published: cell('limit', row),
    })),
    columns: Object.fromEntries(
      [...roles].map(([role, { number, table, column }]) => [role, { number, table, name: column.name }]),
    ),
  };
}
