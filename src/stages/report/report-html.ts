import { escapeMarkup } from '../../plots/drawing/svg-text.ts';
import { checkReport } from './check-report.ts';
import { darkRulesOf, inlineFigure } from './inline-figure.ts';
import { menuHtml } from './menu-html.ts';
import type {
  ReportCell,
  ReportDocument,
  ReportFigure,
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
 * The report as one self-contained HTML page: menu with the nine stages, banners, sections with text, tables and
 * inline SVG, references; nothing is ever fetched, no script runs. Light or dark after the reader's setting, and made
 * to be printed. The same document gives the same bits. Throws InvalidInput for a document that `checkReport` refuses
 * or a figure that is not plain SVG.
 */
export function reportHtml(report: ReportDocument): string {
  checkReport(report);
  let figures = 0;
  const figure = (found: ReportFigure, where: string): string => {
    figures += 1;
    return figureHtml(found, where, figures);
  };
  const sections = report.sections.map((section, i) => sectionHtml(section, `sections[${i}]`, figure));
  const plainTitle = escapeMarkup(report.title.replace(/[`{}^]/g, ''));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${plainTitle}</title>`,
    `<style>${reportStyle}${darkSheet(report)}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">To the content</a>',
    menuHtml(report),
    '<main id="content">',
    '<header>',
    `<h1>${richHtml(report.title)}</h1>`,
    ...(report.subtitle === undefined ? [] : [`<p class="subtitle">${richHtml(report.subtitle)}</p>`]),
    ...(report.notices ?? []).map(noticeHtml),
    ...(hasRoles(report) ? [badgeKeyHtml()] : []),
    '</header>',
    ...sections,
    '</main>',
    footerHtml(report),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The rules of all figures of a page for a reader who prefers dark, each once. */
function darkSheet(report: ReportDocument): string {
  const parts = report.sections.flatMap((section): ReportPart[] => [section, ...(section.parts ?? [])]);
  const rules = new Set(parts.flatMap((part) => (part.figures ?? []).flatMap(({ svg }) => darkRulesOf(svg))));
  if (rules.size === 0) return '';
  const own = [...rules].sort().map((rule) => `figure ${rule}`);
  return `@media screen and (prefers-color-scheme:dark){${own.join('')}}\n`;
}

type DrawFigure = (figure: ReportFigure, where: string) => string;

function sectionHtml(section: ReportSection, where: string, figure: DrawFigure): string {
  const named = section.stage === undefined || section.heading.toLowerCase().startsWith(section.stage);
  const stage = named ? '' : `<span class="stage">${section.stage}</span>`;
  return [
    `<section id="${section.id}">`,
    `<h2>${richHtml(section.heading)}${stage}</h2>`,
    ...contentHtml(section, where, figure),
    ...(section.parts ?? []).flatMap((part, i) => [
      `<section id="${part.id}">`,
      `<h3>${richHtml(part.heading)}</h3>`,
      ...contentHtml(part, `${where}.parts[${i}]`, figure),
      '</section>',
    ]),
    '</section>',
  ].join('\n');
}

function contentHtml(part: ReportPart, where: string, figure: DrawFigure): string[] {
  const figures = (part.figures ?? []).map((found, i) => figure(found, `${where}.figures[${i}]`));
  return [
    ...(part.paragraphs ?? []).map((paragraph) => `<p>${richHtml(paragraph)}</p>`),
    ...(part.tables ?? []).map(tableHtml),
    ...(figures.length === 0 ? [] : ['<div class="figures">', ...figures, '</div>']),
  ];
}

function figureHtml(figure: ReportFigure, where: string, number: number): string {
  const file =
    figure.fileName === undefined
      ? ''
      : ` <a href="${escapeMarkup(figure.fileName)}">${escapeMarkup(figure.fileName)}</a>`;
  return [
    `<figure${figure.wide === true ? ' class="wide"' : ''}>`,
    inlineFigure(`${where}.svg`, figure.svg, `figure-${number}`),
    `<figcaption>Figure ${number}. ${richHtml(figure.caption)}${file}</figcaption>`,
    '</figure>',
  ].join('\n');
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
    .some((part) => part.tables?.some((table) => table.rows.some((row) => row.some(carries))));
}
