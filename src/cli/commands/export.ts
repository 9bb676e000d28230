import { stat } from 'node:fs/promises';
import type { Exportable } from '../../formats/tables/index.ts';
import type { DumpRunDocument } from '../../modes/dump/run-document.ts';
import type { RunDocument } from '../../modes/kaon/run-document.ts';
import { type Exported, exportFormats } from '../../runs/export-run.ts';
import type { RunSearchOptions } from '../../runs/run-search.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { Session } from '../command.ts';
import { defineCommand } from '../command.ts';
import { readCount } from '../options/numbers.ts';
import { choice, many, option } from '../options/option.ts';
import { loadRegistries } from '../registries.ts';
import { anySearchCalled, stripOfDumpRun, stripOfRun } from '../run-progress.ts';

type RunOptions = Pick<RunSearchOptions, 'events' | 'seed' | 'settings' | 'workers' | 'signal'>;

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
    const isFolder = await stat(given).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder && (events !== undefined || set !== undefined)) {
      throw new InvalidInput('RUN', 'a finished run stays as it is; --events and --set need a search ID');
    }
    const options = { events, seed: session.seed, settings: set, workers: session.workers, signal: session.signal };
    const { content, folder } = isFolder
      ? { content: await finishedRun(given), folder: given }
      : await newRun(given, options, session);
    const { exportRun } = await import('../../runs/export-run.ts');
    const exported = await exportRun(content, format, out ?? `exports/${content.search}-${format}`);
    return { search: content.search, format, folder, ...exported };
  },
  print: ({ files, note }) => [...files, '', note].join('\n'),
});

/** What a finished run has to export, from its folder. */
async function finishedRun(folder: string): Promise<Exportable> {
  const { readRunDocument } = await import('../../hosts/node/run-folder.ts');
  const document: unknown = await readRunDocument(folder);
  if ((document as { readonly kind?: unknown }).kind === 'dump') {
    const { exportableDumpRun } = await import('../../modes/dump/tables.ts');
    const { readDumpPlan } = await import('../../runs/run-dump-search.ts');
    return exportableDumpRun(await readDumpPlan(folder), document as DumpRunDocument);
  }
  const { readPlan } = await import('../../runs/run-search.ts');
  const { exportableRun } = await import('../../formats/tables/index.ts');
  return exportableRun(await readPlan(folder), document as RunDocument);
}

/** Carries a search out. */
async function newRun(id: string, options: RunOptions, session: Session) {
  const found = anySearchCalled(id, await loadRegistries());
  if (found.kind === 'dump search') {
    const { runDumpSearch } = await import('../../runs/run-dump-search.ts');
    const { exportableDumpRun } = await import('../../modes/dump/tables.ts');
    const { plan, document, folder } = await runDumpSearch(found.document, { ...options, ...stripOfDumpRun(session) });
    return { content: exportableDumpRun(plan, document), folder };
  }
  const { runSearch } = await import('../../runs/run-search.ts');
  const { exportableRun } = await import('../../formats/tables/index.ts');
  const { plan, document, folder } = await runSearch(found.document, { ...options, ...stripOfRun(session) });
  return { content: exportableRun(plan, document), folder };
}
