import { defineCommand } from '../command.ts';
import { stripOfRun } from '../run-progress.ts';
import { textOfRun } from '../saying/run-text.ts';

export const unblindCommand = defineCommand({
  examples: ['unblind runs/kaon-munuee-0123456789ab'],
  details:
    'Opens the box of a finished run. The act is put on record in the folder and in your own ledger, bound to the digest ' +
    'of the frozen search and to exactly these data; a search that is changed afterwards is marked in every later ' +
    'report. The picture of the box is kept as it was before (`figures/discriminant-before.svg`) beside what was found.\n\n' +
    'No command, setting, default folder, file of a run or library call shows counts of a masked bin of your data before ' +
    'an act is recorded for exactly these data and this search. The record shows tampering to those who kept its last ' +
    'seal. Who owns the data file can always read it; a copy of the folder and its data is a copy of the box.',
  arguments: [{ name: 'RUN', brief: 'Folder of a run', kind: 'required' }],
  options: {},
  run: async (_, [folder], session) => {
    const { unblindRun } = await import('../../hosts/node/run-search.ts');
    const { ledgerPath } = await import('../../hosts/node/box/box-folder.ts');
    const { workers, signal } = session;
    const opened = await unblindRun(folder, { workers, signal, ...stripOfRun(session) });
    return { ...opened.document, folder: opened.folder, report: opened.reportFile, ledger: ledgerPath() };
  },
  print: (document) =>
    [
      textOfRun(document),
      `opened ${document.opened?.at} and put on record in ${document.folder} and ${document.ledger}\n` +
        `last seal: ${document.opened?.seal}\n` +
        'Keep this seal where others can see it (a logbook, a mail to your collaboration): it shows whether the record was altered.',
    ].join('\n\n'),
});
