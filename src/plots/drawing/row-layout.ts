import type { Box, Drawing } from './drawing.ts';
import type { FigureLook } from './figure-look.ts';
import { lettersOf, narrowWidth } from './figure-look.ts';
import { wrapLabel } from './text/fit-label.ts';
import { labelAt, plainText, textWidth } from './text/rich-text.ts';

/** One row: a name, or a bold heading over the rows that follow. */
export interface RowName {
  name: string;
  heading?: boolean;
  indent?: boolean;
}

/** Where rows stand before there is a drawing: `height` is what all of them take. */
export interface RowPlan {
  rows: readonly RowName[];
  lines: readonly (readonly string[])[];
  /** Room of the names left of the frame; zero where names stand above their rows. */
  nameRoom: number;
  tops: readonly number[];
  heights: readonly number[];
  height: number;
  size: number;
}

/**
 * Plans rows under each other: names at the left of the frame in at most two lines, or, in a narrow figure, above their
 * rows. All names have one size; what does not fit is cut with … and stands whole in the title of its text.
 */
export function planRows(
  rows: readonly RowName[],
  look: FigureLook | undefined,
  options: { rowHeight: number; widestName: number; numbersBelow?: boolean },
): RowPlan {
  const narrow = look?.layout === 'narrow';
  const size = lettersOf(look ?? {}).legend - (narrow ? 0 : 0.5);
  const widestName = narrow ? narrowWidth - 20 : options.widestName;
  const inset = (row: RowName): number => (row.indent && !narrow ? 14 : 0);
  const lines = rows.map((row) =>
    wrapLabel(row.name, size, widestName - inset(row), { most: 2, bold: row.heading === true }),
  );
  const widest = Math.max(
    60,
    ...rows.flatMap((row, i) => lines[i].map((line) => textWidth(line, size, row.heading) + inset(row))),
  );
  const step = 1.2 * size;
  const heights = rows.map((row, i) => {
    const needed = lines[i].length * step;
    if (!narrow) return Math.max(options.rowHeight, needed + 8);
    if (row.heading) return needed + 10;
    return needed + 0.72 * options.rowHeight + (options.numbersBelow === true ? 1.3 * size : 0) + 12;
  });
  const tops: number[] = [];
  let height = 0;
  for (const own of heights) {
    tops.push(height);
    height += own;
  }
  return { rows, lines, nameRoom: narrow ? 0 : Math.min(widestName, widest) + 18, tops, heights, height, size };
}

/** Rows under each other with names: the skeleton of bar charts, forest plots and pulls. */
export interface RowLayout {
  frame: Box;
  /** Vertical middle of what row i shows. */
  middle(i: number): number;
  /** Height of what row i shows. */
  band(i: number): number;
  /** Base line of the numbers under row i of a narrow figure. */
  numbers(i: number): number;
  /** Draws the names of the rows, indented where asked, and the group headings in bold. */
  names(): void;
}

/** Places planned rows in a drawing that is `rooms.top + rooms.bottom` higher than they are. */
export function rowLayout(
  drawing: Drawing,
  plan: RowPlan,
  rooms: { top: number; bottom: number; right: number },
): RowLayout {
  const { inside, narrow } = drawing;
  const { rows, lines, size } = plan;
  const frame: Box = {
    x: inside.x + plan.nameRoom + (narrow ? 4 : 0),
    y: inside.y + rooms.top,
    width: inside.width - plan.nameRoom - rooms.right - (narrow ? 8 : 0),
    height: inside.height - rooms.top - rooms.bottom,
  };
  const step = 1.2 * size;
  const spread = frame.height / Math.max(1, plan.height);
  const top = (i: number): number => frame.y + spread * plan.tops[i];
  const nameHeight = (i: number): number => lines[i].length * step + 4;
  const heights = (i: number): number => spread * plan.heights[i];
  const under = plan.rows.map((row, i) =>
    narrow && !row.heading ? plan.heights[i] - nameHeight(i) - 8 : plan.heights[i],
  );
  return {
    frame,
    middle: (i) => (narrow ? top(i) + nameHeight(i) + bandOf(i) / 2 : top(i) + heights(i) / 2),
    band: (i) => (narrow ? bandOf(i) : heights(i)),
    numbers: (i) => top(i) + heights(i) - 13,
    names: () => {
      rows.forEach((row, i) => {
        const whole = plainText(row.name);
        const cut = lines[i].map(plainText).join(' ') !== whole;
        const middle = narrow ? top(i) + (row.heading ? heights(i) : nameHeight(i) + 4) / 2 : top(i) + heights(i) / 2;
        lines[i].forEach((line, k) => {
          const y = middle + (k - (lines[i].length - 1) / 2) * step + 0.35 * size;
          const style = { size, bold: row.heading === true, ...(cut ? { title: row.name } : {}) };
          drawing.add(
            narrow
              ? labelAt(frame.x + 8, y, line, { ...style, halo: true })
              : row.heading || row.indent
                ? labelAt(inside.x + (row.indent ? 14 : 0), y, line, style)
                : labelAt(frame.x - 12, y, line, { ...style, anchor: 'end' }),
          );
        });
      });
    },
  };

  function bandOf(i: number): number {
    return Math.min(under[i], 26) * Math.min(1, spread);
  }
}
