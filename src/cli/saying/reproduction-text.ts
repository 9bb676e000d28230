import type { Quantity } from '../../search/published-value.ts';
import { type Agreement, numberOf } from '../../search/results/agreement.ts';
import { isAlternative, type ReproduceRow } from '../../search/results/row.ts';
import { type Verdict, worstVerdict } from '../../statistics/verdict.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';
import { rowsText } from './rows-text.ts';

/** What `reproduce` gives, as far as it is said to a person. */
export interface ShownReproduction {
  readonly rows: readonly ReproduceRow[];
  readonly summary: Agreement;
  readonly failed: readonly { readonly search: string; readonly reason: string }[];
  readonly report: string;
}

/** What a search is known for, in this order: the first of these that it publishes is its conclusion. */
const CONCLUSIONS: readonly Quantity[] = [
  ...(['limit', 'excludedMassRange', 'branchingRatio', 'parameter', 'acceptanceRatio', 'couplingEdge'] as const),
];

const WORDS: Readonly<Record<Verdict, string>> = {
  agree: 'agrees',
  disagree: 'DISAGREES',
  'cannot tell': 'cannot tell',
};

const value = (number: number | null, unit: string | null): string =>
  number === null ? '–' : `${numberText(number, 3)}${unit === null ? '' : ` ${unit}`}`;

const conclusionOf = (rows: readonly ReproduceRow[]): ReproduceRow | undefined =>
  CONCLUSIONS.flatMap((quantity) => rows.filter((row) => row.quantity === quantity && row.published !== null))[0] ??
  rows.find(({ role }) => role === 'computed');

/** One line for each search: its conclusion, and the verdicts of its distinct numbers. */
function searchLines(rows: readonly ReproduceRow[]): string[][] {
  return [...new Set(rows.map(({ search }) => search))].map((search) => {
    const own = rows.filter((row) => row.search === search && !isAlternative(row));
    const verdicts = new Map<string, Verdict[]>();
    for (const row of own) {
      if (row.verdict === null) continue;
      verdicts.set(numberOf(row), [...(verdicts.get(numberOf(row)) ?? []), row.verdict]);
    }
    const all = [...verdicts.values()].map(worstVerdict);
    const count = (wanted: Verdict) => all.filter((verdict) => verdict === wanted).length;
    const main = conclusionOf(own);
    return [
      search,
      main?.quantity ?? '–',
      value(main?.published ?? null, main?.unit ?? null),
      value(main?.computed ?? null, main?.unit ?? null),
      main === undefined || main.verdict === null ? '' : WORDS[main.verdict],
      `${count('agree')} · ${count('disagree')} · ${count('cannot tell')}`,
    ];
  });
}

/** Everything on one screen: the conclusion of each search, how the numbers stand, where to look, how to go on. */
export function reproductionText({ rows, summary, failed, report }: ShownReproduction): string {
  const { judged, agree, disagree, cannotTell } = summary.independent;
  const table = tableText(
    [['SEARCH', 'CONCLUSION', 'PUBLISHED', 'COMPUTED', 'VERDICT', '✓ · ✗ · ?'], ...searchLines(rows)],
    [2, 3],
  );
  return [
    table,
    ...(failed.length === 0
      ? []
      : [
          failed
            .map(({ search, reason }) => `${search} has no answer at this size: ${reason}`.slice(0, 100))
            .join('\n'),
        ]),
    [
      `Of ${judged} distinct numbers ${agree} agree (✓), ${disagree} disagree (✗), ${cannotTell} cannot tell (?).`,
      `report:            ${report}`,
      'why some disagree: spillway reproduce --misses',
      'one search:        spillway reproduce kaon-munuee',
      'a limit of yours:  spillway limit --observed 0 --background 0.26 --ses 3.5e-11',
      'everything else:   spillway --help',
    ].join('\n'),
  ].join('\n\n');
}

/** The numbers that disagree, each with its ratio, grouped by the reason that the search gives. */
export function missesText({ rows, summary, report }: ShownReproduction): string {
  const misses = rows.filter(({ verdict }) => verdict === 'disagree');
  const reasons = [...new Set(misses.map(({ why }) => why ?? 'no reason is known'))];
  const groups = reasons.map((reason) => {
    const own = misses.filter(({ why }) => (why ?? 'no reason is known') === reason);
    const lines = own.map(
      ({ search, quantity, detail, ratio, agreeWithin }) =>
        `  ${search} ${quantity}${detail === null ? '' : ` (${detail})`}: ${ratio === null ? 'an upper limit' : `ratio ${ratio.toFixed(2)}`}, asked within a factor ${agreeWithin}`,
    );
    return [reason, ...lines].join('\n');
  });
  const { disagree, judged } = summary;
  return [...groups, `${disagree} of ${judged} judged rows disagree; report: ${report}`].join('\n\n');
}

/** A reproduction for people: one screen for several searches, every row for one. */
export const textOfReproduction = (document: ShownReproduction, misses: boolean): string =>
  misses
    ? missesText(document)
    : new Set(document.rows.map(({ search }) => search)).size + document.failed.length > 1
      ? reproductionText(document)
      : rowsText(document);
