import { darkened, darkRules } from './colours/dark-colours.ts';
import { type FigureLook, type LetterSizes, lettersOf, narrowWidth } from './figure-look.ts';
import type { FigureText } from './text/figure-text.ts';
import { wrapLabel } from './text/fit-label.ts';
import { labelAt, plainText, textWidth } from './text/rich-text.ts';
import { element, escapeMarkup } from './text/svg-text.ts';

/** A rectangle of the canvas, in canvas units, y growing downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const leading = 1.3;

/** A figure in the making: collects markup and definitions, and closes into one SVG document. */
export class Drawing {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly letters: LetterSizes;
  readonly narrow: boolean;
  readonly #look: FigureLook;
  readonly #text: FigureText;
  readonly #heading: { label: string[]; sublabel: string[]; shared: boolean };
  readonly #provenance: string[];
  readonly #parts: string[] = [];
  readonly #definitions = new Map<string, string>();

  /**
   * `size` is the canvas that the kind of figure wants; a wide figure may ask for another in its own text. `height` of
   * a narrow figure is what its content needs: heading and provenance are added to it.
   */
  constructor(
    text: FigureText,
    kind: string,
    look: FigureLook = {},
    size: { width?: number; height?: number; content?: number } = {},
  ) {
    this.#text = text;
    this.#look = look;
    this.id = (text.id ?? kind).replace(/[^A-Za-z0-9_-]/g, '-');
    this.narrow = look.layout === 'narrow';
    this.letters = lettersOf(look);
    this.width = this.narrow ? narrowWidth : Math.round(text.width ?? size.width ?? 720);
    const { label: letter, provenance: small } = this.letters;
    const room = this.width - (this.narrow ? 20 : 90);
    const needed = textWidth(text.label ?? '', letter, true) + textWidth(text.sublabel ?? '', letter) + 24;
    const shared = needed <= room;
    this.#heading = {
      shared,
      label:
        text.label === undefined ? [] : shared ? [text.label] : wrapLabel(text.label, letter, room, { bold: true }),
      sublabel: text.sublabel === undefined ? [] : shared ? [text.sublabel] : wrapLabel(text.sublabel, letter, room),
    };
    this.#provenance =
      text.provenance === undefined ? [] : wrapLabel(text.provenance, small, this.width - 24, { most: 4 });
    const rim = this.#top + this.#bottom;
    this.height = Math.round(
      size.content !== undefined ? size.content + rim : (text.height ?? size.height ?? 540) + (rim - this.#usualRim),
    );
  }

  /** What heading and provenance take when each is one line, as the usual heights assume. */
  get #usualRim(): number {
    return (
      (this.#heading.label.length + this.#heading.sublabel.length > 0 ? 34 : 14) +
      (this.#provenance.length > 0 ? 24 : 8)
    );
  }

  get #headingLines(): number {
    const { label, sublabel, shared } = this.#heading;
    return shared ? Math.max(label.length, sublabel.length) : label.length + sublabel.length;
  }

  get #top(): number {
    const lines = this.#headingLines;
    return lines === 0 ? 14 : 12 + lines * leading * this.letters.label;
  }

  get #bottom(): number {
    const lines = this.#provenance.length;
    return lines === 0 ? 8 : 8 + lines * leading * this.letters.provenance;
  }

  /** What is left for the figure when the label above and the provenance line below have their room. */
  get inside(): Box {
    return { x: 8, y: this.#top, width: this.width - 16, height: this.height - this.#top - this.#bottom };
  }

  /** Appends markup; later parts lie on top. */
  add(...markup: string[]): void {
    this.#parts.push(...markup);
  }

  /** Reference to a definition of this figure, made on first use. `body` receives the full id. */
  define(name: string, body: (id: string) => string): string {
    const id = `${this.id}-${name}`;
    if (!this.#definitions.has(id)) this.#definitions.set(id, body(id));
    return `url(#${id})`;
  }

  /** Draws label and sublabel above the frame: on one line, left and right, or in lines below each other. */
  heading(frame: Box): void {
    const { label, sublabel, shared } = this.#heading;
    const size = this.letters.label;
    const step = leading * size;
    // Wide enough lines begin at the frame; longer ones at the rim of the canvas.
    const from = (line: string, bold: boolean): number =>
      Math.max(10, Math.min(frame.x, this.width - 10 - textWidth(line, size, bold)));
    if (shared) {
      const y = this.#top - 10;
      const both = textWidth(label[0] ?? '', size, true) + textWidth(sublabel[0] ?? '', size) + 16;
      const x = Math.max(10, Math.min(frame.x, frame.x + frame.width - both));
      if (label.length > 0) this.add(labelAt(x, y, label[0], { size, bold: true }));
      if (sublabel.length > 0) {
        this.add(labelAt(Math.max(frame.x + frame.width, x + both), y, sublabel[0], { size, anchor: 'end' }));
      }
      return;
    }
    [...label.map((line) => ({ line, bold: true })), ...sublabel.map((line) => ({ line, bold: false }))].forEach(
      ({ line, bold }, i, { length }) => {
        const y = this.#top - 10 - (length - 1 - i) * step;
        this.add(labelAt(from(line, bold), y, line, { size, bold }));
      },
    );
  }

  /** The whole SVG document: self-contained, with accessible title and description, in the style asked for. */
  close(): string {
    const { title, description } = this.#text;
    const { provenance: size } = this.letters;
    this.#provenance.forEach((line, i, { length }) => {
      const y = this.height - 8 - (length - 1 - i) * leading * size;
      this.add(labelAt(this.width - 12, y, line, { size, anchor: 'end', fill: '#666' }));
    });
    const definitions = [...this.#definitions.values()];
    const style = this.#look.style ?? 'screen';
    const content = [
      definitions.length === 0 ? '' : `\n<defs>${definitions.join('')}</defs>`,
      '\n<rect width="100%" height="100%" fill="#fff"/>\n',
      this.#parts.filter((part) => part !== '').join('\n'),
      '\n',
    ].join('');
    const scale = style === 'slide' ? 1.6 : 1;
    const svg = element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${this.width} ${this.height}`,
        width: Math.round(scale * this.width),
        height: Math.round(scale * this.height),
        role: 'img',
        'aria-labelledby': `${this.id}-title ${this.id}-desc`,
        'font-family': "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
        fill: '#000',
      },
      `\n<title id="${this.id}-title">${escapeMarkup(plainText(title))}</title>`,
      `\n<desc id="${this.id}-desc">${escapeMarkup(plainText(description))}</desc>`,
      style === 'screen' ? `\n<style>@media screen and (prefers-color-scheme:dark){DARK}</style>` : '',
      content,
    );
    const rules = style === 'screen' ? darkRules(svg) : [];
    return `${style === 'dark' ? darkened(svg) : svg.replace('{DARK}', () => `{${rules.join('')}}`)}\n`;
  }
}
