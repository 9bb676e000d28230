import type { ReproduceRow } from '../search/result/reproduce-rows.ts';
import { numberText } from './text/number.ts';
import { tableText } from './text/table.ts';

interface Shown {
  readonly rows: readonly ReproduceRow[];
  readonly report: string;
}

const cell = (value: number | null): string => (value === null ? '–' : numberText(value, 3));

/** Published beside computed as a table by search, then how many computed rows agree and which do not. */
export function rowsText({ rows, report }: Shown): string {
  const searches = [...new Set(rows.map(({ search }) => search))];
  const tables = searches.map((search) => {
    const own = rows.filter((row) => row.search === search);
    return `${search}\n${tableText(
      [
        ['  QUANTITY', 'DETAIL', 'PUBLISHED', 'COMPUTED', 'RATIO', 'ROLE', ''],
        ...own.map((row) => [
          `  ${row.quantity}`,
          row.detail ?? '',
          `${cell(row.published)}${row.unit === null ? '' : ` ${row.unit}`}`,
          row.computed === null
            ? '–'
            : `${numberText(row.computed, 3)}${row.error === null ? '' : ` ± ${numberText(row.error, 2)}`}`,
          row.ratio === null ? '–' : row.ratio.toFixed(2),
          row.role,
          row.agrees === null ? '' : row.agrees ? 'agrees' : 'DISAGREES',
        ]),
      ],
      [2],
    )}`;
  });
  const judged = rows.filter(({ agrees }) => agrees !== null);
  const misses = judged.filter(({ agrees }) => agrees === false);
  const lines = [
    `${judged.length - misses.length} of ${judged.length} computed rows agree.`,
    ...misses.map(
      ({ search, quantity, detail, ratio, why }) =>
        `  ${search} ${quantity}${detail === null ? '' : ` (${detail})`}: ratio ${ratio?.toFixed(2) ?? '–'}${why === null ? '' : `; ${why}`}`,
    ),
    `report: ${report}`,
  ];
  return [...tables, lines.join('\n')].join('\n\n');
}
