import type { ReportTable } from 'spillway';
import { asGiven, withError } from 'spillway/plots';
import { Rich } from './rich.tsx';
import { Scrolling } from './scrolling.tsx';

type Cell = ReportTable['rows'][number][number];
type Value = Exclude<Cell, string | number | null>;

const VERDICTS = {
  agree: { sign: '✓ agrees', look: 'agrees' },
  disagree: { sign: '✗ misses', look: 'misses' },
  'cannot tell': { sign: '? cannot tell', look: 'unclear' },
} as const;

function words({ text, value, error, unit }: Value): string {
  if (text !== undefined) return text;
  if (value === undefined) return '';
  const number = error != null && error > 0 ? withError(value, error) : asGiven(value);
  return value === null || unit === undefined || unit === '' ? number : `${number} ${unit}`;
}

const CellView = ({ cell }: { readonly cell: Cell }) => {
  if (cell === null || typeof cell === 'number') return <Rich text={asGiven(cell)} />;
  if (typeof cell === 'string') return <Rich text={cell} />;
  const verdict = cell.verdict == null ? undefined : VERDICTS[cell.verdict];
  return (
    <>
      <Rich text={words(cell)} />
      {verdict !== undefined && <span class={verdict.look}> {verdict.sign}</span>}
      {cell.role !== undefined && cell.role !== 'computed' && <span class="badge"> {cell.role}</span>}
    </>
  );
};

/** A table of a report: scrolls inside itself where the page is narrow. */
export const Table = ({ table }: { readonly table: ReportTable }) => {
  const numeric = table.columns.map((_, c) => table.rows.every((row) => typeof row[c] !== 'string'));
  const side = (c: number) => (numeric[c] ? 'number' : undefined);
  return (
    <Scrolling name={table.caption}>
      <table>
        <caption>
          <Rich text={table.caption} />
        </caption>
        <thead>
          <tr>
            {table.columns.map((column, c) =>
              column === '' ? (
                <td key={c} />
              ) : (
                <th key={c} scope="col" class={side(c)}>
                  <Rich text={column} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r} class={table.emphasis?.includes(r) ? 'total' : undefined}>
              {row.map((cell, c) =>
                c === 0 ? (
                  <th key={c} scope="row" class={side(c)}>
                    <CellView cell={cell} />
                  </th>
                ) : (
                  <td key={c} class={side(c)}>
                    <CellView cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};
