import {
  checkRows,
  type EventTable,
  type TableField,
  type TableHead,
  type TableRows,
} from '../../events/event-table.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { Encoder } from './encoder.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A table as comma-separated values (RFC 4180): a head line of column names with units in brackets ('vertex_z [m]'),
 * then a line per row, numbers in the shortest form that reads back to the same bits. The notes have no place in it.
 */
export function csvEncoder(head: TableHead): Encoder<TableRows> {
  return {
    start: () => [
      `${head.fields.map(({ name, unit }) => quoted(unit === '' ? name : `${name} [${unit}]`)).join(',')}\n`,
    ],
    add(table) {
      checkRows(head, table);
      const { rows, columns } = table;
      let text = '';
      for (let i = 0; i < rows; i++) {
        let line = `${columns[0][i]}`;
        for (let k = 1; k < columns.length; k++) line += `,${columns[k][i]}`;
        text += `${line}\n`;
      }
      return [text];
    },
    finish: () => [],
  };
}

/** Cells of one line; a quoted cell may hold commas and doubled quotes, not line ends. */
function cells(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, inQuotes, plain]) =>
    inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'),
  );
}

function fieldOf(cell: string): TableField {
  const match = /^(.*) \[([^\]]*)\]$/.exec(cell);
  return { name: match?.[1] ?? cell, unit: match?.[2] ?? '', integer: false };
}

/**
 * Reads what `csvEncoder` wrote, or any comma-separated table of numbers with a head line. `where` names the file in
 * messages. Throws InvalidInput, with the line, for a missing head, a row of another length, a cell that is no number,
 * and a last line without its end, which is how a truncated file looks. Columns that hold whole numbers only are so
 * marked.
 */
export function readCsv(text: string, where = 'CSV'): EventTable {
  if (text.trim() === '') throw new InvalidInput(where, 'the file is empty; a head line with column names is needed.');
  if (!text.endsWith('\n')) throw new InvalidInput(where, 'the last line is not finished; the file is truncated.');
  const lines = text.split(/\r?\n/);
  lines.pop();
  const fields = cells(lines[0].replace(/^\uFEFF/, '')).map(fieldOf);
  const rows = lines.length - 1;
  const columns = fields.map(() => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    const row = cells(lines[i + 1]);
    if (row.length !== fields.length)
      throw new InvalidInput(where, `line ${i + 2} has ${row.length} values for ${fields.length} columns.`);
    for (let k = 0; k < row.length; k++) {
      const value = row[k].trim() === '' ? Number.NaN : Number(row[k]);
      if (!Number.isFinite(value))
        throw new InvalidInput(where, `line ${i + 2}, column '${fields[k].name}': '${row[k]}' is not a number.`);
      columns[k][i] = value;
    }
  }
  return {
    fields: fields.map((field, k) => ({ ...field, integer: rows > 0 && columns[k].every(Number.isInteger) })),
    notes: {},
    rows,
    columns,
  };
}
