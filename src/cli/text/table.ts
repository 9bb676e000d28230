const width = (text: string): number => [...text].length;

/**
 * Rows as text with aligned columns, two blanks apart; columns in `right` are aligned to the right. Short rows are
 * allowed; no blanks at line ends.
 */
export function tableText(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(0, ...rows.map((row) => width(row[i] ?? ''))));
  const pad = (text: string, i: number): string => {
    const blanks = ' '.repeat(widths[i] - width(text));
    return right.includes(i) ? blanks + text : text + blanks;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
