import type { FigureText } from './figure-text.ts';
import { labelAt, plainText, textWidth } from './rich-text.ts';
import { element, escapeMarkup } from './svg-text.ts';

/** A rectangle of the canvas, in canvas units, y growing downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Font sizes in canvas units on the usual canvas of 720 × 540, readable at half size. */
export const fontSize = { tick: 17, title: 20, legend: 16, note: 16, label: 17, provenance: 11.5 } as const;

/** A figure in the making: collects markup and definitions, and closes into one SVG document. */
export class Drawing {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly #text: FigureText;
  readonly #parts: string[] = [];
  readonly #definitions = new Map<string, string>();

  constructor(text: FigureText, kind: string, width = 720, height = 540) {
    this.#text = text;
    this.id = (text.id ?? kind).replace(/[^A-Za-z0-9_-]/g, '-');
    this.width = Math.round(text.width ?? width);
    this.height = Math.round(text.height ?? height);
  }

  /** What is left for the figure when the label above and the provenance line below have their room. */
  get inside(): Box {
    const top = this.#text.label !== undefined || this.#text.sublabel !== undefined ? 34 : 14;
    const bottom = this.#text.provenance === undefined ? 8 : 24;
    return { x: 8, y: top, width: this.width - 16, height: this.height - top - bottom };
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

  /** Draws the label at the left and the sublabel at the right of a line above the frame. */
  heading(frame: Box): void {
    const { label, sublabel } = this.#text;
    const y = frame.y - 10;
    const room = frame.width - 16;
    const needed = textWidth(label ?? '', fontSize.label, true) + textWidth(sublabel ?? '', fontSize.label);
    const size = needed > room ? (fontSize.label * room) / needed : fontSize.label;
    if (label !== undefined) this.add(labelAt(frame.x, y, label, { size, bold: true }));
    if (sublabel !== undefined) this.add(labelAt(frame.x + frame.width, y, sublabel, { size, anchor: 'end' }));
  }

  /** The whole SVG document: self-contained, with accessible title and description, dark on white. */
  close(): string {
    const { title, description, provenance } = this.#text;
    if (provenance !== undefined) {
      const size = Math.min(
        fontSize.provenance,
        (fontSize.provenance * (this.width - 24)) / textWidth(provenance, fontSize.provenance),
      );
      this.add(labelAt(this.width - 12, this.height - 8, provenance, { size, anchor: 'end', fill: '#666' }));
    }
    const definitions = [...this.#definitions.values()];
    return `${element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${this.width} ${this.height}`,
        width: this.width,
        height: this.height,
        role: 'img',
        'aria-labelledby': `${this.id}-title ${this.id}-desc`,
        'font-family': "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
        fill: '#000',
      },
      `\n<title id="${this.id}-title">${escapeMarkup(plainText(title))}</title>`,
      `\n<desc id="${this.id}-desc">${escapeMarkup(plainText(description))}</desc>`,
      definitions.length === 0 ? '' : `\n<defs>${definitions.join('')}</defs>`,
      `\n<rect width="100%" height="100%" fill="#fff"/>\n`,
      this.#parts.filter((part) => part !== '').join('\n'),
      '\n',
    )}\n`;
  }
}
