import { escapeMarkup } from '../../plots/drawing/text/svg-text.ts';
import { STAGE_NAMES } from '../names.ts';
import type { ReportDocument, ReportSection } from './report-document.ts';
import { richHtml } from './rich-html.ts';

/**
 * The menu: sections without a stage in their order, then the nine stages in theirs; a stage that the report does not
 * treat is named but leads nowhere. Sections after the first of a stage are listed under it. Without any stage the
 * nine words are left out.
 */
export function menuHtml(report: ReportDocument): string {
  const free = report.sections.filter((section) => section.stage === undefined);
  const staged = report.sections.some((section) => section.stage !== undefined);
  const item = (section: ReportSection): string => {
    const parts = (section.parts ?? []).map((part) => `<li>${link(part.id, part.heading)}</li>`).join('');
    return `<li>${link(section.id, section.heading)}${parts === '' ? '' : `<ul>${parts}</ul>`}</li>`;
  };
  const stages = STAGE_NAMES.map((stage, i) => {
    const own = report.sections.filter((section) => section.stage === stage);
    const name = `${i + 1} ${stage}`;
    if (own.length === 0) return `<li><span class="absent">${name}</span></li>`;
    const below = own.length === 1 ? '' : `<ul>${own.map(item).join('')}</ul>`;
    return `<li>${link(own[0].id, name)}${below}</li>`;
  });
  return [
    '<nav id="menu" aria-label="Contents">',
    '<a class="close" href="#content">× Close</a>',
    siteHtml(report),
    free.length === 0 ? '' : `<ul>${free.map(item).join('')}</ul>`,
    staged ? `<p>The nine stages</p>\n<ul class="stages">${stages.join('')}</ul>` : '',
    '</nav>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The pages of the site; the page itself leads nowhere. */
function siteHtml({ site = [] }: ReportDocument): string {
  if (site.length === 0) return '';
  const items = site.map(({ href, text, current }) =>
    current === true
      ? `<li><span aria-current="page">${richHtml(text)}</span></li>`
      : `<li><a href="${escapeMarkup(href)}">${richHtml(text)}</a></li>`,
  );
  return `<details${site[0].current === true ? ' open' : ''}><summary>All pages</summary><ul class="site">${items.join('')}</ul></details>`;
}

function link(id: string, text: string): string {
  return `<a href="#${id}">${richHtml(text)}</a>`;
}
