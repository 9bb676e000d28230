import { InvalidInput } from '../../schema/index.ts';
import type { Cell, DataColumn, DataTable, ErrorColumn, ErrorSize } from './data-table.ts';
import type { HepDataFile } from './hepdata-schema.ts';

type Variable = HepDataFile['dependent_variables'][number];
type WrittenError = NonNullable<Variable['values'][number]['errors']>[number];

/** What an absent number is in this format. */
const absent = '-';

const units = (unit: string) => (unit === '' ? {} : { units: unit });

const isBin = (cell: Cell): cell is Exclude<Cell, number | string | null> => cell !== null && typeof cell === 'object';

/**
 * The uncertainties of one value, empty ones left out. Those that are all zero are left out as well: the format's own
 * checks refuse them, since a zero there stands for a missing number.
 */
function errorsOf({ errors }: DataColumn, row: number): { errors?: WrittenError[] } {
  const found = errors.flatMap(({ label, values }): WrittenError[] => {
    const size = values[row];
    if (size === null || size === undefined) return [];
    const named = label === '' ? {} : { label };
    return typeof size === 'number' ? [{ symerror: size, ...named }] : [{ asymerror: size, ...named }];
  });
  const isZero = (error: WrittenError): boolean =>
    'symerror' in error ? error.symerror === 0 : error.asymerror.minus === 0 && error.asymerror.plus === 0;
  return found.every(isZero) ? {} : { errors: found };
}

/** A table as a data file of HEPData. */
export function hepDataFileOf({ independent, dependent }: DataTable): HepDataFile {
  return {
    independent_variables: independent.map(({ name, unit, values }) => ({
      header: { name, ...units(unit) },
      values: values.map((cell) => (isBin(cell) ? { ...cell } : { value: cell ?? absent })),
    })),
    dependent_variables: dependent.map((column) => ({
      header: { name: column.name, ...units(column.unit) },
      ...(column.qualifiers.length === 0
        ? {}
        : {
            qualifiers: column.qualifiers.map(({ name, value, unit }) => ({ name, value, ...units(unit ?? '') })),
          }),
      values: column.values.map((cell, row) => ({
        value: isBin(cell) ? (cell.value ?? absent) : (cell ?? absent),
        ...(typeof cell === 'number' ? errorsOf(column, row) : {}),
      })),
    })),
  };
}

/** Words that are numbers, as many submissions write them, become numbers; '-' and '' become null. */
function cellOf(value: string | number): Cell {
  if (typeof value === 'number') return value;
  const text = value.trim();
  if (text === absent || text === '') return null;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : value;
}

/** A size that is a number, or a percentage of the value. */
function sizeOf(size: string | number, value: Cell, where: string): number {
  if (typeof size === 'number') return size;
  if (size.trim() === '') return 0;
  const percent = /^\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*%\s*$/.exec(size);
  const number = percent === null ? Number(size) : (Number(percent[1]) * (typeof value === 'number' ? value : 0)) / 100;
  if (!Number.isFinite(number))
    throw new InvalidInput(where, `found '${size.slice(0, 40)}', an uncertainty is a number or a percentage.`);
  return number;
}

function errorColumns(values: Variable['values'], cells: readonly Cell[], where: string): ErrorColumn[] {
  const columns = new Map<string, (ErrorSize | null)[]>();
  values.forEach(({ errors = [] }, row) => {
    const seen = new Map<string, number>();
    for (const error of errors) {
      const label = error.label ?? '';
      const times = (seen.get(label) ?? 0) + 1;
      seen.set(label, times);
      const key = times === 1 ? label : `${label} (${times})`;
      const column = columns.get(key) ?? new Array<ErrorSize | null>(values.length).fill(null);
      columns.set(key, column);
      column[row] =
        'symerror' in error
          ? sizeOf(error.symerror, cells[row], where)
          : {
              minus: sizeOf(error.asymerror.minus, cells[row], where),
              plus: sizeOf(error.asymerror.plus, cells[row], where),
            };
    }
  });
  return [...columns].map(([label, sizes]) => ({ label, values: sizes }));
}

/** The table in a data file of HEPData that was checked. */
export function tableOfHepData(
  { independent_variables, dependent_variables }: HepDataFile,
  about: Pick<DataTable, 'name' | 'description' | 'keywords'>,
): DataTable {
  return {
    ...about,
    independent: independent_variables.map(({ header, values }) => ({
      name: header.name,
      unit: header.units ?? '',
      values: values.map((cell): Cell => {
        if (!('low' in cell)) return cellOf(cell.value);
        const { low, high, value } = cell;
        return value === undefined ? { low, high } : { low, high, value };
      }),
      errors: [],
      qualifiers: [],
    })),
    dependent: dependent_variables.map(({ header, qualifiers = [], values }) => {
      const cells = values.map(({ value }) => cellOf(value));
      return {
        name: header.name,
        unit: header.units ?? '',
        values: cells,
        errors: errorColumns(values, cells, about.name),
        qualifiers: qualifiers.map(({ name, value, units: unit }) => ({
          name,
          value,
          ...(unit === undefined ? {} : { unit }),
        })),
      };
    }),
  };
}
