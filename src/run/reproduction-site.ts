import { drawnOnce } from '../plots/drawn-once.ts';
import type { FigureOf } from '../plots/index.ts';
import { agreementOf, agreementText } from '../search/results/agreement.ts';
import { leadingRow } from '../search/results/answer.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { isAlternative, type ReproduceRow } from '../search/results/row.ts';
import { quantityWords, rowSentence } from '../search/results/row-sentence.ts';
import { rowsTable } from '../search/results/rows-table.ts';
import type { KeyFigure, ReportDocument, ReportFigure, ReportSite, ReportTable } from '../stages/report/index.ts';
import { eventFigureOf, eventsOf } from './events.ts';
import type { Reproduction } from './reproduce.ts';
import type { Run } from './run.ts';

/** One picture of the strip on the front page: a figure of a search by the beginning of its name, or one of its events. */
export type KeyFigureWanted = { readonly search: string; readonly caption: string } & (
  | { readonly figure: string }
  | { readonly event: string }
);

/** The front page; the pages of the searches are named after them. */
export const frontFile = 'report.html';
const pageOf = (search: string): string => `${search}.html`;
const mostInTable = 20;
/** Longer drawings (maps of many cells) are left to the page of their search: a page stays below a megabyte. */
const longestSmall = 50_000;
/** Of the named ones there are few. */
const longestNamed = 90_000;

/**
 * The report of all searches as a small site: a front page with the limits, the forest plot, a strip of key figures and
 * the reasons folded away, and one page a search. `figures` are those of each search as `figuresOfSearch` names them.
 */
export function reproductionSite(
  reproduction: Reproduction,
  summary: readonly RunFigure[],
  figures: ReadonlyMap<string, readonly RunFigure[]>,
  wanted: readonly KeyFigureWanted[] = [],
): ReportSite {
  return {
    frontFile,
    front: frontPage(reproduction, summary, figures, wanted),
    pages: reproduction.runs.map((run) => ({
      file: pageOf(run.document.search),
      name: run.document.search,
      document: searchPage(run, figures.get(run.document.search) ?? []),
    })),
  };
}

function frontPage(
  { rows, runs, failed }: Reproduction,
  summary: readonly RunFigure[],
  figures: ReadonlyMap<string, readonly RunFigure[]>,
  wanted: readonly KeyFigureWanted[],
): ReportDocument {
  const own = rows.filter((row) => !isAlternative(row));
  const { independent } = agreementOf(rows);
  const first = summary.find(({ figure }) => figure.kind === 'limit-summary') ?? summary[0];
  const rest = summary.filter((figure) => figure !== first);
  const named = wanted.flatMap((one) => wantedFigure(one, runs, figures) ?? []);
  // Where none of the named searches is among those that were run, each search has its own.
  const keyFigures =
    named.length > 0 ? named : runs.flatMap((run) => keyFigureOf(run, figures.get(run.document.search) ?? []) ?? []);
  return {
    title: 'From the spill to the limit',
    subtitle: 'Every number of the talk, published beside computed',
    answer: {
      sentence:
        `Of ${independent.judged} distinct published numbers of ${runs.length} searches, ${independent.agree} agree with ` +
        `what was computed, ${independent.disagree} disagree, and of ${independent.cannotTell} nobody can tell.`,
      ...(first === undefined ? {} : { figure: reportFigure(first) }),
      table: limitTable(runs),
    },
    keyFigures,
    notices: [{ kind: 'pseudo-data' }],
    sections: [
      {
        id: 'distinct-rows',
        heading: 'Published against computed, each number once',
        paragraphs: [agreementText(agreementOf(rows))],
        figures: rest.map(reportFigure),
      },
      ...reasons(own),
      ...(failed.length === 0
        ? []
        : [
            {
              id: 'without-answer',
              heading: 'Searches without an answer at this size',
              paragraphs: failed.map(({ search, reason }) => `\`${search}\`: ${reason}`),
            },
          ]),
      {
        id: 'all-rows',
        heading: 'All rows',
        folded: true,
        parts: [...new Set(own.map(({ search }) => search))].map((search) => ({
          id: `rows-${search}`,
          heading: search,
          tables: [rowsTable(own.filter((row) => row.search === search))],
        })),
      },
    ],
    footer: {
      references: [...new Set(runs.flatMap(({ plan }) => [...plan.search.references]))].map((text) => ({ text })),
      facts: runs.map(
        ({ document }) => [document.search, `seed ${document.seed}, digest ${document.digest.result}`] as const,
      ),
    },
  };
}

/** Why numbers disagree, or cannot be told apart, folded, each search a part. */
function reasons(rows: readonly ReproduceRow[]): ReportDocument['sections'][number][] {
  return (['disagree', 'cannot tell'] as const).flatMap((verdict) => {
    const found = rows.filter((row) => row.verdict === verdict);
    if (found.length === 0) return [];
    const id = verdict === 'disagree' ? 'disagree' : 'cannot-tell';
    const searches = [...new Set(found.map(({ search }) => search))];
    return [
      {
        id,
        heading: verdict === 'disagree' ? 'What disagrees, and why' : 'What cannot be told, and why',
        folded: true,
        parts: searches.map((search) => ({
          id: `${id}-${search}`,
          heading: search,
          paragraphs: found
            .filter((row) => row.search === search)
            .map((row) => `${rowSentence(row)}.${row.why === null ? '' : ` ${row.why}`}`),
        })),
      },
    ];
  });
}

/** The most telling row of each search. */
function limitTable(runs: readonly Run[]): ReportTable {
  const rows = runs.flatMap((run) => {
    const leading = leadingRow(run.rows);
    return leading === undefined ? [] : [{ channel: run.plan.search.channel, leading }];
  });
  return {
    caption: `The number that each search is about${rows.length > mostInTable ? `, the first ${mostInTable}` : ''}`,
    columns: ['search', 'quantity', 'published', 'computed'],
    rows: rows.slice(0, mostInTable).map(({ channel, leading }) => [
      channel,
      quantityWords(leading),
      leading.published,
      {
        value: leading.computed,
        error: leading.error,
        ...(leading.unit === null ? {} : { unit: leading.unit }),
        verdict: leading.verdict,
      },
    ]),
  };
}

const reportFigure = ({ caption, figure, name }: RunFigure): ReportFigure => ({
  caption,
  figure,
  fileName: `figures/${name}`,
  wide: true,
});

/** Events that are looked through for one that is selected. */
const MOST_LOOKED_AT = 20_000;

/** A named picture of the strip; undefined where its search was not run or has no such picture. */
function wantedFigure(
  wanted: KeyFigureWanted,
  runs: readonly Run[],
  figures: ReadonlyMap<string, readonly RunFigure[]>,
): KeyFigure | undefined {
  const { search, caption } = wanted;
  const run = runs.find(({ document }) => document.search === search);
  if (run === undefined) return undefined;
  const href = pageOf(search);
  if ('figure' in wanted) {
    const found = (figures.get(search) ?? []).find(({ name }) => name.startsWith(`${search}-${wanted.figure}`));
    return found === undefined || drawnOnce(found.figure, 'narrow').length > longestNamed
      ? undefined
      : { caption, figure: found.figure, href };
  }
  for (let from = 0; from < MOST_LOOKED_AT; from += 1000) {
    const event = eventsOf(run.plan, wanted.event, from, 1000).find(({ readings }) =>
      readings.some(({ selected }) => selected),
    );
    if (event !== undefined) return { caption, figure: eventFigureOf(run.plan, event), href };
  }
  return undefined;
}

/** The picture that the page of a search begins with, small, leading there. */
function keyFigureOf(run: Run, figures: readonly RunFigure[]): KeyFigure | undefined {
  const { id, channel } = run.plan.search;
  const figure = run.report(plainly(id, figures), run.changedAfterUnblinding).answer?.figure?.figure;
  if (figure === undefined || isLong(figure) || drawnOnce(figure, 'narrow').length > longestSmall) {
    return undefined;
  }
  return { caption: channel, figure, href: pageOf(id) };
}

/** A forest plot of many rows is no small picture. */
function isLong(figure: { kind: string }): boolean {
  return figure.kind === 'forest' && (figure as FigureOf<'forest'>).rows.length > 6;
}

/** Figures under the names that they have in their own run. */
const plainly = (id: string, figures: readonly RunFigure[]): RunFigure[] =>
  figures.map((figure) => ({ ...figure, name: figure.name.slice(id.length + 1) }));

/** The report of one search, its figures in the folder of the whole. */
function searchPage(run: Run, figures: readonly RunFigure[]): ReportDocument {
  const { id } = run.plan.search;
  const report = run.report(plainly(id, figures), run.changedAfterUnblinding);
  const moved = <F extends ReportFigure>(figure: F): F =>
    figure.fileName === undefined
      ? figure
      : { ...figure, fileName: `figures/${id}-${figure.fileName.replace('figures/', '')}` };
  const { answer } = report;
  return {
    ...report,
    ...(answer?.figure === undefined ? {} : { answer: { ...answer, figure: moved(answer.figure) } }),
    sections: report.sections.map((section) => ({
      ...section,
      ...(section.figures === undefined ? {} : { figures: section.figures.map(moved) }),
      ...(section.parts === undefined
        ? {}
        : {
            parts: section.parts.map((part) =>
              part.figures === undefined ? part : { ...part, figures: part.figures.map(moved) },
            ),
          }),
    })),
  };
}
