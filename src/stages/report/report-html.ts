import { escapeMarkup } from '../../plots/drawing/text/svg-text.ts';
import { checkReport } from './check-report.ts';
import { PageFigures } from './figure-html.ts';
import { menuHtml } from './menu-html.ts';
import type {
  ReportAnswer,
  ReportCell,
  ReportDocument,
  ReportNotice,
  ReportPart,
  ReportSection,
} from './report-document.ts';
import { reportStyle } from './report-style.ts';
import { richHtml } from './rich-html.ts';
import { badgeKeyHtml, tableHtml } from './table-html.ts';

const usualNotice: Record<Exclude<ReportNotice['kind'], 'note'>, string> = {
  'pseudo-data':
    'Pseudo-data: what plays the role of data here was drawn from the simulation with a seed. It is no measurement.',
  'closed-box': 'The box is closed: counts in the masked regions were not read, and appear nowhere in this report.',
  'opened-box': 'The box has been opened; the record of the opening is part of the run.',
  'changed-after-unblinding':
    'Warning: the search was changed after its box had been opened. What follows is not blind.',
};

/**
 * The report as one self-contained HTML page: menu with the nine stages, banners, the answer first, sections with text,
 * tables and inline SVG, references; nothing is ever fetched, no script runs. Light or dark after the reader's setting,
 * laid out for a screen, a telephone and paper. The same document gives the same bits. Throws InvalidInput for a
 * document that `checkReport` refuses or a figure that is not plain SVG.
 */
export function reportHtml(report: ReportDocument): string {
  checkReport(report);
  const figures = new PageFigures();
  const answer = report.answer === undefined ? [] : [answerHtml(report.answer, figures)];
  const keys = (report.keyFigures ?? []).map((key, i) => figures.keyHtml(key, `keyFigures[${i}].figure`));
  const sections = report.sections.map((section, i) => sectionHtml(section, `sections[${i}]`, figures));
  const plainTitle = escapeMarkup(report.title.replace(/[`{}^]/g, ''));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${plainTitle}</title>`,
    `<style>${reportStyle}${figures.darkSheet()}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">To the content</a>',
    `<p class="bar"><a href="#menu">☰ Contents</a> <span>${richHtml(report.title)}</span></p>`,
    menuHtml(report),
    '<main id="content">',
    '<header>',
    `<h1>${richHtml(report.title)}</h1>`,
    ...(report.subtitle === undefined ? [] : [`<p class="subtitle">${richHtml(report.subtitle)}</p>`]),
    '</header>',
    ...answer,
    ...(keys.length === 0 ? [] : ['<section class="key-figures" aria-label="Key figures">', ...keys, '</section>']),
    ...(report.notices ?? []).map(noticeHtml),
    ...(hasRoles(report) ? [badgeKeyHtml()] : []),
    ...sections,
    '</main>',
    footerHtml(report),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function answerHtml({ sentence, figure, table }: ReportAnswer, figures: PageFigures): string {
  return [
    '<section class="answer">',
    `<p>${richHtml(sentence)}</p>`,
    ...(figure === undefined ? [] : [figures.figureHtml(figure, 'answer.figure')]),
    ...(table === undefined ? [] : [tableHtml(table)]),
    '</section>',
  ].join('\n');
}

function sectionHtml(section: ReportSection, where: string, figures: PageFigures): string {
  const named = section.stage === undefined || section.heading.toLowerCase().startsWith(section.stage);
  const stage = named ? '' : `<span class="stage">${section.stage}</span>`;
  const heading = `<h2>${richHtml(section.heading)}${stage}</h2>`;
  const content = [
    ...contentHtml(section, where, figures),
    ...(section.parts ?? []).flatMap((part, i) => [
      `<section id="${part.id}">`,
      `<h3>${richHtml(part.heading)}</h3>`,
      ...contentHtml(part, `${where}.parts[${i}]`, figures),
      '</section>',
    ]),
  ];
  const body =
    section.folded === true
      ? ['<details>', `<summary>${heading}</summary>`, ...content, '</details>']
      : [heading, ...content];
  return [`<section id="${section.id}">`, ...body, '</section>'].join('\n');
}

function contentHtml(part: ReportPart, where: string, figures: PageFigures): string[] {
  const drawn = (part.figures ?? []).map((found, i) => figures.figureHtml(found, `${where}.figures[${i}]`));
  return [
    ...(part.paragraphs ?? []).map((paragraph) => `<p>${richHtml(paragraph)}</p>`),
    ...(part.tables ?? []).map(tableHtml),
    ...(drawn.length === 0 ? [] : ['<div class="figures">', ...drawn, '</div>']),
  ];
}

function noticeHtml(notice: ReportNotice): string {
  const usual = notice.kind === 'note' ? '' : usualNotice[notice.kind];
  const role = notice.kind === 'changed-after-unblinding' ? 'alert' : 'note';
  return `<p class="notice ${notice.kind}" role="${role}">${richHtml(notice.text ?? usual)}</p>`;
}

function footerHtml(report: ReportDocument): string {
  const references = report.footer.references.map(({ text, url }) => {
    const link = url === undefined ? '' : ` <a href="${escapeMarkup(url)}" rel="noreferrer">${escapeMarkup(url)}</a>`;
    return `<li>${richHtml(text)}${link}</li>`;
  });
  const facts = (report.footer.facts ?? []).map(
    ([name, value]) => `<dt>${richHtml(name)}</dt><dd>${richHtml(value)}</dd>`,
  );
  return [
    '<footer>',
    ...(references.length === 0 ? [] : ['<h2 id="references">References</h2>', `<ol>${references.join('\n')}</ol>`]),
    ...(facts.length === 0 ? [] : ['<h2 id="made-with">How this report was made</h2>', `<dl>${facts.join('\n')}</dl>`]),
    '</footer>',
  ].join('\n');
}

function hasRoles(report: ReportDocument): boolean {
  const carries = (cell: ReportCell): boolean => typeof cell === 'object' && cell !== null && cell.role !== undefined;
  return report.sections
    .flatMap((section): ReportPart[] => [section, ...(section.parts ?? [])])
    .concat(report.answer?.table === undefined ? [] : [{ id: '', heading: '', tables: [report.answer.table] }])
    .some((part) => part.tables?.some((table) => table.rows.some((row) => row.some(carries))));
}
