import { textRuns } from '../../plots/drawing/text/rich-text.ts';
import { escapeMarkup } from '../../plots/drawing/text/svg-text.ts';

const tags = { super: 'sup', sub: 'sub' } as const;

/**
 * Label markup (`K^{+} → π^{+}νν̄`, `N_{K}`) as HTML with sup and sub, everything else escaped. What stands between
 * backticks is set as code, as it is; a backtick without a partner stays.
 */
export function richHtml(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (/^`[^`]*`$/.test(piece) ? `<code>${escapeMarkup(piece.slice(1, -1))}</code>` : runsHtml(piece)))
    .join('');
}

function runsHtml(text: string): string {
  return textRuns(text)
    .map((run) =>
      run.level === 'base'
        ? escapeMarkup(run.text)
        : `<${tags[run.level]}>${escapeMarkup(run.text)}</${tags[run.level]}>`,
    )
    .join('');
}
