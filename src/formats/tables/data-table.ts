import type { ExportTable } from '../../search/results/table.ts';

/** A cell: a number, a word (also '< 0.001', '-'), nothing, or a bin with its edges and perhaps a centre. */
export type Cell = number | string | null | { readonly low: number; readonly high: number; readonly value?: number };

/** An uncertainty: one standard deviation, or two sizes with their signs as printed. */
export type ErrorSize = number | { readonly minus: number; readonly plus: number };

/** One kind of uncertainty of a column; null where a value has none. */
export interface ErrorColumn {
  readonly label: string;
  readonly values: readonly (ErrorSize | null)[];
}

/** A column: values, uncertainties by label, and what qualifies all of them. */
export interface DataColumn {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly Cell[];
  readonly errors: readonly ErrorColumn[];
  readonly qualifiers: readonly { readonly name: string; readonly value: string | number; readonly unit?: string }[];
}

/** A table as it comes from or goes to a file; all columns have the same number of values. */
export interface DataTable {
  readonly name: string;
  readonly description: string;
  readonly keywords: Readonly<Record<string, readonly (string | number)[]>>;
  readonly independent: readonly DataColumn[];
  readonly dependent: readonly DataColumn[];
}

/** A table of a run in the form of tables of files. */
export function dataTableOf({ name, description, independent, dependent }: ExportTable): DataTable {
  return {
    name,
    description,
    keywords: {},
    independent: independent.map((column) => ({
      name: column.name,
      unit: column.unit ?? '',
      values: column.values,
      errors: [],
      qualifiers: [],
    })),
    dependent: dependent.map(({ name: title, unit = '', values, errors, qualifier }) => ({
      name: title,
      unit,
      values,
      errors:
        errors === undefined
          ? []
          : [{ label: 'total', values: values.map((value, i) => (typeof value === 'number' ? errors[i] : null)) }],
      qualifiers: qualifier === undefined ? [] : [{ name: 'origin', value: qualifier }],
    })),
  };
}

/** Number of rows. */
export const rowsOf = ({ independent, dependent }: DataTable): number =>
  Math.max(0, ...[...independent, ...dependent].map(({ values }) => values.length));
