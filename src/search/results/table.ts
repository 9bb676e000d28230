/** A column of numbers or words, one per row; bins have edges. */
export interface ExportColumn {
  readonly name: string;
  readonly unit?: string;
  readonly values: readonly (number | string | null | { readonly low: number; readonly high: number })[];
}

/** A column that depends on the others, with one standard deviation where there is one. */
export interface MeasuredColumn {
  readonly name: string;
  readonly unit?: string;
  readonly values: readonly (number | string | null)[];
  readonly errors?: readonly (number | null)[];
  /** Where its numbers come from: simulation, a cited input, pseudo-data. */
  readonly qualifier?: string;
}

/** A table to be exported: all columns have the same number of rows, the independent ones first. */
export interface ExportTable {
  /** At most 64 characters; also the name of its file. */
  readonly name: string;
  readonly description: string;
  readonly independent: readonly ExportColumn[];
  readonly dependent: readonly MeasuredColumn[];
}

/** A name as part of a file name: ASCII letters, digits and dashes. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return plain === '' ? 'table' : plain;
}
