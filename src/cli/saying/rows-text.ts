import { type Agreement, agreementText } from '../../search/results/agreement.ts';
import { isAlternative, type ReproduceRow } from '../../search/results/row.ts';
import type { Verdict } from '../../statistics/verdict.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

interface Shown {
  readonly rows: readonly ReproduceRow[];
  readonly summary: Agreement;
  readonly failed?: readonly { readonly search: string; readonly reason: string }[];
  readonly report: string;
}

const WORDS: Readonly<Record<Verdict, string>> = {
  agree: 'agrees',
  disagree: 'DISAGREES',
  'cannot tell': 'cannot tell',
};

const cell = (value: number | null): string => (value === null ? '–' : numberText(value, 3));

/** Published beside computed as a table by search, then how many rows agree, disagree, cannot tell, and which disagree. */
export function rowsText({ rows, summary, report }: Shown): string {
  const searches = [...new Set(rows.map(({ search }) => search))];
  const tables = searches.map((search) => {
    const all = rows.filter((row) => row.search === search);
    const own = all.filter((row) => !isAlternative(row));
    const rest = all.length - own.length;
    const note = rest === 0 ? '' : `\n  and ${rest} rows of alternative models, in the report and with --json`;
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
          row.verdict === null ? '' : WORDS[row.verdict],
        ]),
      ],
      [2],
    )}${note}`;
  });
  const misses = rows.filter(({ verdict }) => verdict === 'disagree');
  const lines = [
    agreementText(summary),
    ...misses.map(
      ({ search, quantity, detail, ratio, why }) =>
        `  ${search} ${quantity}${detail === null ? '' : ` (${detail})`}: ratio ${ratio?.toFixed(2) ?? '–'}${why === null ? '' : `; ${why}`}`,
    ),
    `report: ${report}`,
  ];
  return [...tables, lines.join('\n')].join('\n\n');
}
