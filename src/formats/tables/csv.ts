import type { ExportTable } from '../../search/results/table.ts';

const cell = (value: number | string | null): string => {
  if (value === null) return '';
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

const titled = (name: string, unit: string | undefined): string =>
  unit === undefined || unit === '' ? name : `${name} [${unit}]`;

/** A table as CSV with a header (RFC 4180, line feeds): bins become two columns, errors a column of their own. */
export function csvOf({ independent, dependent }: ExportTable): string {
  const columns: { readonly title: string; readonly at: (row: number) => number | string | null }[] = [];
  for (const { name, unit, values } of independent) {
    const binned = values.some((value) => value !== null && typeof value === 'object');
    const edge = (row: number, key: 'low' | 'high') => {
      const value = values[row];
      return value !== null && typeof value === 'object' ? value[key] : value;
    };
    columns.push({ title: titled(binned ? `${name} low` : name, unit), at: (row) => edge(row, 'low') });
    if (binned) columns.push({ title: titled(`${name} high`, unit), at: (row) => edge(row, 'high') });
  }
  for (const { name, unit, values, errors } of dependent) {
    columns.push({ title: titled(name, unit), at: (row) => values[row] });
    if (errors !== undefined) columns.push({ title: titled(`${name} error`, unit), at: (row) => errors[row] });
  }
  const rows = Math.max(0, ...[...independent, ...dependent].map(({ values }) => values.length));
  const lines = Array.from({ length: rows }, (_, row) => columns.map(({ at }) => cell(at(row))).join(','));
  return `${[columns.map(({ title }) => cell(title)).join(','), ...lines].join('\n')}\n`;
}
