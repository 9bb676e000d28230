import { type Box, type Drawing, fontSize } from './drawing.ts';
import { labelAt, textWidth } from './rich-text.ts';

/** Rows under each other with names at the left: the skeleton of bar charts, forest plots and pulls. */
export interface RowLayout {
  /** What is right of the names. */
  frame: Box;
  /** Vertical middle of row i. */
  middle(i: number): number;
  rowHeight: number;
  /** Draws the names of the rows, indented where asked, and the group headings in bold. */
  names(): void;
}

/** One row: a name, or a bold heading over the rows that follow. */
export interface RowName {
  name: string;
  heading?: boolean;
  indent?: boolean;
}

/** Height in canvas units that a figure of so many rows needs, between a top and a bottom room. */
export function rowsHeight(rows: number, rowHeight: number, rooms: number): number {
  return Math.max(1, rows) * rowHeight + rooms;
}

/** Lays rows out between `top` and the bottom axis. Names longer than `widestName` are set smaller. */
export function rowLayout(
  drawing: Drawing,
  rows: readonly RowName[],
  rooms: { top: number; bottom: number; right: number },
  widestName = 300,
): RowLayout {
  const inside = drawing.inside;
  const size = fontSize.legend;
  const widest = Math.max(60, ...rows.map((row) => textWidth(row.name, size, row.heading) + (row.indent ? 14 : 0)));
  const names = Math.min(widestName, widest) + 18;
  const frame: Box = {
    x: inside.x + names,
    y: inside.y + rooms.top,
    width: inside.width - names - rooms.right,
    height: inside.height - rooms.top - rooms.bottom,
  };
  const rowHeight = frame.height / Math.max(1, rows.length);
  const middle = (i: number): number => frame.y + (i + 0.5) * rowHeight;
  return {
    frame,
    middle,
    rowHeight,
    names: () => {
      rows.forEach((row, i) => {
        const own = textWidth(row.name, size, row.heading) + (row.indent ? 14 : 0);
        const fitted = own > widestName ? (size * widestName) / own : size;
        const style = { size: fitted, bold: row.heading === true };
        drawing.add(
          row.heading || row.indent
            ? labelAt(inside.x + (row.indent ? 14 : 0), middle(i) + 5.5, row.name, style)
            : labelAt(frame.x - 12, middle(i) + 5.5, row.name, { ...style, anchor: 'end' }),
        );
      });
    },
  };
}
