import { type Cell, type DataColumn, type DataTable, rowsOf } from './data-table.ts';

type Plain = number | string | null;

const cell = (value: Plain): string => {
  if (value === null) return '';
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

const titled = (name: string, unit: string): string => (unit === '' ? name : `${name} [${unit}]`);

interface TextColumn {
  readonly title: string;
  readonly at: (row: number) => Plain;
}

const isBin = (value: Cell): value is Exclude<Cell, Plain> => value !== null && typeof value === 'object';

function valueColumns({ name, unit, values }: DataColumn): TextColumn[] {
  if (!values.some(isBin)) return [{ title: titled(name, unit), at: (row) => values[row] as Plain }];
  const edge = (row: number, key: 'low' | 'high'): Plain => {
    const value = values[row];
    return isBin(value) ? value[key] : value;
  };
  const edges: TextColumn[] = [
    { title: titled(`${name} low`, unit), at: (row) => edge(row, 'low') },
    { title: titled(`${name} high`, unit), at: (row) => edge(row, 'high') },
  ];
  const centres = values.some((value) => isBin(value) && value.value !== undefined);
  const centre = (row: number): Plain => {
    const value = values[row];
    return isBin(value) ? (value.value ?? null) : value;
  };
  return centres ? [{ title: titled(name, unit), at: centre }, ...edges] : edges;
}

function errorColumns({ name, unit, errors }: DataColumn): TextColumn[] {
  return errors.flatMap(({ label, values }) => {
    const title = label === '' || label === 'total' ? `${name} error` : `${name} error ${label}`;
    const two = values.some((size) => size !== null && typeof size === 'object');
    const side = (row: number, key: 'plus' | 'minus'): Plain => {
      const size = values[row];
      return size !== null && typeof size === 'object'
        ? size[key]
        : size === null
          ? null
          : key === 'plus'
            ? size
            : -size;
    };
    if (!two) return [{ title: titled(title, unit), at: (row: number) => values[row] as Plain }];
    return (['plus', 'minus'] as const).map((key) => ({
      title: titled(`${title} ${key === 'plus' ? '+' : '-'}`, unit),
      at: (row: number) => side(row, key),
    }));
  });
}

/**
 * A table as CSV with a head line (RFC 4180, line feeds): bins become two columns ('x low', 'x high'), uncertainties
 * columns of their own ('y error', 'y error stat +').
 */
export function csvOf(table: DataTable): string {
  const columns = [
    ...table.independent.flatMap(valueColumns),
    ...table.dependent.flatMap((column) => [...valueColumns(column), ...errorColumns(column)]),
  ];
  const lines = Array.from({ length: rowsOf(table) }, (_, row) => columns.map(({ at }) => cell(at(row))).join(','));
  return `${[columns.map(({ title }) => cell(title)).join(','), ...lines].join('\n')}\n`;
}
