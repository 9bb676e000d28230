import type { ReportAnswer, ReportTable } from '../../stages/report/index.ts';
import type { RunFigure } from './figure.ts';
import { isAlternative, type ReproduceRow } from './row.ts';
import { quantityWords, rowSentence } from './row-sentence.ts';
import { roleOfInput } from './rows-table.ts';

/** The rows that say what a search is about, the most telling first. */
const order: readonly ReproduceRow['quantity'][] = [
  'limit',
  'excludedMassRange',
  'branchingRatio',
  'parameter',
  'asymmetry',
  'expectedLimit',
  'ses',
  'couplingEdge',
];
const mostRows = 12;

/** The row that a page begins with: the most telling one that was computed; undefined where no row was. */
export function leadingRow(rows: readonly ReproduceRow[]): ReproduceRow | undefined {
  const own = rows.filter((row) => !isAlternative(row) && row.computed !== null && row.role !== 'input');
  return order.map((quantity) => own.find((row) => row.quantity === quantity)).find(Boolean) ?? own[0];
}

/**
 * What the page of a search begins with: its leading row in words, after `before` if there is something to say first
 * (which stands alone where no row was computed),
 * the first of its pictures whose name is wanted, and its rows, twelve at most.
 */
export function answerOf(
  rows: readonly ReproduceRow[],
  figures: readonly RunFigure[],
  wanted: readonly string[],
  before = '',
): ReportAnswer {
  const leading = leadingRow(rows);
  const picture = wanted.map((name) => figures.find((figure) => figure.name.startsWith(name))).find(Boolean);
  const own = rows.filter((row) => !isAlternative(row));
  const sentence =
    leading !== undefined
      ? `${rowSentence(leading)}.`
      : before === ''
        ? 'Nothing that was published could be computed in this run.'
        : '';
  return {
    sentence: `${before}${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`,
    ...(picture === undefined
      ? {}
      : { figure: { caption: picture.caption, figure: picture.figure, fileName: `figures/${picture.name}` } }),
    ...(own.length === 0 ? {} : { table: shortTable(own.slice(0, mostRows)) }),
  };
}

/** Rows as a table of three columns that stands beside a picture. */
function shortTable(rows: readonly ReproduceRow[]): ReportTable {
  return {
    caption: 'Published beside computed',
    columns: ['', 'published', 'computed'],
    rows: rows.map((row) => [
      `${quantityWords(row)}${row.unit === null || row.unit === '' ? '' : ` [${row.unit}]`}`,
      { value: row.published },
      row.computed === null
        ? { text: row.role === 'input' ? '' : '–', role: roleOfInput(row.tag, row.role) }
        : { value: row.computed, error: row.error, verdict: row.verdict },
    ]),
  };
}
