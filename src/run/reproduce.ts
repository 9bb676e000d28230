import { modeOf } from '../modes/index.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import { type Agreement, agreementOf, distinctRows } from '../search/results/agreement.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { forestFigure } from '../search/results/forest-figure.ts';
import { isAlternative, type ReproduceRow } from '../search/results/row.ts';
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
 * The main job: carries out every search, `together` of them at a time (so that one is simulated while another is
 * finished; they want shared workers), those with an analysis first, and puts what it published beside what was
 * computed, in the order given. A search that cannot answer (InvalidInput: no signal survives at this size, say) is
 * listed with its reason; every other error ends the whole when those under way have ended.
 */
export async function reproduce<One extends Run>(
  searches: readonly AnySearch[],
  carryOut: (search: AnySearch) => Promise<One>,
  together = 1,
): Promise<Reproduction<One>> {
  const ends: (One | FailedSearch)[] = new Array(searches.length);
  const order = longestAnswersFirst(searches);
  let next = 0;
  const goOn = async (): Promise<void> => {
    while (next < order.length) {
      const place = order[next++];
      const search = searches[place];
      try {
        ends[place] = await carryOut(search);
      } catch (error) {
        if (!(error instanceof InvalidInput)) {
          next = order.length;
          throw error;
        }
        ends[place] = { search: search.id, reason: error.message };
      }
    }
  };
  const lines = await Promise.allSettled(Array.from({ length: together }, goOn));
  for (const line of lines) if (line.status === 'rejected') throw line.reason;
  const runs = ends.filter((end): end is One => !('reason' in end));
  const failed = ends.filter((end): end is FailedSearch => 'reason' in end);
  const rows = runs.flatMap((run) => run.rows);
  return { rows, summary: agreementOf(rows), runs, failed };
}

/** Places of searches with an analysis, then of the others: scans and fits take seconds in which workers want other work. */
function longestAnswersFirst(searches: readonly AnySearch[]): number[] {
  const isLong = (place: number): boolean => {
    const search = searches[place];
    return search.kind !== 'dump' && Object.keys(search.analyses ?? {}).length > 0;
  };
  const places = [...searches.keys()];
  return [...places.filter(isLong), ...places.filter((place) => !isLong(place))];
}

/** Events for a search where `events` are asked of a sample of decays in flight; undefined stays undefined. */
export const eventsFor = (search: AnySearch, events: number | undefined): number | undefined =>
  events === undefined ? undefined : modeOf(search).eventsFor(events);

/** Whether a search finds the sizes of its samples by a precision. */
export const findsItsSize = (search: AnySearch): boolean => modeOf(search).sizing !== undefined;

/** Figures of all searches together: the forest plot, and what each kind of search sums up. */
export function summaryFigures({ rows, runs }: Reproduction): RunFigure[] {
  const own = rows.filter((row) => !isAlternative(row));
  const modes = [...new Set(runs.map(({ plan }) => modeOf(plan)))];
  return [
    ...(distinctRows(own).some(({ ratio }) => ratio !== null)
      ? [
          forestFigure(
            'Published against computed, each number once',
            distinctRows(own),
            'published-against-computed.svg',
          ),
        ]
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
