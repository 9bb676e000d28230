import { InvalidInput } from '../../schema/index.ts';

/** A line of a text of columns, and where it stands. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly line: number;
}

const separators = [',', '\t', ';', ' '] as const;
type Separator = (typeof separators)[number];

/** The separator that gives the first lines with content equally many cells, two or more; null when none does. */
export function separatorOf(head: string): Separator | null {
  const lines = head
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 6);
  if (lines.length < 2) return null;
  // The head of a long file may be cut inside of its last line.
  const whole = lines.length === 6 ? lines.slice(0, 5) : lines;
  for (const separator of separators) {
    const counts = whole.map((line) => cellsOfLine(line, separator).length);
    if (counts[0] >= 2 && counts.every((count) => count === counts[0])) return separator;
  }
  return null;
}

function cellsOfLine(line: string, separator: Separator): string[] {
  if (separator === ' ') return line.trim().split(/[ \t]+/);
  return [...rowsOfText(line, separator)][0]?.cells.slice() ?? [];
}

/**
 * The rows of a text of columns (RFC 4180: quoted cells may hold separators, line ends and doubled quotes); lines that
 * are empty or begin with '#' come as rows of one cell. Throws InvalidInput for a quote that is not closed.
 */
export function* rowsOfText(text: string, separator: Separator, where = 'CSV'): Generator<TextRow> {
  let at = 0;
  let line = 1;
  const lineEnd = /\r\n|\r|\n|$/g;
  while (at < text.length) {
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(text) as RegExpExecArray;
    const whole = text.slice(at, end.index);
    if (whole.trim() === '' || whole.startsWith('#') || separator === ' ' || !whole.includes('"')) {
      const cells =
        whole.startsWith('#') || whole.trim() === ''
          ? [whole]
          : separator === ' '
            ? whole.trim().split(/[ \t]+/)
            : whole.split(separator);
      yield { cells, line };
      at = end.index + end[0].length;
      line += 1;
      continue;
    }
    const cells: string[] = [];
    const first = line;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        for (;;) {
          const close = text.indexOf('"', at + 1);
          if (close < 0) throw new InvalidInput(where, `line ${first}: a quote is not closed.`);
          cell += text.slice(at + 1, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        line += cell.split('\n').length - 1;
      }
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cells.push(cell + text.slice(from, at));
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line += 1;
    yield { cells, line: first };
  }
}
