import type { RunDumpOptions } from '../runs/run-dump-search.ts';
import type { RunSearchOptions } from '../runs/run-search.ts';
import { unknownName } from '../schema/index.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import type { Session } from './command.ts';
import { type Found, findDocument, type Registries } from './registries.ts';

/** The search of that id. Throws InvalidInput with the nearest id. */
export function searchCalled(id: string, registries: Registries): SearchDocument {
  const found = Object.hasOwn(registries.searches, id) ? findDocument(id, registries) : undefined;
  if (found?.kind !== 'search') throw unknownName('ID', 'search', id, Object.keys(registries.searches));
  return found.document;
}

/** The search of that id, with kaons or behind a dump. Throws InvalidInput with the nearest id. */
export function anySearchCalled(id: string, registries: Registries): Extract<Found, { kind: `${string}search` }> {
  const known = [...Object.keys(registries.searches), ...Object.keys(registries.dumpSearches)];
  const found = known.includes(id) ? findDocument(id, registries) : undefined;
  if (found?.kind === 'search' || found?.kind === 'dump search') return found;
  throw unknownName('ID', 'search', id, known);
}

/** Callbacks that show the run of a dump search on the session's strip: decays, rate, time to go. */
export function stripOfDumpRun({
  progress,
  notice,
}: Session): Pick<RunDumpOptions, 'onPlan' | 'onProgress' | 'onNotice'> {
  return {
    onPlan: ({ search }) => {
      progress.begin(search.id);
      progress.enter('generation');
    },
    onProgress: ({ eventsDone, eventsTotal, eventsPerSecond, secondsLeft }) => {
      progress.enter(eventsDone < eventsTotal ? 'selection' : 'limits');
      progress.update({
        done: eventsDone,
        total: eventsTotal,
        perSecond: eventsPerSecond,
        secondsLeft,
        unit: 'decays',
      });
    },
    onNotice: notice,
  };
}

/** Callbacks that show a run on the session's strip: counts of the signal sample per stage, rate, time to go. */
export function stripOfRun({
  progress,
  notice,
}: Session): Pick<RunSearchOptions, 'onPlan' | 'onProgress' | 'onNotice'> {
  return {
    onPlan: ({ search }) => {
      progress.begin(search.id);
      progress.enter('generation');
    },
    onProgress: ({ eventsDone, eventsTotal, eventsPerSecond, secondsLeft, sums }) => {
      const [signal] = sums;
      progress.enter(eventsDone < eventsTotal ? 'selection' : 'report');
      progress.update({
        done: eventsDone,
        total: eventsTotal,
        perSecond: eventsPerSecond,
        secondsLeft,
        ...(signal === undefined || signal.length < 9
          ? {}
          : { counts: { generation: signal[0], simulation: signal[3], trigger: signal[6] } }),
      });
    },
    onNotice: notice,
  };
}
