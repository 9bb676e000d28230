import { asGiven, withError } from '../../plots/drawing/text/number-text.ts';
import type { Verdict } from '../../statistics/verdict.ts';
import type { ReportCell, ReportRole, ReportTable, ReportValue } from './report-document.ts';
import { richHtml } from './rich-html.ts';

const roleWords: Record<ReportRole, string> = {
  computed: 'computed by this run',
  input: 'a cited number that was put in',
  closure: 'follows from its own inputs, such as a fit to pseudo-data with the answer in it; never counts as agreement',
  'given by the count': 'a statistical error of a published count; counted once per search',
  'set by the user': 'a number that was changed for this run; it has no source',
};

/** The badge of a role. */
export function badgeHtml(role: ReportRole): string {
  return `<span class="badge ${role.split(' ')[0]}" title="${roleWords[role]}">${role}</span>`;
}

/** What the badges mean, one line. */
export function badgeKeyHtml(): string {
  const words = (Object.keys(roleWords) as ReportRole[]).map((role) => `${badgeHtml(role)} ${roleWords[role]}`);
  return `<p class="key">${words.join(' · ')}</p>`;
}

/** One table with caption, heading row, numbers to the right and badges beside them. */
export function tableHtml(table: ReportTable): string {
  const numeric = table.columns.map((_, c) => table.rows.every((row) => typeof row[c] !== 'string'));
  const side = (c: number): string => (numeric[c] && table.rows.length > 0 ? ' class="number"' : '');
  const head = table.columns.map((column, c) => `<th scope="col"${side(c)}>${richHtml(column)}</th>`).join('');
  const body = table.rows.map((row, r) => {
    const cells = row.map((cell, c) =>
      c === 0 ? `<th scope="row"${side(c)}>${cellHtml(cell)}</th>` : `<td${side(c)}>${cellHtml(cell)}</td>`,
    );
    return `<tr${table.emphasis?.includes(r) ? ' class="total"' : ''}>${cells.join('')}</tr>`;
  });
  return [
    '<div class="table"><table>',
    `<caption>${richHtml(table.caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table></div>',
  ].join('\n');
}

function cellHtml(cell: ReportCell): string {
  if (cell === null || typeof cell === 'number') return richHtml(asGiven(cell));
  if (typeof cell === 'string') return richHtml(cell);
  return [wordsOf(cell), verdictHtml(cell.verdict), cell.role === undefined ? '' : badgeHtml(cell.role)]
    .filter((part) => part !== '')
    .join(' ');
}

function wordsOf(cell: ReportValue): string {
  if (cell.text !== undefined) return richHtml(cell.text);
  if (cell.value === undefined) return '';
  const unit = cell.unit === undefined || cell.unit === '' ? '' : ` ${cell.unit}`;
  const error = cell.error ?? null;
  const number = error !== null && error > 0 ? withError(cell.value, error) : asGiven(cell.value);
  return richHtml(`${number}${cell.value === null ? '' : unit}`);
}

const verdictWords: Record<Verdict, string> = {
  agree: '<span class="agrees">✓ agrees</span>',
  disagree: '<span class="misses">✗ misses</span>',
  'cannot tell': '<span class="unclear">? cannot tell</span>',
};

const verdictHtml = (verdict: Verdict | null = null): string => (verdict === null ? '' : verdictWords[verdict]);
