import { defineCommand } from '../command.ts';
import { stripOfRun } from '../run-progress.ts';
import { runText } from '../run-text.ts';

export const unblindCommand = defineCommand({
  examples: ['unblind runs/kaon-munuee-0123456789ab'],
  details:
    'Opens the box of a finished run. The act is put on record in the folder, bound to the digest of the frozen search; ' +
    'a search that is changed afterwards is marked in every later report.',
  arguments: [{ name: 'RUN', brief: 'Folder of a run', kind: 'required' }],
  options: {},
  run: async (_, [folder], session) => {
    const { unblindRun } = await import('../../runs/run-search.ts');
    const {
      document,
      report,
      folder: path,
    } = await unblindRun(folder, {
      workers: session.workers,
      signal: session.signal,
      ...stripOfRun(session),
    });
    return { ...document, folder: path, report };
  },
  print: (document) => runText(document),
});
