import { InvalidInput } from '../schema/index.ts';

/** One column of a table: its name, its unit ('' for a pure number) and whether it holds whole numbers. */
export interface TableField {
  readonly name: string;
  readonly unit: string;
  readonly integer: boolean;
}

/** What a table is: its columns, and remarks (the decay, the seed) that travel with the file where the format can. */
export interface TableHead {
  readonly fields: readonly TableField[];
  readonly notes: Readonly<Record<string, string>>;
}

export type TableColumn = Float64Array | Int32Array | Uint8Array;

/** The first `rows` rows of columns in the order of the fields. */
export interface TableRows {
  readonly rows: number;
  readonly columns: readonly TableColumn[];
}

/** A whole table, as a reader gives it back. */
export interface EventTable extends TableHead {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/** The column of that name; throws InvalidInput when there is none. */
export function columnOf(table: EventTable, name: string): Float64Array {
  const index = table.fields.findIndex((field) => field.name === name);
  if (index < 0)
    throw new InvalidInput('table', `no column '${name}'; there are ${table.fields.map((f) => f.name).join(', ')}.`);
  return table.columns[index];
}

/**
 * Throws when the rows do not fit the head, or hold a number that is not finite, or a fraction in a column of whole
 * numbers: nothing of the kind is ever written to a file.
 */
export function checkRows({ fields }: TableHead, { rows, columns }: TableRows): void {
  if (columns.length !== fields.length) throw new RangeError(`${columns.length} columns for ${fields.length} fields`);
  columns.forEach((column, k) => {
    const { name, integer } = fields[k];
    if (column.length < rows) throw new RangeError(`column '${name}' has ${column.length} of ${rows} rows`);
    if (!(column instanceof Float64Array)) return;
    // x − x is 0 for finite numbers alone.
    let sum = 0;
    if (integer) for (let i = 0; i < rows; i++) sum += Math.abs(column[i] - Math.floor(column[i]));
    else for (let i = 0; i < rows; i++) sum += column[i] - column[i];
    if (sum !== 0) throw new RangeError(`column '${name}' holds ${integer ? 'a fraction' : 'NaN or an infinity'}`);
  });
}
