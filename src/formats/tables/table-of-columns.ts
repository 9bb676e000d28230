import type { Cell, DataColumn, DataTable, ErrorColumn, ErrorSize } from './data-table.ts';

/** A column as a text has it: the title from its head line, cells as numbers where they are. */
export interface TitledColumn {
  readonly title: string;
  readonly cells: readonly (number | string | null)[];
}

interface Title {
  readonly name: string;
  readonly unit: string;
}

/** 'rate [GeV] low' and 'rate low [GeV]' → name 'rate low', unit 'GeV'. */
function titleOf(text: string): Title {
  const match = /^(.*?)\s*\[([^\]]*)\]\s*(LOW|HIGH|low|high)?$/.exec(text);
  if (match === null) return { name: text.trim(), unit: '' };
  const [, name, unit, side] = match;
  return { name: side === undefined ? name : `${name} ${side.toLowerCase()}`, unit };
}

const sideOf = (name: string): { base: string; side: 'low' | 'high' } | null => {
  const match = /^(.*\S)\s+(low|high)$/i.exec(name);
  return match === null ? null : { base: match[1], side: match[2].toLowerCase() as 'low' | 'high' };
};

/** 'y error stat +' (ours), 'stat +', 'sys,jes -', 'error -' (HEPData's) → label and side; null for no uncertainty. */
function errorTitle(name: string, of: string | undefined): { label: string; side: '+' | '-' | null } | null {
  if (of === undefined) return null;
  const own = name.startsWith(`${of} error`) ? name.slice(of.length + 6).trim() : null;
  if (own !== null) {
    const side = own.endsWith('+') || own.endsWith('-') ? (own.at(-1) as '+' | '-') : null;
    return { label: (side === null ? own : own.slice(0, -1)).trim() || 'total', side };
  }
  const match = /^((?:stat|syst?|error|total|lumi)\b.*?)\s*([+-])$/i.exec(name);
  return match === null ? null : { label: match[1] === 'error' ? '' : match[1], side: match[2] as '+' | '-' };
}

const number = (cell: number | string | null): number | null => (typeof cell === 'number' ? cell : null);

/** A bin where both edges are numbers, else whatever stands there. */
function binOf(low: number | string | null, high: number | string | null, centre: number | string | null): Cell {
  if (typeof low !== 'number' || typeof high !== 'number') return centre ?? low ?? high;
  return typeof centre === 'number' ? { low, high, value: centre } : { low, high };
}

function errorsFrom(parts: readonly { side: '+' | '-' | null; cells: TitledColumn['cells'] }[]): (ErrorSize | null)[] {
  const plus = parts.find(({ side }) => side === '+')?.cells;
  const minus = parts.find(({ side }) => side === '-')?.cells;
  const both = parts.find(({ side }) => side === null)?.cells;
  return parts[0].cells.map((_, row) => {
    if (both !== undefined) return number(both[row]);
    const [up, down] = [number(plus?.[row] ?? null), number(minus?.[row] ?? null)];
    if (up === null && down === null) return null;
    return up !== null && down !== null && up === -down ? up : { minus: down ?? 0, plus: up ?? 0 };
  });
}

/**
 * A table out of titled columns. Pairs 'x low', 'x high' become bins, columns of uncertainties go to the column before
 * them. Text does not say which columns are independent: the first one is, and all bins.
 */
export function tableOfColumns(
  columns: readonly TitledColumn[],
  about: Pick<DataTable, 'name' | 'description' | 'keywords'>,
): DataTable {
  const found: { column: DataColumn; bins: boolean }[] = [];
  for (let i = 0; i < columns.length; i++) {
    const { name, unit } = titleOf(columns[i].title);
    const last = found.at(-1);
    const bin = binAt(columns, i);
    if (bin !== null) {
      found.push({ column: bin.column, bins: true });
      i += bin.width - 1;
      continue;
    }
    const error = last === undefined || last.bins ? null : errorTitle(name, last.column.name);
    if (error === null || last === undefined) {
      found.push({ column: { name, unit, values: columns[i].cells, errors: [], qualifiers: [] }, bins: false });
      continue;
    }
    const parts = [{ side: error.side, cells: columns[i].cells }];
    const next = columns[i + 1] === undefined ? null : errorTitle(titleOf(columns[i + 1].title).name, last.column.name);
    if (
      error.side !== null &&
      next !== null &&
      next.label === error.label &&
      next.side !== null &&
      next.side !== error.side
    ) {
      parts.push({ side: next.side, cells: columns[i + 1].cells });
      i += 1;
    }
    const errors: ErrorColumn[] = [...last.column.errors, { label: error.label, values: errorsFrom(parts) }];
    found[found.length - 1] = { ...last, column: { ...last.column, errors } };
  }
  const bins = found.some((one) => one.bins);
  const isIndependent = (one: (typeof found)[number], k: number): boolean => (bins ? one.bins : k === 0);
  return {
    ...about,
    independent: found.filter(isIndependent).map(({ column }) => column),
    dependent: found.filter((one, k) => !isIndependent(one, k)).map(({ column }) => column),
  };
}

/** The bins that begin at a column: 'x low', 'x high', or 'x', 'x low', 'x high'. */
function binAt(columns: readonly TitledColumn[], i: number): { column: DataColumn; width: number } | null {
  const title = (k: number): Title | null => (columns[k] === undefined ? null : titleOf(columns[k].title));
  const here = title(i);
  if (here === null) return null;
  const side = sideOf(here.name);
  const offset = side?.side === 'low' ? 0 : 1;
  const base = offset === 0 ? side?.base : here.name;
  const [low, high] = [title(i + offset), title(i + offset + 1)].map((one) => (one === null ? null : sideOf(one.name)));
  if (low?.side !== 'low' || high?.side !== 'high' || low.base !== base || high.base !== base) return null;
  const [lows, highs] = [columns[i + offset].cells, columns[i + offset + 1].cells];
  const centres = offset === 0 ? null : columns[i].cells;
  return {
    width: offset + 2,
    column: {
      name: base ?? here.name,
      unit: here.unit,
      values: lows.map((cell, row) => binOf(cell, highs[row], centres === null ? null : centres[row])),
      errors: [],
      qualifiers: [],
    },
  };
}
