import { stat } from 'node:fs/promises';
import { type Exported, exportFormats } from '../../runs/export-run.ts';
import { InvalidInput } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { readCount } from '../options/numbers.ts';
import { choice, many, option } from '../options/option.ts';
import { loadRegistries } from '../registries.ts';
import { searchCalled, stripOfRun } from '../run-progress.ts';

/** What `export` gives. */
export interface ExportDocument extends Exported {
  readonly search: string;
  readonly format: string;
  readonly folder: string;
}

export const exportCommand = defineCommand({
  examples: [
    'export kaon-munuee --format pyhf --out likelihood',
    'export runs/kaon-munuee-0123456789ab --format hepdata --out submission',
    'export kaon-pia-gg --format csv --out tables',
  ],
  details:
    'Writes a finished run, named by its folder, or a search, which is carried out first: its likelihood as a pyhf ' +
    'workspace, a HEPData submission (held against schema 1.1.1), or CSV tables. Masked counts are not in any of them.',
  arguments: [{ name: 'RUN|ID', brief: 'Folder of a run, or a search', kind: 'required' }],
  options: {
    format: choice(exportFormats, 'What to write', 'csv'),
    events: option(readCount, 'Search: decays per sample', '1e6'),
    set: many(String, "Search: change it, or below 'experiment.' the experiment: path=value"),
    out: option(String, 'Folder to write to', 'exports/ID-FORMAT'),
  },
  run: async ({ format = 'csv', events, set, out }, [given], session): Promise<ExportDocument> => {
    const { exportRun } = await import('../../runs/export-run.ts');
    const { readPlan, runSearch } = await import('../../runs/run-search.ts');
    const { readRunDocument } = await import('../../runs/node/run-folder.ts');
    const isFolder = await stat(given).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) {
      if (events !== undefined || set !== undefined) {
        throw new InvalidInput('RUN', 'a finished run stays as it is; --events and --set need a search ID');
      }
      const run = (await readRunDocument(given)) as unknown as Awaited<ReturnType<typeof runSearch>>['document'];
      const plan = await readPlan(given);
      const exported = await exportRun(plan, run, format, out ?? `exports/${run.search}-${format}`);
      return { search: run.search, format, folder: given, ...exported };
    }
    const { document, plan, folder } = await runSearch(searchCalled(given, await loadRegistries()), {
      events,
      seed: session.seed,
      settings: set,
      workers: session.workers,
      signal: session.signal,
      ...stripOfRun(session),
    });
    const exported = await exportRun(plan, document, format, out ?? `exports/${document.search}-${format}`);
    return { search: document.search, format, folder, ...exported };
  },
  print: ({ files, note }) => [...files, '', note].join('\n'),
});
