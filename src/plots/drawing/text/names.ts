import type { Box } from '../drawing.ts';
import { wrapLabel } from './fit-label.ts';
import { type LabelStyle, labelAt, textWidth } from './rich-text.ts';

/** A place where a name may stand: its anchor and the middle of its height. */
export interface NamePlace {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** Look of a name; its size is that of the figure. */
export type NameStyle = Omit<LabelStyle, 'size' | 'anchor' | 'turn' | 'title'>;

/** Places of a name on a horizontal line through a frame: at its right end, further left, and below it. */
export function alongLine(frame: Box, y: number): NamePlace[] {
  const right = frame.x + frame.width - 16;
  return [
    { x: right, y: y - 11, anchor: 'end' },
    { x: right, y: y + 11, anchor: 'end' },
    { x: frame.x + frame.width / 2, y: y - 11, anchor: 'middle' },
    { x: frame.x + 16, y: y - 11, anchor: 'start' },
  ];
}

/** Names inside a frame that keep clear of each other and of what is reserved (the legend, the notes). */
export class Names {
  readonly #frame: Box;
  readonly #size: number;
  readonly #taken: Box[] = [];

  constructor(frame: Box, size: number) {
    this.#frame = frame;
    this.#size = size;
  }

  /** Keeps a part of the frame free of names. */
  reserve(box: Box): void {
    this.#taken.push(box);
  }

  /** The markup of a name at the first of its places where it is free and inside the frame; else where it covers least. */
  place(name: string, places: readonly NamePlace[], style: NameStyle = {}): string {
    const size = this.#size;
    const lines = wrapLabel(name, size, this.#frame.width - 12, { most: 2, ...(style.bold ? { bold: true } : {}) });
    const width = Math.max(...lines.map((line) => textWidth(line, size, style.bold)));
    const height = 1.2 * size * lines.length;
    let best: Box | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const box = this.#inFrame({
        x: place.x - (place.anchor === 'start' ? 0 : place.anchor === 'end' ? width : width / 2),
        y: place.y - height / 2,
        width,
        height,
      });
      const moved = Math.abs(box.y + height / 2 - place.y);
      const covered = this.#taken.reduce((sum, other) => sum + overlap(box, other), 0) + 2 * moved;
      if (covered < least - 1e-9) [best, least] = [box, covered];
      if (covered === 0) break;
    }
    if (best === undefined) return '';
    const free = least > 0 ? this.#nearestFree(best) : best;
    this.#taken.push(free);
    return lines
      .map((line, i) => {
        const y = free.y + 1.2 * size * i + 0.92 * size;
        return labelAt(free.x + width / 2, y, line, { ...style, size, anchor: 'middle' });
      })
      .join('');
  }

  #inFrame(box: Box): Box {
    const { x, y, width, height } = this.#frame;
    return {
      ...box,
      x: Math.max(x + 6, Math.min(x + width - box.width - 6, box.x)),
      y: Math.max(y + 4, Math.min(y + height - box.height - 4, box.y)),
    };
  }

  /** The nearest box of the same size, on a lattice of 6 units, that covers nothing; the box itself where none is. */
  #nearestFree(box: Box): Box {
    for (let reach = 1; reach <= 40; reach++) {
      for (let i = -reach; i <= reach; i++) {
        for (const j of Math.abs(i) === reach ? range(reach) : [-reach, reach]) {
          const moved = this.#inFrame({ ...box, x: box.x + 6 * i, y: box.y + 6 * j });
          if (this.#taken.every((other) => overlap(moved, other) === 0)) return moved;
        }
      }
    }
    return box;
  }
}

function range(reach: number): number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
