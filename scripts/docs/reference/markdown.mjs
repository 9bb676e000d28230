/** Text inside a cell of a table. */
export const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Text as code; nothing for nothing. */
export const code = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);

/** The head of a generated page. */
export const page = (title, introduction, ...parts) =>
  `# ${title}\n\n${introduction}\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** A symbol as figures write it, `m^{2}_{miss}`, with its indices raised and lowered. */
export const symbol = (text) =>
  text
    .replace(/\^\{([^}]*)\}/g, '<sup>$1</sup>')
    .replace(/_\{([^}]*)\}/g, '<sub>$1</sub>')
    .replace(/_(.)/g, '<sub>$1</sub>');
