import { modeOf } from '../modes/index.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import { type Agreement, agreementOf, agreementText } from '../search/results/agreement.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { forestFigure } from '../search/results/forest-figure.ts';
import { isAlternative, type ReproduceRow } from '../search/results/row.ts';
import { rowsTable } from '../search/results/rows-table.ts';
import type { ReportDocument } from '../stages/report/index.ts';
import type { Run } from './run.ts';

/** A search that could not answer, and why. */
export interface FailedSearch {
  readonly search: string;
  readonly reason: string;
}

/** Published and computed values of several searches side by side. */
export interface Reproduction<One extends Run = Run> {
  readonly rows: readonly ReproduceRow[];
  readonly summary: Agreement;
  readonly runs: readonly One[];
  /** Searches without an answer at this size; the others are not lost. */
  readonly failed: readonly FailedSearch[];
}

/**
 * The main job: carries out every search, one after the other, and puts what it published beside what was computed. A
 * search that cannot answer (InvalidInput: no signal survives at this size, say) is listed with its reason; every other
 * error ends the whole.
 */
export async function reproduce<One extends Run>(
  searches: readonly AnySearch[],
  carryOut: (search: AnySearch) => Promise<One>,
): Promise<Reproduction<One>> {
  const runs: One[] = [];
  const failed: FailedSearch[] = [];
  for (const search of searches) {
    try {
      runs.push(await carryOut(search));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      failed.push({ search: search.id, reason: error.message });
    }
  }
  const rows = runs.flatMap((run) => run.rows);
  return { rows, summary: agreementOf(rows), runs, failed };
}

/** Events for a search where `events` are asked of a sample of decays in flight; undefined stays undefined. */
export const eventsFor = (search: AnySearch, events: number | undefined): number | undefined =>
  events === undefined ? undefined : modeOf(search).eventsFor(events);

/** Figures of all searches together: the forest plot, and what each kind of search sums up. */
export function summaryFigures({ rows, runs }: Reproduction): RunFigure[] {
  const own = rows.filter((row) => !isAlternative(row));
  const modes = [...new Set(runs.map(({ plan }) => modeOf(plan)))];
  return [
    ...(own.some(({ ratio }) => ratio !== null)
      ? [forestFigure('Published against computed', own, 'published-against-computed.svg')]
      : []),
    ...modes.flatMap((mode) =>
      mode.summaryFigures === undefined
        ? []
        : mode.summaryFigures(runs.filter(({ plan }) => modeOf(plan) === mode).map(({ document }) => document)),
    ),
  ];
}

/** A run's figures under names that are unique among all searches. */
export const figuresOfSearch = ({ plan, figures }: Run): RunFigure[] =>
  figures().map((figure) => ({ ...figure, name: `${plan.search.id}-${figure.name}` }));

/** The report of all searches: the summary, then each search with its figures (as `figuresOfSearch` names them). */
export function reproductionReport(
  { rows, runs, failed }: Reproduction,
  summary: readonly RunFigure[],
  figures: ReadonlyMap<string, readonly RunFigure[]>,
): ReportDocument {
  const own = rows.filter((row) => !isAlternative(row));
  const misses = own.filter(({ verdict }) => verdict === 'disagree');
  return {
    title: 'From the spill to the limit',
    subtitle: 'Every number of the talk, published beside computed',
    notices: [{ kind: 'pseudo-data' as const }],
    sections: [
      {
        id: 'summary',
        heading: 'Published against computed',
        stage: 'report' as const,
        paragraphs: [
          agreementText(agreementOf(rows)),
          ...failed.map(({ search, reason }) => `\`${search}\` has no answer at this size: ${reason}`),
          ...misses.map(
            ({ search, quantity, detail, ratio, why }) =>
              `\`${search}\` ${quantity}${detail === null ? '' : ` (${detail})`} disagrees: ratio ${ratio?.toFixed(2) ?? '–'}. ${why ?? ''}`,
          ),
        ],
        tables: [rowsTable(own)],
        figures: summary.map(({ caption, svg, name, wide }) => ({ caption, svg, fileName: `figures/${name}`, wide })),
      },
      ...runs.map((run) => sectionOf(run, figures.get(run.document.search) ?? [])),
    ],
    footer: {
      references: [...new Set(runs.flatMap(({ plan }) => [...plan.search.references]))].map((text) => ({ text })),
      facts: runs.map(
        ({ document }) => [document.search, `seed ${document.seed}, digest ${document.digest.result}`] as const,
      ),
    },
  };
}

/** All stages of one search as one section, its figures in the folder of the whole. */
function sectionOf(run: Run, figures: readonly RunFigure[]): ReportDocument['sections'][number] {
  const { id, channel, title } = run.plan.search;
  const plain = figures.map((figure) => ({ ...figure, name: figure.name.slice(id.length + 1) }));
  return {
    id,
    heading: channel,
    paragraphs: [title],
    parts: run
      .report(plain, run.changedAfterUnblinding)
      .sections.flatMap(({ stage: _, parts = [], ...section }) => [section, ...parts])
      .map(({ figures: drawn, ...part }) => ({
        ...part,
        id: `${id}-${part.id}`,
        figures: (drawn ?? []).map((figure) => ({
          ...figure,
          fileName: `figures/${id}-${(figure.fileName ?? '').replace('figures/', '')}`,
        })),
      })),
  };
}
