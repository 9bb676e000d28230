import { defineCommand } from '../command.ts';
import { dumpRunText } from '../dump-run-text.ts';
import { stripOfDumpRun, stripOfRun } from '../run-progress.ts';
import { runText } from '../run-text.ts';

export const unblindCommand = defineCommand({
  examples: ['unblind runs/kaon-munuee-0123456789ab'],
  details:
    'Opens the box of a finished run. The act is put on record in the folder, bound to the digest of the frozen search; ' +
    'a search that is changed afterwards is marked in every later report.',
  arguments: [{ name: 'RUN', brief: 'Folder of a run', kind: 'required' }],
  options: {},
  run: async (_, [folder], session) => {
    const { holdsDumpRun, unblindDumpRun } = await import('../../runs/run-dump-search.ts');
    const { workers, signal } = session;
    if (await holdsDumpRun(folder)) {
      const opened = await unblindDumpRun(folder, { workers, signal, ...stripOfDumpRun(session) });
      return { ...opened.document, folder: opened.folder, report: opened.report };
    }
    const { unblindRun } = await import('../../runs/run-search.ts');
    const {
      document,
      report,
      folder: path,
    } = await unblindRun(folder, {
      workers,
      signal,
      ...stripOfRun(session),
    });
    return { ...document, folder: path, report };
  },
  print: (document) => ('kind' in document ? dumpRunText(document) : runText(document)),
});
