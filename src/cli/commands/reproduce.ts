import { defineCommand } from '../command.ts';
import { readCount } from '../options/numbers.ts';
import { option } from '../options/option.ts';
import { loadRegistries } from '../registries.ts';
import { rowsText } from '../rows-text.ts';
import { anySearchCalled, stripOfDumpRun, stripOfRun } from '../run-progress.ts';

export const reproduceCommand = defineCommand({
  examples: ['reproduce', 'reproduce kaon-munuee', 'reproduce kaon-munuee --events 1e5 --json'],
  details:
    'Every number that the talk gives, published beside computed, and an HTML report with figures. Rows with the role ' +
    "'input' are cited numbers that entered. A row agrees, disagrees, or cannot tell: its error is larger than its " +
    'tolerance, or the published selection is not known (docs/decisions/0020-verdicts-and-tolerances.md).',
  arguments: [{ name: 'ID', brief: 'Searches; all when none is named', kind: 'many' }],
  options: {
    events: option(readCount, 'Decays per sample; behind a dump a fiftieth of it per mass', '1e6'),
    chunk: option(readCount, 'Decays handed to a worker at a time; changes no result', 'about half a second of work'),
    out: option(String, 'Folder of the report', 'runs/reproduce'),
  },
  run: async ({ events, chunk, out }, ids, session) => {
    const { reproduce } = await import('../../runs/reproduce.ts');
    const registries = await loadRegistries();
    const searches =
      ids.length === 0
        ? [...Object.values(registries.searches), ...Object.values(registries.dumpSearches)]
        : [...new Set(ids)].map((id) => anySearchCalled(id, registries).document);
    const { seed, workers, signal } = session;
    const options = { events, seed, workers, chunk, out, signal, ...stripOfRun(session) };
    return await reproduce(searches, options, stripOfDumpRun(session));
  },
  print: (document) => rowsText(document),
});
