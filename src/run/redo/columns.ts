import { type Cell, type DataColumn, type DataTable, rowsOf } from '../../formats/tables/data-table.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';

/** What a column of a table of results may be. */
export const columnRoles = ['x', 'observed', 'background', 'ses', 'limit'] as const;
/** One of `columnRoles`. */
export type ColumnRole = (typeof columnRoles)[number];

/** Columns of one table or of several with the same rows, numbered from 1 as people see them. */
export interface NumberedColumn {
  readonly number: number;
  readonly table: string;
  readonly column: DataColumn;
}

/** Headers by which a role is guessed, most telling first. */
const headers: Readonly<Record<Exclude<ColumnRole, 'x'>, readonly RegExp[]>> = {
  observed: [/\bobserved( events| candidates| count)?$/i, /^n_?obs/i, /\bevents (seen|observed)\b/i, /^n$/i, /^data$/i],
  background: [/\bbackground\b/i, /\bbkg\b/i, /^n_?(exp|bkg|b)\b/i, /^b$/i],
  ses: [/\bSES\b/i, /single.event/i, /\bsensitivity\b/i],
  limit: [/\bobserved.*(limit|UL)\b/i, /\bUL\b/, /upper limit/i, /\blimit\b/i],
};

const unexpected = (name: string): boolean => !/expected|median|sigma|σ|±/i.test(name);

/** All columns of tables that share their rows with the first one, independent columns once. */
export function numberedColumns(tables: readonly DataTable[]): NumberedColumn[] {
  const found: Omit<NumberedColumn, 'number'>[] = [];
  const seen = new Set<string>();
  for (const table of tables)
    for (const column of [...table.independent, ...table.dependent]) {
      const key = table.independent.includes(column) ? JSON.stringify([column.name, column.values]) : '';
      if (key !== '' && seen.has(key)) continue;
      seen.add(key);
      found.push({ table: table.name, column });
    }
  return found.map((one, k) => ({ number: k + 1, ...one }));
}

/** The tables whose first column has the same values as that of the given one. */
export function withSameRows(tables: readonly DataTable[], like: DataTable): DataTable[] {
  const key = (table: DataTable): string => JSON.stringify((table.independent[0] ?? table.dependent[0])?.values ?? []);
  return [
    like,
    ...tables.filter((table) => table !== like && rowsOf(table) === rowsOf(like) && key(table) === key(like)),
  ];
}

function guess(role: Exclude<ColumnRole, 'x'>, columns: readonly NumberedColumn[]): NumberedColumn | undefined {
  for (const header of headers[role])
    for (const one of columns) {
      const { name } = one.column;
      if (!header.test(name)) continue;
      if (role === 'observed' && /limit|UL\b/i.test(name)) continue;
      if (role === 'limit' && !unexpected(name)) continue;
      return one;
    }
  return undefined;
}

const listText = (columns: readonly NumberedColumn[]): string =>
  columns
    .map(({ number, column: { name, unit } }) => `${number}: ${name}${unit === '' ? '' : ` [${unit}]`}`)
    .join('; ');

/**
 * Which column is what: as said in `given` ('observed=3,background=2', numbers or names), else guessed from headers; x is
 * the first column. Throws InvalidInput, with the list of columns, for a role that is not found.
 */
export function rolesOf(
  columns: readonly NumberedColumn[],
  given: string | undefined,
): Map<ColumnRole, NumberedColumn> {
  const roles = new Map<ColumnRole, NumberedColumn>();
  for (const part of given === undefined ? [] : given.split(',')) {
    const [role, which] = part.split('=').map((word) => word.trim());
    if (!columnRoles.includes(role as ColumnRole)) throw unknownName('--columns', 'role', role, columnRoles);
    const found = columns.find(({ number, column }) => String(number) === which || column.name === which);
    if (found === undefined)
      throw new InvalidInput('--columns', `there is no column '${which ?? ''}'. Columns: ${listText(columns)}.`);
    roles.set(role as ColumnRole, found);
  }
  if (columns.length > 0 && !roles.has('x')) roles.set('x', columns[0]);
  for (const role of columnRoles) {
    if (role === 'x' || roles.has(role)) continue;
    const taken = new Set(roles.values());
    const found = guess(
      role,
      columns.filter((one) => !taken.has(one) || one.number > 1),
    );
    if (found !== undefined && ![...roles.values()].includes(found)) roles.set(role, found);
    else if (role !== 'limit')
      throw new InvalidInput(
        'TABLE',
        `no column is known to be '${role}'. Say which: --columns observed=3,background=2,ses=4,limit=5. Columns: ${listText(columns)}.`,
      );
  }
  return roles;
}

/** A cell as a number; null for words and gaps, the middle for bins. */
export function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (cell === null || typeof cell === 'string') return null;
  return cell.value ?? (cell.low + cell.high) / 2;
}

/** All uncertainties of a value added in quadrature, the larger side of unequal ones; 0 where it has none. */
export function errorIn({ errors }: DataColumn, row: number): number {
  let squares = 0;
  for (const { values } of errors) {
    const size = values[row];
    const one =
      size === null ? 0 : typeof size === 'number' ? size : Math.max(Math.abs(size.minus), Math.abs(size.plus));
    squares += one * one;
  }
  return Math.sqrt(squares);
}
