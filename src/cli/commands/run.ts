import { STAGE_NAMES } from '../../stages/names.ts';
import { defineCommand } from '../command.ts';
import { readCount } from '../options/numbers.ts';
import { choice, many, option } from '../options/option.ts';
import { loadRegistries } from '../registries.ts';
import { searchCalled, stripOfRun } from '../run-progress.ts';
import { runText } from '../run-text.ts';
import { untilStage } from '../until-stage.ts';

export const runCommand = defineCommand({
  examples: [
    'run kaon-munuee',
    "run kaon-munuee --events 1e5 --set 'selection.cuts.missing momentum.below=71GeV'",
    'run kaon-munuee --data my-counts.json --out runs/mine',
  ],
  details:
    'Carries out one search: simulates its samples, normalises, estimates backgrounds, sets the limit, writes a report. ' +
    'The signal region stays closed; `spillway unblind` opens it. Ctrl-C keeps what is done, the same command goes on.',
  arguments: [{ name: 'ID', brief: 'Search', kind: 'required' }],
  options: {
    events: option(readCount, 'Decays per sample', '1e6'),
    chunk: option(readCount, 'Decays handed to a worker at a time; changes no result', 'about half a second of work'),
    until: choice(STAGE_NAMES, 'Stop after this stage', 'report'),
    set: many(String, "Change the search, or below 'experiment.' the experiment: path=value"),
    data: option(String, 'JSON file with your own counts per bin, blinded like pseudo-data', 'seeded pseudo-data'),
    out: option(String, 'Folder of the run', 'runs/ID-digest'),
  },
  run: async ({ events, chunk, until, set, data, out }, [id], session) => {
    const { runSearch } = await import('../../runs/run-search.ts');
    const search = searchCalled(id, await loadRegistries());
    const { document, folder, report, changedAfterUnblinding } = await runSearch(search, {
      events,
      seed: session.seed,
      settings: set,
      workers: session.workers,
      chunk,
      out,
      data,
      signal: session.signal,
      ...stripOfRun(session),
    });
    const finished = { ...document, changedAfterUnblinding, folder, report };
    return until === undefined ? finished : untilStage(finished, until);
  },
  print: (document) => runText(document),
});
