import { InvalidInput } from '../../schema/index.ts';
import { fileNameOf } from '../../search/results/table.ts';
import { defineFormat } from '../format.ts';
import { csvOf } from './csv-of-table.ts';
import type { DataTable } from './data-table.ts';
import { rowsOfText, separatorOf, type TextRow } from './delimited-text.ts';
import { type TitledColumn, tableOfColumns } from './table-of-columns.ts';

const isNumber = (text: string): boolean => /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(text);

const cellOf = (text: string): number | string | null =>
  isNumber(text) ? Number(text) : text.trim() === '' || text.trim() === '-' ? null : text;

/** Lines of one table: what HEPData's '#: key: value' lines say, the head line, the rows. */
interface Block {
  readonly about: Record<string, string>;
  head: TextRow | null;
  readonly rows: TextRow[];
}

function blocksOf(text: string, where: string): Block[] {
  const separator = separatorOf(text.slice(0, 65536));
  if (separator === null) throw new InvalidInput(where, 'its lines are not columns of equal number.');
  const blocks: Block[] = [];
  let about: Record<string, string> = {};
  let open: Block | null = null;
  for (const row of rowsOfText(text, separator, where)) {
    const [first] = row.cells;
    if (row.cells.length === 1 && first.startsWith('#')) {
      const named = /^#:\s*([\w ]+?):\s*(.*)$/.exec(first);
      if (named !== null) {
        if (open !== null) about = {};
        open = null;
        Object.defineProperty(about, named[1], { value: named[2].trim(), enumerable: true, configurable: true });
      }
      continue;
    }
    if (row.cells.length === 1 && first.trim() === '') {
      open = null;
      continue;
    }
    const isHead = !row.cells.some(isNumber);
    if (open === null && (isHead || blocks.length === 0)) {
      open = { about, head: isHead ? row : null, rows: isHead ? [] : [row] };
      blocks.push(open);
    } else {
      open ??= blocks[blocks.length - 1];
      open.rows.push(row);
    }
  }
  return blocks.filter(({ head, rows }) => head !== null || rows.length > 0);
}

function tableOf({ about, head, rows }: Block, where: string, fallback: string): DataTable {
  const width = (head ?? rows[0]).cells.length;
  const odd = rows.find(({ cells }) => cells.length !== width);
  if (odd !== undefined)
    throw new InvalidInput(where, `line ${odd.line} has ${odd.cells.length} values for ${width} columns.`);
  const columns = Array.from({ length: width }, (_, k): TitledColumn => {
    const title = head?.cells[k].trim() ?? '';
    return { title: title === '' ? `column ${k + 1}` : title, cells: rows.map(({ cells }) => cellOf(cells[k])) };
  });
  const keywords = Object.entries(about).flatMap(([key, value]) =>
    key.startsWith('keyword ') && value !== '' ? [[key.slice(8), value.split(' | ')] as const] : [],
  );
  return tableOfColumns(columns, {
    name: about['name'] ?? fallback,
    description: about['description'] ?? '',
    keywords: Object.fromEntries(keywords),
  });
}

export default defineFormat({
  id: 'csv',
  title: 'columns of text (comma, tab, semicolon or blanks between them; HEPData’s CSV form)',
  what: 'tables',
  endings: ['.csv', '.tsv', '.txt', '.dat'],
  recognise({ head, looksLikeJson }) {
    if (head === '' || looksLikeJson || /^\s*</.test(head)) return false;
    try {
      const separator = separatorOf(head);
      if (separator === null) return false;
      // Prose has blanks too: blanks separate columns of numbers alone.
      const rows = [...rowsOfText(head.slice(0, 4096), separator)].filter(({ cells }) => cells.length > 1).slice(0, 3);
      const least = separator === ' ' ? 1 : 0.3;
      return (
        rows.slice(1, 2).every(({ cells }) => cells.filter(isNumber).length >= least * cells.length) && rows.length > 1
      );
    } catch {
      return false;
    }
  },
  read(file) {
    const name = file.name.replace(/^.*[/\\]|\.\w+$/g, '');
    const blocks = blocksOf(file.text(), file.name);
    const tables = blocks.map((block, k) => tableOf(block, file.name, k === 0 ? name : `${name} ${k + 1}`));
    return { content: { comment: '', tables, attached: [] }, lost: [] };
  },
  write({ comment, tables, attached }) {
    const names = new Set<string>();
    const files = tables.map((table) => {
      const plain = fileNameOf(table.name);
      const name = names.has(plain) ? `${plain}-${names.size + 1}` : plain;
      names.add(name);
      return [`${name}.csv`, [csvOf(table)]] as const;
    });
    const qualified = tables.filter(({ dependent }) => dependent.some(({ qualifiers }) => qualifiers.length > 0));
    return {
      files: Object.fromEntries(files),
      lost: [
        ...(comment === '' ? [] : ['the comment on all tables']),
        ...(tables.some(({ description }) => description !== '') ? ['descriptions of tables'] : []),
        ...(tables.some(({ keywords }) => Object.keys(keywords).length > 0) ? ['keywords of tables'] : []),
        ...(qualified.length === 0 ? [] : ['qualifiers of columns']),
        ...(tables.some(({ independent }) => independent.length !== 1) ? ['which columns are independent'] : []),
        ...attached.map((one) => `the attached file ${one}`),
      ],
    };
  },
});
