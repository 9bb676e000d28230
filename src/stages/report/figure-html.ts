import { escapeMarkup } from '../../plots/drawing/text/svg-text.ts';
import { drawnOnce } from '../../plots/drawn-once.ts';
import type { FigureDescription } from '../../plots/index.ts';
import { darkRulesOf, inlineFigure } from './inline-figure.ts';
import type { KeyFigure, ReportFigure } from './report-document.ts';
import { richHtml } from './rich-html.ts';

/** Figures of one page: numbered in their order, with ids of their own and one style sheet for readers who prefer dark. */
export class PageFigures {
  #count = 0;
  #pictures = 0;
  readonly #darkRules = new Set<string>();
  /** Numbers of the figures so far by the file that each is saved as. */
  readonly #numbers = new Map<string, number>();

  /**
   * A figure with its caption, drawn for the page and, where its data are at hand, for a telephone. One that stands on the
   * page already is not drawn again but led to.
   */
  figureHtml(figure: ReportFigure, where: string): string {
    const { fileName } = figure;
    const before = fileName === undefined ? undefined : this.#numbers.get(fileName);
    if (before !== undefined)
      return `<p class="again"><a href="#drawn-${before}">Figure ${before}</a>: ${richHtml(figure.caption)}</p>`;
    this.#count += 1;
    if (fileName !== undefined) this.#numbers.set(fileName, this.#count);
    const files =
      fileName === undefined
        ? ''
        : [fileName, ...(figure.figure === undefined ? [] : [fileName.replace(/\.svg$/, '.json')])]
            .map((name) => ` <a href="${escapeMarkup(name)}">${escapeMarkup(name.replace(/^.*\./, ''))}</a>`)
            .join('');
    return [
      `<figure id="drawn-${this.#count}"${figure.wide === true ? ' class="wide"' : ''}>`,
      ...(figure.figure === undefined
        ? [this.#drawing(figure.svg, `${where}.svg`)]
        : this.#drawings(figure.figure, `${where}.figure`)),
      `<figcaption>Figure ${this.#count}. ${richHtml(figure.caption)}${files}</figcaption>`,
      '</figure>',
    ].join('\n');
  }

  /** A small picture that is a link. */
  keyHtml({ figure, caption, href }: KeyFigure, where: string): string {
    const svg = drawnOnce(figure, 'narrow');
    return [
      `<a class="key-figure" href="${escapeMarkup(href)}"><figure>`,
      this.#inline(svg, where),
      `<figcaption>${richHtml(caption)}</figcaption>`,
      '</figure></a>',
    ].join('\n');
  }

  /** The rules of all figures so far for a reader who prefers dark, each once; empty where there are none. */
  darkSheet(): string {
    if (this.#darkRules.size === 0) return '';
    const own = [...this.#darkRules].sort().map((rule) => `figure ${rule}`);
    return `@media screen and (prefers-color-scheme:dark){${own.join('')}}\n`;
  }

  #drawings(figure: FigureDescription, where: string): string[] {
    return [
      this.#drawing(drawnOnce(figure), where, 'for-page'),
      this.#drawing(drawnOnce(figure, 'narrow'), where, 'for-telephone'),
    ];
  }

  /** Letters stay readable: a drawing is never shrunk below 0.72 of its canvas, but scrolls inside itself. */
  #drawing(svg: string, where: string, shape = ''): string {
    const width = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1] ?? 0);
    const least = shape === 'for-telephone' ? 0 : Math.round(0.72 * width);
    const classes = ['drawing', shape].filter((name) => name !== '').join(' ');
    return `<div class="${classes}" style="--least:${least}px" tabindex="0">${this.#inline(svg, where)}</div>`;
  }

  #inline(svg: string, where: string): string {
    this.#pictures += 1;
    for (const rule of darkRulesOf(svg)) this.#darkRules.add(rule);
    return inlineFigure(where, svg, `figure-${this.#pictures}`);
  }
}
