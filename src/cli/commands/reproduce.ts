import type { AnySearch } from '../../search/any-search.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { KEY_FIGURES } from '../key-figures.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { flag, option } from '../options/option.ts';
import { PRECISION_OPTIONS, requireOneSize } from '../options/precision.ts';
import { readText } from '../options/text.ts';
import { loadLimits, loadRegistries, searchCalled } from '../registries.ts';
import { optionsOfSession, stripOfRuns } from '../run-progress.ts';
import { textOfReproduction } from '../saying/reproduction-text.ts';

export const reproduceCommand = defineCommand({
  examples: ['reproduce', 'reproduce kaon-munuee', 'reproduce kaon-munuee --events 1e5 --json'],
  details:
    'Every number that the talk gives, published beside computed, and an HTML report with figures. Searches with kaons find the size of each sample, as with `spillway run`; a budget is for each of them. Rows with the role ' +
    "'input' are cited numbers that entered. A row agrees, disagrees, or cannot tell: its error is larger than its " +
    'tolerance, or the published selection is not known (docs/decisions/0020-verdicts-and-tolerances.md).',
  arguments: [{ name: 'ID', brief: 'Searches; all when none is named', kind: 'many' }],
  options: {
    events: within(
      'events',
      option(
        readCount,
        'Decays per sample; behind a dump a fiftieth of it per mass, at least 100',
        'what --precision needs; 20000 behind a dump',
      ),
    ),
    ...PRECISION_OPTIONS,
    chunk: option(readCount, 'Decays handed to a worker at a time; changes no result', 'about half a second of work'),
    out: option(readText, 'Folder of the report', 'runs/reproduce'),
    misses: flag('Print the numbers that disagree, grouped by reason'),
  },
  run: async ({ events, precision, budget, chunk, out }, ids, session) => {
    const { reproduceInFolder } = await import('../../hosts/node/reproduce-in-folder.ts');
    const registries = await loadRegistries();
    const searches =
      ids.length === 0
        ? Object.values(registries.searches).filter(publishes)
        : [...new Set(ids)].map((id) => searchCalled(id, registries));
    const limits = await loadLimits();
    requireOneSize({ events, precision, budget });
    const options = {
      events,
      ...(events === undefined ? { toPrecision: true, precision, budget } : {}),
      ...optionsOfSession(session),
      follow: stripOfRuns(session, searches.length),
      chunk,
      out,
      limits,
      keyFigures: KEY_FIGURES,
    };
    const { rows, summary, runs, failed, report } = await reproduceInFolder(searches, options);
    return {
      rows,
      summary,
      failed,
      report,
      runs: runs.map(({ document, folder }) => ({ search: document.search, folder, digest: document.digest.result })),
    };
  },
  print: (document, { misses = false }) => textOfReproduction(document, misses),
  exitCode: ({ failed }) => (failed.length === 0 ? EXIT.done : EXIT.badInput),
});

/** Whether a search has numbers to reproduce: those of other dumps and the planned ones behind a dump have none. */
function publishes(search: AnySearch): boolean {
  if (search.kind !== 'dump') return true;
  return search.published.contour !== undefined || search.modelIndependent !== undefined;
}
